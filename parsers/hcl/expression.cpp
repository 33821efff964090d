#include "parsers/hcl/expression.h"

#include "parsers/hcl/lexer.h"

namespace demarc {
namespace {

std::string_view text_at(std::string_view text, Range range) { return text.substr(range.begin, range.end - range.begin); }

std::string_view unquoted(std::string_view text) {
  return text.size() >= 2 && text.front() == '"' && text.back() == '"' ? text.substr(1, text.size() - 2) : text;
}

// Reads the elements between the brackets at the start of an expression.
class Elements {
 public:
  Elements(std::string_view text, Range range) : text_(text), lexer_(text, range.begin, range.end) { step(); }

  // Enters `{`, `[` or jsonencode( and what is in it. False if the expression is none of these.
  bool enter(std::string_view bracket) {
    if (text_at(text_, next_.range) == "jsonencode") {
      step();
      if (text_at(text_, next_.range) != "(") return false;
      step();
      skip_newlines();
    }
    if (text_at(text_, next_.range) != bracket) return false;
    step();
    return true;
  }

  // The range of the next element; nothing behind the last.
  std::optional<Range> item() {
    skip_newlines();
    if (at_end()) return std::nullopt;
    Range range = skip_element(false);
    if (next_.token == HclToken::comma) step();
    return range;
  }

  // The value of the next `key = value` of an object.
  struct Pair {
    std::string_view key;
    Range value;
  };
  std::optional<Pair> pair() {
    for (skip_newlines(); !at_end(); skip_newlines()) {
      const HclLexeme key = next_;
      step();
      if (next_.token == HclToken::equals) {
        step();
        Range value = skip_element(true);
        if (next_.token == HclToken::comma) step();
        return Pair{unquoted(text_at(text_, key.range)), value};
      }
      skip_element(true);
      if (next_.token == HclToken::comma) step();
    }
    return std::nullopt;
  }

 private:
  void step() { next_ = lexer_.next(); }
  bool at_end() const { return next_.token == HclToken::end || next_.token == HclToken::close; }
  void skip_newlines() {
    while (next_.token == HclToken::newline) step();
  }

  // To the comma or bracket behind an element, or, of an object, to the end of the line.
  Range skip_element(bool line_ends) {
    Range range{next_.range.begin, next_.range.begin};
    for (std::size_t depth = 0; next_.token != HclToken::end; step()) {
      if (depth == 0 && (next_.token == HclToken::close || next_.token == HclToken::comma)) break;
      if (depth == 0 && line_ends && next_.token == HclToken::newline) break;
      if (next_.token == HclToken::open) ++depth;
      if (next_.token == HclToken::close) --depth;
      if (next_.token != HclToken::newline) range.end = next_.range.end;
    }
    return range;
  }

  std::string_view text_;
  HclLexer lexer_;
  HclLexeme next_;
};

std::optional<Range> item_at(std::string_view text, Range list, std::size_t index) {
  Elements elements(text, list);
  if (!elements.enter("[")) return std::nullopt;
  std::optional<Range> item = elements.item();
  for (; item && index > 0; --index) item = elements.item();
  return item;
}

std::optional<Range> value_of(std::string_view text, Range object, std::string_view key) {
  Elements elements(text, object);
  if (!elements.enter("{")) return std::nullopt;
  while (auto pair = elements.pair()) {
    if (same_key(pair->key, key)) return pair->value;
  }
  return std::nullopt;
}

// One deeper by a list index, one deeper by a key: of a list of one object, its key is meant without an index.
std::optional<Range> step_into(std::string_view text, Range at, std::string_view key) {
  if (auto value = value_of(text, at, key)) return value;
  auto only = item_at(text, at, 0);
  return only ? value_of(text, *only, key) : std::nullopt;
}

HclFound find_in_text(std::string_view text, Range value, std::optional<std::size_t> index, std::span<const HclStep> steps) {
  HclFound found{value, false, false};
  auto follow = [&](std::optional<std::size_t> wanted) {
    if (!wanted) return true;
    auto item = item_at(text, found.range, *wanted);
    if (item) found.range = *item;
    return item.has_value();
  };
  if (!follow(index)) return found;
  for (const HclStep& step : steps) {
    auto deeper = step_into(text, found.range, step.name);
    if (!deeper) return found;
    found.range = *deeper;
    if (!follow(step.index)) return found;
  }
  found.whole = true;
  return found;
}

const Node* item_of(const Node& node, std::optional<std::size_t> index) {
  if (!index) return &node;
  if (node.kind != NodeKind::list) return *index == 0 ? &node : nullptr;
  return *index < node.size() ? &node.items()[*index] : nullptr;
}

HclFound find_in_node(const Node& value, std::optional<std::size_t> index, std::span<const HclStep> steps) {
  const Node* node = item_of(value, index);
  HclFound found{node == nullptr ? value.range : node->range, node != nullptr && steps.empty(), false};
  if (node == nullptr || steps.empty()) return found;
  if (node->kind == NodeKind::list && node->size() == 1) node = node->items().data();
  const Node* member = node->kind == NodeKind::map ? node->find(steps.front().name) : nullptr;
  return member == nullptr ? found : find_in_node(*member, steps.front().index, steps.subspan(1));
}

}  // namespace

std::vector<Range> items_of(std::string_view text, Range list) {
  std::vector<Range> items;
  Elements elements(text, list);
  if (!elements.enter("[")) return items;
  while (auto item = elements.item()) items.push_back(*item);
  return items;
}

HclFound find_in_expression(const HclAttribute& attribute, std::string_view text, std::optional<std::size_t> index,
                            std::span<const HclStep> steps) {
  if (attribute.node != nullptr) return find_in_node(*attribute.node, index, steps);
  return find_in_text(text, attribute.value, index, steps);
}

}  // namespace demarc
