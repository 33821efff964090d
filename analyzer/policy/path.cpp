#include "analyzer/policy/path.h"

#include <fmt/format.h>

#include "analyzer/policy/glob.h"

namespace demarc {
namespace {

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

std::size_t word_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_word(text[at])) ++at;
  return at;
}

Error mistake(std::string message) { return {std::move(message), std::nullopt, {}}; }

// `key`, `Field=text`, `Field=$item`; `$$` is a dollar.
Result<Selector> read_selector(std::string_view inside) {
  Selector selector;
  std::size_t equals = word_end(inside, 0);
  if (equals > 0 && equals < inside.size() && inside[equals] == '=') {
    selector.field = inside.substr(0, equals);
    inside.remove_prefix(equals + 1);
  }
  if (inside.empty()) return mistake("a selector is empty; write (key) or (Field=text)");
  selector.is_item = inside == "$item";
  if (inside.substr(0, 2) == "$$") {
    inside.remove_prefix(1);
  } else if (inside[0] == '$' && !selector.is_item) {
    return mistake(fmt::format("\"{}\" cannot stand in a path; only $item can, and $$ is a dollar", inside));
  }
  selector.text = inside;
  return selector;
}

Result<std::vector<Selector>> read_selectors(std::string_view text, std::size_t& at) {
  std::vector<Selector> selectors;
  while (at < text.size() && text[at] == '(') {
    std::size_t close = text.find(')', at);
    if (close == std::string_view::npos) return mistake(fmt::format("a parenthesis in path \"{}\" is not closed", text));
    Result<Selector> selector = read_selector(text.substr(at + 1, close - at - 1));
    if (!selector) return selector.error();
    selectors.push_back(*std::move(selector));
    at = close + 1;
  }
  return selectors;
}

Result<Step> read_step(std::string_view text, std::size_t& at, bool first) {
  Step step;
  std::size_t end = word_end(text, at);
  step.name = text.substr(at, end - at);
  at = end;
  Result<std::vector<Selector>> selectors = read_selectors(text, at);
  if (!selectors) return selectors.error();
  step.selectors = *std::move(selectors);
  if (step.name.empty() && !(first && !step.selectors.empty())) {
    if (at == text.size() && step.selectors.empty())
      return mistake(fmt::format("path \"{}\" ends where a name is expected", text));
    if (step.selectors.empty() && text[at] == '.')
      return mistake(fmt::format("path \"{}\" has a dot where a name is expected", text));
    if (!step.selectors.empty()) return mistake(fmt::format("path \"{}\" has a parenthesis where a name is expected", text));
  }
  if (at < text.size() && text[at] != '.') {
    return mistake(fmt::format("\"{}\" cannot stand in path \"{}\"; a key that is no plain word stands in parentheses: Name(key)",
                               text.substr(at, 1), text));
  }
  return step;
}

}  // namespace

Result<Path> read_path(std::string_view text) {
  Path path;
  path.text = text;
  if (text.empty()) return mistake("a path is empty; write . for the item itself");
  std::size_t at = 0;
  path.from_root = text[0] == '/';
  if (path.from_root) ++at;
  if (text == "." || text == "/") return path;
  for (bool first = true;; first = false) {
    if (text.substr(at) == "**") {
      path.leaves = true;
      return path;
    }
    Result<Step> step = read_step(text, at, first);
    if (!step) return step.error();
    path.steps.push_back(*std::move(step));
    if (at == text.size()) return path;
    ++at;
  }
}

const Path* path_for(const Paths& paths, std::string_view type) {
  const Path* otherwise = nullptr;
  for (const TypedPath& typed : paths) {
    if (typed.type == type) return &typed.path;
    if (!otherwise && (typed.type.empty() || (is_glob(typed.type) && glob_matches(typed.type, type)))) otherwise = &typed.path;
  }
  return otherwise;
}

}  // namespace demarc
