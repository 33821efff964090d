#include "parsers/document/read.h"
#include "parsers/terraform/node_value.h"
#include "parsers/terraform/translate.h"

namespace demarc {
namespace {

using Kind = Value::Kind;

constexpr Unknown kDocument{Why::known_after_apply, true, {}};

const Value* find(const Value& map, std::string_view key) {
  const Entry* entry = map.find(key);
  return entry != nullptr ? &entry->value : nullptr;
}

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
    const Entry pair[] = {{key, ".", entry.key_place, Value::text(entry.key, entry.key_place)}, {value, entry.key, entry.key_place, entry.value}};
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

void Translator::merge(At at, const Value& value) {
  if (draft_.is_empty(at)) return draft_.set(at, value);
  std::vector<Value> items;
  for (const Value& part : {draft_.value(at), value}) {
    if (part.is(Kind::list)) {
      items.insert(items.end(), part.items().begin(), part.items().end());
    } else {
      items.push_back(part);
    }
  }
  draft_.replace(at, Value::list(arena_.store(items), value.place));
}

void Translator::add_keyed(const TableArgument& argument, const Entry& entry, At map) {
  const Value& value = entry.value;
  std::span<const Value> items = value.is(Kind::list) ? value.items() : std::span<const Value>(&value, 1);
  draft_.make_map(map);
  for (const Value& item : items) {
    At at = map;
    for (std::string_view name : argument.key) {
      const Value* key = find(item, name);
      const TableArgument* row = argument.body != nullptr ? argument.body->find(name) : nullptr;
      Value text = key == nullptr ? Value::null() : row != nullptr ? worded(*row, *key) : *key;
      if (!text.is_scalar()) return draft_.replace(map, Value::unknown(arena_.store(Unknown{Why::unknown_members, true, {}}), value.place));
      at = draft_.member(at, text.scalar(), ".", item.place);
    }
    if (!argument.value.empty()) {
      const Value* inner = find(item, argument.value);
      if (inner != nullptr) merge(at, *inner);
      continue;
    }
    std::vector<Entry> rest;
    for (const Entry& one : item.entries()) {
      bool is_key = false;
      for (std::string_view name : argument.key) is_key = is_key || one.key == name;
      if (!is_key) rest.push_back(one);
    }
    draft_.make_map(at);
    add_arguments({argument.body, rest, item.place, at, {}, false}, {});
  }
}

}  // namespace demarc
