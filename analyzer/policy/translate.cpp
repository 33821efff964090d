#include "analyzer/policy/translate.h"

#include <fmt/format.h>

#include <utility>

namespace demarc {
namespace {

// Walks a path and translates what it has walked so far, since a selector belongs to the end of what stands before it.
class Translation {
 public:
  Translation(const SpokenType& type, const Vocabulary& vocabulary, bool from_root)
      : type_(type), vocabulary_(vocabulary), written_(from_root ? "" : type.item_written), said_(from_root ? "" : type.item) {
    base_ = said_;
    moved_ = written_;
  }

  Result<Path> of(const Path& path) {
    Path result;
    result.from_root = path.from_root;
    result.leaves = path.leaves;
    for (std::size_t i = 0; i < path.steps.size(); ++i) {
      written_ = joined_path(written_, path.steps[i].name);
      bool last = i + 1 == path.steps.size();
      if (!last && path.steps[i].selectors.empty()) continue;
      if (!move(result)) return mistake(path);
      if (!select(path.steps[i], result)) return mistake(path);
    }
    result.text = text_of(result);
    return result;
  }

 private:
  // Appends what CloudFormation calls the way from said_ to written_.
  bool move(Path& result) {
    std::string said = say(written_);
    std::optional<std::string> rest = below(said_, said);
    // An argument without counterpart keeps its name, wherever it stands.
    if (!rest && said == written_) {
      rest = below(moved_, written_);
      said = joined_path(said_, *rest);
    }
    if (!rest) return false;
    said_ = std::move(said);
    moved_ = written_;
    append(*rest, result);
    return true;
  }

  bool select(const Step& step, Path& result) const {
    if (step.selectors.empty()) return true;
    if (result.steps.empty()) result.steps.emplace_back();
    for (Selector selector : step.selectors) {
      if (!selector.field.empty()) {
        std::optional<std::string> field = below(said_, say(joined_path(written_, selector.field)));
        if (field && field->find('.') != std::string::npos) return false;
        if (field) selector.field = *field;
      }
      result.steps.back().selectors.push_back(std::move(selector));
    }
    return true;
  }

  std::string say(const std::string& written) const {
    if (written.empty()) return written;
    std::optional<std::string> said =
        vocabulary_.property_path ? vocabulary_.property_path(type_.written, written) : std::nullopt;
    return said ? *std::move(said) : written;
  }

  static std::optional<std::string> below(const std::string& outer, const std::string& path) {
    if (outer.empty()) return path;
    if (path == outer) return std::string();
    if (path.size() <= outer.size() || path.compare(0, outer.size(), outer) != 0 || path[outer.size()] != '.')
      return std::nullopt;
    return path.substr(outer.size() + 1);
  }

  static void append(const std::string& names, Path& result) {
    for (std::size_t begin = 0; begin < names.size();) {
      std::size_t end = std::min(names.find('.', begin), names.size());
      result.steps.push_back({names.substr(begin, end - begin), {}});
      begin = end + 1;
    }
  }

  Error mistake(const Path& path) const {
    return {fmt::format("\"{}\" cannot be said of {} in items of {}; write the policy for {}", path.text, type_.written,
                        base_.empty() ? "a selector" : base_, type_.name),
            std::nullopt,
            {}};
  }

  const SpokenType& type_;
  const Vocabulary& vocabulary_;
  std::string written_;  // from the properties to where we are
  std::string moved_;    // what of it is translated
  std::string said_;     // that in CloudFormation's words
  std::string base_;
};

}  // namespace

std::string dotted(const Path& path) {
  std::string text;
  for (const Step& step : path.steps) text = joined_path(text, step.name);
  return text;
}

std::string joined_path(const std::string& outer, const std::string& inner) {
  return outer.empty() || inner.empty() ? outer + inner : outer + "." + inner;
}

std::string text_of(const Path& path) {
  std::string text = path.from_root ? "/" : "";
  for (std::size_t i = 0; i < path.steps.size(); ++i) {
    text += (i > 0 ? "." : "") + path.steps[i].name;
    for (const Selector& selector : path.steps[i].selectors) {
      text += "(" + (selector.field.empty() ? "" : selector.field + "=") + selector.text + ")";
    }
  }
  if (path.leaves) text += path.steps.empty() ? "**" : ".**";
  return text.empty() ? "." : text;
}

Result<Path> translate(const Path& path, const SpokenType& type, const Vocabulary& vocabulary) {
  if (!type.terraform) return path;
  return Translation(type, vocabulary, path.from_root).of(path);
}

}  // namespace demarc
