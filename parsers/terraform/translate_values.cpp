#include "parsers/document/read.h"
#include "parsers/terraform/node_value.h"
#include "parsers/terraform/translate.h"

namespace demarc {
namespace {

using Kind = Value::Kind;

constexpr Unknown kDocument{Why::known_after_apply, true, {}};

}  // namespace

Value Translator::worded(const TableArgument& argument, const Value& value) const {
  if (!value.is_scalar()) return value;
  for (const TableWord& word : argument.words) {
    if (word.written != value.scalar()) continue;
    if (word.absent) return Value::null(value.place);
    Value result = Value::text(word.word, value.place);
    result.sensitive = value.sensitive;
    result.through = value.through;
    return result;
  }
  return value;
}

Value Translator::taken(const Frame& outer, const TableArgument& argument, const Value& value) const {
  if (!value.is_scalar()) return value;
  if (value.scalar() != "true") return Value::null(value.place);
  if (argument.take == ".") return Value::reference(self_, value.place);
  for (const Entry& entry : outer.arguments) {
    if (entry.key == argument.take) return entry.value;
  }
  return Value::null(value.place);
}

Value Translator::pairs(std::string_view key, std::string_view value, const Value& map) {
  std::vector<Value> items;
  for (const Entry& entry : map.entries()) {
    const Entry pair[] = {{key, ".", entry.key_place, Value::text(entry.key, entry.key_place)},
                          {value, entry.key, entry.key_place, entry.value}};
    items.push_back(Value::map(arena_.store(std::span<const Entry>(pair)), entry.value.place));
  }
  Value list = Value::list(arena_.store(items), map.place);
  list.sensitive = map.sensitive;
  return list;
}

// A document that is made of a reference's text cannot be that reference, unless this names a document itself.
Value Translator::document(const TableArgument& argument, const Value& value) {
  if (value.is(Kind::reference)) {
    Value written = document_of_ ? document_of_(value) : Value::null();
    if (!written.is_null()) return written;
    Value unknown = Value::unknown(&kDocument, value.place);
    unknown.through = &value.reference();
    return unknown;
  }
  if (!argument.pascal_keys || !value.is(Kind::text)) return value;
  Range range = value.place.range;
  std::string_view raw = range.end <= text_.size() ? text_.substr(range.begin, range.end - range.begin) : std::string_view();
  const Node* root = read_embedded(value.scalar(), raw, range, arena_);
  if (root == nullptr) return value;
  Value read = value_of_node(*root, value.place.file, value.sensitive, arena_);
  return with_pascal_keys(read, argument.body, false);
}

Value Translator::with_pascal_keys(const Value& value, const TableBody* body, bool keeps) {
  Value result = value;
  if (value.is(Kind::list)) {
    std::vector<Value> items;
    for (const Value& item : value.items()) items.push_back(with_pascal_keys(item, body, false));
    result = Value::list(arena_.store(items), value.place);
  } else if (value.is(Kind::map)) {
    std::vector<Entry> entries;
    for (Entry entry : value.entries()) {
      const TableArgument* argument = body != nullptr ? body->find(entry.key) : nullptr;
      entry.value = with_pascal_keys(entry.value, body, argument != nullptr && argument->keeps_map);
      entry.written = entry.key;
      if (!keeps) entry.key = pascal(entry.key);
      entries.push_back(entry);
    }
    result = Value::map(arena_.store(entries), value.place);
  }
  result.sensitive = value.sensitive;
  result.through = value.through;
  return result;
}

}  // namespace demarc
