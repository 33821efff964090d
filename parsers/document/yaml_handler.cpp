#include "parsers/document/yaml_handler.h"

#include <algorithm>

#include "parsers/document/add_note.h"
#include "parsers/document/budget.h"
#include "parsers/document/core_schema.h"
#include "parsers/document/merge_keys.h"
#include "parsers/document/quoted.h"
#include "parsers/document/yaml_extent.h"

namespace demarc {
namespace {

Range range_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

bool is_plain_tag(std::string_view tag) { return tag.empty() || tag == "?"; }

// The tag as nodes keep it: nothing for those of the core schema, a local one without its exclamation mark.
std::string_view kept_tag(std::string_view tag) {
  if (is_plain_tag(tag) || kind_of_tag(tag)) return {};
  if (tag.starts_with('!')) tag.remove_prefix(1);
  return tag;
}

bool is_explicit_key(std::string_view text, std::size_t begin) {
  std::size_t before = begin == 0 ? std::string_view::npos : text.find_last_not_of(" \t\r\n", begin - 1);
  return before != std::string_view::npos && text[before] == '?';
}

}  // namespace

std::size_t YamlHandler::offset(const YAML::Mark& mark) const {
  return mark.pos < 0 ? text_.size() : std::min(first_ + static_cast<std::size_t>(mark.pos), text_.size());
}

void YamlHandler::OnDocumentStart(const YAML::Mark& mark) {
  begin_ = offset(mark);
  cursor_ = begin_;
  if (at_marker(text_, cursor_, "---")) cursor_ += 3;
}

// Values point into the text where it holds them as they are.
std::string_view YamlHandler::keep(std::string_view value, std::size_t body) {
  std::string_view written = text_.substr(std::min(body, text_.size()), value.size());
  return written == value ? written : document_.arena.store(value);
}

std::string_view YamlHandler::keep_tag(std::string_view tag) {
  if (tag.empty()) return {};
  auto found = tags_.find(tag);
  return found != tags_.end() ? *found : *tags_.insert(document_.arena.store(tag)).first;
}

YamlHandler::Anchored& YamlHandler::anchored(YAML::anchor_t anchor) {
  if (anchors_.size() <= anchor) anchors_.resize(anchor + 1);
  return anchors_[anchor];
}

void YamlHandler::count(Range range) {
  if (++nodes_ > limits_.nodes) throw Refused{too_many_nodes(limits_, range)};
}

void YamlHandler::add_key(std::string_view key, Range range, bool is_merge) {
  builder_.key(is_merge ? kMergeKey : key, range);
  open_.back().at_key = false;
  open_.back().merges |= is_merge;
}

void YamlHandler::add(Node node, YAML::anchor_t anchor, std::uint64_t nodes, std::uint32_t height) {
  if (anchor != YAML::NullAnchor) anchored(anchor) = {node, nodes, height};
  if (at_key()) return add_key(node.text(), node.range, false);
  builder_.add(node);
  if (open_.empty()) return;
  open_.back().at_key = builder_.in_map();
  open_.back().height = std::max(open_.back().height, height);
}

// yaml-cpp gives a value that is left out the position of the token behind it.
Range YamlHandler::null_range(std::size_t begin, YAML::anchor_t anchor, std::string_view& word) const {
  if (begin >= cursor_) {
    Properties properties = skip_properties(text_, begin, false, anchor != YAML::NullAnchor);
    std::size_t end = null_word_end(text_, properties.body, at_key(), innermost_bracket().has_value());
    if (end > 0) word = text_.substr(properties.body, end - properties.body);
    if (end > 0 || anchor != YAML::NullAnchor) return range_of(begin, end > 0 ? end : properties.end);
  }
  std::size_t gap = at_key() ? empty_key(text_, cursor_, !builder_.members().empty()) : empty_value(text_, cursor_);
  return range_of(gap, gap);
}

std::optional<std::size_t> YamlHandler::innermost_bracket() const {
  auto found = std::find_if(open_.rbegin(), open_.rend(), [](const Open& open) { return open.bracket; });
  return found == open_.rend() ? std::nullopt : std::optional(found->body);
}

// yaml-cpp takes much for an empty value that is none in YAML.
void YamlHandler::check_empty(Range range) const {
  if (open_.empty()) return;
  std::string_view before = text_.substr(0, range.begin);
  if (open_.back().bracket) {
    bool comma = builder_.in_list() || (at_key() && text_.substr(skip_blank(text_, range.begin), 1) == ",");
    if (comma) throw Refused{Error{"a value is missing before the comma", range, "remove the comma, or write null"}};
  } else if (builder_.in_map() && !at_key() && !before.ends_with(':') && !is_explicit_key(text_, builder_.key_range().begin)) {
    throw Refused{missing_value(text_, builder_.key_range(), innermost_bracket())};
  }
}

YamlProgress YamlHandler::progress() const {
  YamlProgress progress;
  progress.end = cursor_;
  progress.quoted = quoted_;
  if (!open_.empty()) progress.open = {open_.back().body, builder_.in_map(), open_.back().bracket};
  return progress;
}

void YamlHandler::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  std::string_view word;
  Range range = null_range(offset(mark), anchor, word);
  count(range);
  if (word.empty() && anchor == YAML::NullAnchor) check_empty(range);
  quoted_.reset();
  cursor_ = range.end;
  add(Node::scalar(NodeKind::null, word, range), anchor, 1, 0);
}

void YamlHandler::OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) {
  std::size_t begin = offset(mark);
  cursor_ = anchor_end(text_, begin);
  Range range = range_of(begin, cursor_);
  Anchored target = anchored(anchor);
  if (target.nodes == 0) {
    throw Refused{
        {"alias " + std::string(text_.substr(begin, cursor_ - begin)) + " stands inside the value that it repeats", range, {}}};
  }
  if (at_key() && !target.node.is_scalar()) throw Refused{collection_as_key(text_, begin, target.node.kind == NodeKind::map)};
  alias_nodes_ += target.nodes;
  if (alias_nodes_ > limits_.alias_nodes) throw Refused{too_many_alias_nodes(limits_, range)};
  if (open_.size() + target.height > limits_.depth) throw Refused{too_deep(limits_, range)};
  target.node.range = range;
  add(target.node, YAML::NullAnchor, target.nodes, target.height);
}

NodeKind YamlHandler::scalar_kind(std::string_view tag, std::string_view value, Range range) {
  if (is_plain_tag(tag)) return kind_of_plain(value);
  std::optional<NodeKind> asked = kind_of_tag(tag);
  if (!asked || *asked == NodeKind::text || kind_of_plain(value) == *asked) return asked.value_or(NodeKind::text);
  std::string name(tag.substr(tag.rfind(':') + 1));
  add_note(document_.notes,
           {"tag", "the value is not what its tag !!" + name + " says, and is taken as text", {document_.file, range}});
  return NodeKind::text;
}

BlockTag* YamlHandler::hidden_tag(std::size_t header) {
  auto found = std::lower_bound(hidden_.begin(), hidden_.end(), header,
                                [](const BlockTag& tag, std::size_t at) { return tag.header < at; });
  return found != hidden_.end() && found->header == header ? &*found : nullptr;
}

void YamlHandler::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, const std::string& value) {
  BlockTag* hidden = hidden_tag(offset(mark));
  if (!hidden) return add_scalar(offset(mark), tag, anchor, value);
  hidden->found = true;
  add_scalar(hidden->begin, full_tag(text_.substr(hidden->begin, hidden->end - hidden->begin)), anchor, value);
}

void YamlHandler::add_scalar(std::size_t begin, std::string_view tag, YAML::anchor_t anchor, std::string_view value) {
  Properties properties = skip_properties(text_, begin, !is_plain_tag(tag), anchor != YAML::NullAnchor);
  cursor_ = value.empty() ? empty_scalar_end(text_, properties) : scalar_end(text_, properties.body, value);
  Range range = range_of(begin, cursor_);
  count(range);
  char style = cursor_ > properties.body ? text_[properties.body] : 0;
  bool in_quotes = style == '"' || style == '\'';
  quoted_ = in_quotes ? std::optional(properties.body) : std::nullopt;
  std::string_view text = in_quotes ? keep_quoted(value, properties.body) : keep(value, properties.body);
  Node node = Node::scalar(scalar_kind(tag, text, range), text, range);
  node.truth = node.kind == NodeKind::boolean && is_true_word(text);
  node.quoted = in_quotes || style == '|' || style == '>';
  if (at_key() && is_plain_tag(tag) && text == kMergeKey) return add_key(text, range, true);
  std::string_view kept = keep_tag(kept_tag(tag));
  add(kept.empty() ? node : node.tagged(kept, document_.arena), anchor, 1, 0);
}

// yaml-cpp takes the end of the file for a closing quote, and drops line breaks before one.
std::string_view YamlHandler::keep_quoted(std::string_view value, std::size_t begin) {
  if (quoted_end(text_, begin) == std::string_view::npos) throw Refused{unclosed_quote(text_, begin)};
  std::string_view raw = text_.substr(begin, cursor_ - begin);
  if (raw.find_first_of("\r\n") == std::string_view::npos) return keep(value, begin + 1);
  return document_.arena.store(std::string_view(unfold_quoted(raw)));
}

void YamlHandler::open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, bool is_map) {
  std::size_t begin = offset(mark);
  if (at_key()) throw Refused{collection_as_key(text_, begin, is_map)};
  Range range = range_of(begin, begin + 1);
  count(range);
  if (open_.size() == limits_.depth) throw Refused{too_deep(limits_, range)};
  if (anchor != YAML::NullAnchor) anchored(anchor) = {};
  std::size_t body = skip_properties(text_, begin, !is_plain_tag(tag), anchor != YAML::NullAnchor).body;
  bool bracket = text_.substr(body, 1) == (is_map ? "{" : "[");
  cursor_ = body + (bracket ? 1 : 0);
  open_.push_back({bracket, is_map, false, body, keep_tag(kept_tag(tag)), anchor, nodes_ + alias_nodes_ - 1, 0});
  is_map ? builder_.open_map(range.begin) : builder_.open_list(range.begin);
}

void YamlHandler::close(bool is_map) {
  Open closed = open_.back();
  if (is_map && !closed.at_key) throw Refused{missing_value(text_, builder_.key_range(), innermost_bracket())};
  if (closed.bracket) cursor_ = flow_end(text_, cursor_);
  if (closed.merges) builder_.replace_members(apply_merges(builder_.members(), document_.file, document_.notes));
  auto end = static_cast<std::uint32_t>(cursor_);
  Node node = is_map ? builder_.close_map(end) : builder_.close_list(end);
  open_.pop_back();
  if (!closed.tag.empty()) node = node.tagged(closed.tag, document_.arena);
  add(node, closed.anchor, nodes_ + alias_nodes_ - closed.nodes_before, closed.height + 1);
}

void YamlHandler::OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                                  YAML::EmitterStyle::value) {
  open(mark, tag, anchor, false);
}

void YamlHandler::OnSequenceEnd() { close(false); }

void YamlHandler::OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YAML::EmitterStyle::value) {
  open(mark, tag, anchor, true);
}

void YamlHandler::OnMapEnd() { close(true); }

}  // namespace demarc
