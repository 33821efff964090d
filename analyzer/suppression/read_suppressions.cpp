#include "analyzer/suppression/read_suppressions.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "analyzer/policy/fields.h"
#include "analyzer/suppression/comment.h"
#include "analyzer/suppression/entry.h"
#include "analyzer/suppression/extent.h"
#include "analyzer/suppression/honored.h"
#include "analyzer/suppression/own_comment.h"

namespace demarc {
namespace {

constexpr std::string_view kOwnWord = "demarc:";

class Reader {
 public:
  Reader(const Node& root, const SourceFile& file, const std::vector<std::string>& honored)
      : root_(root), file_(file), honored_(honored), resources_(resource_extents(file, root)) {}

  InlineSuppressions read() {
    read_comments();
    if (const Node* metadata = root_.find("Metadata")) read_metadata(*metadata, nullptr);
    for (const ResourceExtent& resource : resources_) {
      if (const Node* metadata = resource.body->find("Metadata")) read_metadata(*metadata, &resource);
    }
    return std::move(read_);
  }

 private:
  void note(std::string_view kind, Range range, std::string message) {
    read_.notes.push_back({std::string(kind), std::move(message), {file_.id(), range}, true});
  }

  void malformed(Range range, std::string_view message) {
    note("suppression-malformed", range, fmt::format("this suppression is not heard: {}", message));
  }

  void read_comments() {
    std::vector<std::string_view> words = comment_words(honored_);
    words.push_back(kOwnWord);
    std::vector<Comment> comments = comments_of(file_, root_, words);
    std::vector<std::uint32_t> lines;
    for (const Comment& comment : comments) lines.push_back(comment.line);
    extents_ = extents_of(file_, root_, lines);
    for (const Comment& comment : comments) {
      if (comment.text.starts_with(kOwnWord)) {
        read_own(comment);
      } else {
        read_honored(comment);
      }
    }
  }

  void read_own(const Comment& comment) {
    Result<SuppressionRule> rule = read_own_comment(comment.text);
    if (!rule) return malformed(comment.range, fmt::format("{}; {}", rule.error().message, rule.error().hint));
    keep(comment, std::move(*rule), extents_.at(comment.line));
  }

  void read_honored(const Comment& comment) {
    HonoredComment honored = read_honored_comment(comment.text, honored_);
    if (!honored.note.empty()) note("suppression-narrowed", comment.range, honored.note);
    std::optional<Range> extent = extent_of(comment, honored.reach);
    if (!extent) return;
    for (SuppressionRule& rule : honored.rules) keep(comment, std::move(rule), *extent);
  }

  void keep(const Comment& comment, SuppressionRule rule, Range extent) {
    rule.mark.kind = Suppression::Kind::comment;
    rule.mark.place = {file_.id(), comment.range};
    rule.extent = extent;
    read_.rules.push_back(std::move(rule));
  }

  // Nothing where the comment speaks of nothing there.
  std::optional<Range> extent_of(const Comment& comment, Reach reach) const {
    if (reach == Reach::block) return extents_.at(comment.line);
    if (reach == Reach::line) {
      std::uint32_t begin = file_.line_begin(comment.line);
      return Range{begin, begin + static_cast<std::uint32_t>(file_.line(comment.line).size())};
    }
    if (reach == Reach::file) {
      bool first = root_.size() == 0 || comment.range.begin < root_.members()[0].key_range.begin;
      return first ? std::optional(Range{0, static_cast<std::uint32_t>(file_.text().size())}) : std::nullopt;
    }
    auto after = std::upper_bound(resources_.begin(), resources_.end(), comment.range.begin,
                                  [](std::uint32_t at, const ResourceExtent& resource) { return at < resource.range.begin; });
    bool inside = after != resources_.begin() && comment.range.end <= std::prev(after)->range.end;
    return inside ? std::optional(std::prev(after)->range) : std::nullopt;
  }

  void read_metadata(const Node& metadata, const ResourceExtent* resource) {
    std::optional<Range> extent = resource ? std::optional(resource->range) : std::nullopt;
    if (metadata.kind != NodeKind::map) return;
    if (const Node* own = metadata.find("demarc")) read_own_metadata(*own, extent);
    HonoredMetadata honored = read_honored_metadata(metadata, resource != nullptr, file_.id(), honored_);
    for (SuppressionRule& rule : honored.rules) {
      rule.extent = extent;
      read_.rules.push_back(std::move(rule));
    }
    read_.notes.insert(read_.notes.end(), honored.notes.begin(), honored.notes.end());
  }

  void read_own_metadata(const Node& own, std::optional<Range> extent) {
    static constexpr std::array<std::string_view, 1> kKeys = {"ignore"};
    std::vector<CatalogError> errors;
    Mistakes mistakes(file_.name(), errors);
    Fields fields(own, "demarc's metadata", kKeys, mistakes);
    if (const Node* ignore = fields.need("ignore")) {
      std::span<const Node> entries = ignore->kind == NodeKind::list ? ignore->items() : std::span<const Node>(ignore, 1);
      for (const Node& entry : entries) read_entry_of(entry, extent, mistakes);
    }
    for (const CatalogError& error : errors) malformed(error.range, error.message);
  }

  void read_entry_of(const Node& entry, std::optional<Range> extent, Mistakes& mistakes) {
    std::optional<SuppressionRule> rule = read_entry(entry, extent ? EntryHome::resource : EntryHome::file, mistakes);
    if (!rule) return;
    rule->mark.kind = Suppression::Kind::metadata;
    rule->mark.place = {file_.id(), entry.range};
    rule->extent = extent;
    read_.rules.push_back(std::move(*rule));
  }

  const Node& root_;
  const SourceFile& file_;
  const std::vector<std::string>& honored_;
  std::vector<ResourceExtent> resources_;
  std::map<std::uint32_t, Range> extents_;  // by line
  InlineSuppressions read_;
};

}  // namespace

InlineSuppressions read_suppressions(const Node& root, const SourceFile& file, const std::vector<std::string>& honored) {
  if (root.kind != NodeKind::map) return {};
  return Reader(root, file, honored).read();
}

}  // namespace demarc
