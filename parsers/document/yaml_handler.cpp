#include "parsers/document/yaml_handler.h"

#include <algorithm>

#include "parsers/document/budget.h"
#include "parsers/document/core_schema.h"
#include "parsers/document/merge_keys.h"
#include "parsers/document/yaml_extent.h"

namespace demarc {
namespace {

Range range_of(std::size_t begin, std::size_t end) { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}; }

bool is_quote(char c) { return c == '"' || c == '\'' || c == '|' || c == '>'; }

bool is_plain_tag(std::string_view tag) { return tag.empty() || tag == "?"; }

// The tag as nodes keep it: nothing for those of the core schema, a local one without its exclamation mark.
std::string_view kept_tag(std::string_view tag) {
  if (is_plain_tag(tag) || kind_of_tag(tag)) return {};
  if (tag.starts_with('!')) tag.remove_prefix(1);
  return tag;
}

}  // namespace

std::size_t YamlHandler::offset(const YAML::Mark& mark) const {
  return mark.pos < 0 ? text_.size() : std::min(first_ + static_cast<std::size_t>(mark.pos), text_.size());
}

void YamlHandler::OnDocumentStart(const YAML::Mark& mark) {
  cursor_ = std::max(cursor_, offset(mark));
  if (text_.substr(cursor_, 3) == "---") cursor_ += 3;
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
    Properties properties = anchor != YAML::NullAnchor ? skip_properties(text_, begin) : Properties{begin, begin};
    std::size_t end = null_word_end(text_, properties.body, at_key());
    if (end > 0) word = text_.substr(properties.body, end - properties.body);
    if (end > 0 || anchor != YAML::NullAnchor) return range_of(begin, end > 0 ? end : properties.end);
  }
  std::size_t gap = at_key() ? skip_blank(text_, cursor_) : empty_value(text_, cursor_);
  return range_of(gap, gap);
}

void YamlHandler::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  std::string_view word;
  Range range = null_range(offset(mark), anchor, word);
  count(range);
  cursor_ = range.end;
  add(Node::scalar(NodeKind::null, word, range), anchor, 1, 0);
}

void YamlHandler::OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) {
  std::size_t begin = offset(mark);
  cursor_ = anchor_end(text_, begin);
  Range range = range_of(begin, cursor_);
  Anchored target = anchored(anchor);
  if (target.nodes == 0) {
    throw Refused{{"alias " + std::string(text_.substr(begin, cursor_ - begin)) + " stands inside the value that it repeats", range, {}}};
  }
  if (at_key() && !target.node.is_scalar()) refuse_key(begin, target.node.kind);
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
  document_.notes.push_back({"tag", "the value is no " + name + ", which its tag !!" + name + " says; it is taken as text",
                             {document_.file, range}});
  return NodeKind::text;
}

void YamlHandler::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, const std::string& value) {
  std::size_t begin = offset(mark);
  Properties properties = skip_properties(text_, begin);
  cursor_ = value.empty() ? empty_scalar_end(text_, properties) : scalar_end(text_, properties.body, value);
  Range range = range_of(begin, cursor_);
  count(range);
  bool written = cursor_ > properties.body;
  bool quoted = written && is_quote(text_[properties.body]);
  if (at_key() && !quoted && value == kMergeKey) return add_key(value, range, true);
  std::string_view text = keep(value, properties.body + (quoted ? 1 : 0));
  Node node = Node::scalar(scalar_kind(tag, value, range), text, range);
  node.truth = node.kind == NodeKind::boolean && is_true_word(value);
  node.quoted = quoted;
  std::string_view kept = keep_tag(kept_tag(tag));
  add(kept.empty() ? node : node.tagged(kept, document_.arena), anchor, 1, 0);
}

void YamlHandler::refuse_key(std::size_t begin, NodeKind kind) const {
  std::string hint = "keys are plain texts";
  if (text_.substr(begin, 2) == "{{") hint = "put the {{ }} of a template engine in quotes, or run the engine first";
  std::string what = kind == NodeKind::list ? "a list" : "a map";
  throw Refused{{what + " stands where a key is expected", range_of(begin, begin + 1), hint}};
}

void YamlHandler::open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, bool is_map) {
  std::size_t begin = offset(mark);
  if (at_key()) refuse_key(begin, is_map ? NodeKind::map : NodeKind::list);
  Range range = range_of(begin, begin + 1);
  count(range);
  if (open_.size() == limits_.depth) throw Refused{too_deep(limits_, range)};
  if (anchor != YAML::NullAnchor) anchored(anchor) = {};
  std::size_t body = skip_properties(text_, begin).body;
  bool bracket = text_.substr(body, 1) == (is_map ? "{" : "[");
  cursor_ = body + (bracket ? 1 : 0);
  open_.push_back({bracket, is_map, false, keep_tag(kept_tag(tag)), anchor, nodes_ + alias_nodes_ - 1, 0});
  is_map ? builder_.open_map(range.begin) : builder_.open_list(range.begin);
}

void YamlHandler::close(bool is_map) {
  Open closed = open_.back();
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
