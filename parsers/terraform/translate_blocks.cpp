#include <algorithm>
#include <optional>
#include <string>

#include "parsers/terraform/translate.h"

namespace demarc {
namespace {

using Kind = Value::Kind;

constexpr Unknown kUnknownKeys{Why::unknown_members, true, {}};

}  // namespace

void Translator::add_block(const Frame& outer, const TableArgument& argument, const Entry& entry) {
  if (argument.flat) return add_flat(outer, argument, entry);
  At object = argument.from_root ? Draft::kRoot : outer.object;
  const Value& value = entry.value;
  std::string_view words = written(outer, argument);
  if (!value.is(Kind::list) && !value.is(Kind::map)) return add_value(object, argument.target, words, value, entry.key_place);
  bool empty = value.is(Kind::list) && value.items().empty();
  bool many = argument.block == TableArgument::Block::none && value.is(Kind::list) && value.items().size() > 1;
  bool list = (argument.block == TableArgument::Block::list && argument.key.empty()) || many;
  if (empty && !list) return;
  if (!argument.key.empty()) return add_keyed(argument, entry, draft_.follow(object, argument.target, words, entry.key_place));
  if (list) {
    At at = draft_.follow(object, argument.target, argument.shares ? "." : words, entry.key_place);
    return add_objects(at, argument.body, value, argument.shares ? words : std::string_view());
  }
  const Value& first = value.is(Kind::list) ? value.items().front() : value;
  At at = draft_.follow(object, argument.target, words, entry.key_place);
  if (!first.is(Kind::map)) return draft_.set(at, first);
  draft_.make_map(at);
  add_arguments(frame(argument.body, first, at), {});
}

void Translator::add_flat(const Frame& outer, const TableArgument& argument, const Entry& entry) {
  const Value& value = entry.value;
  if (value.is(Kind::list)) {
    for (const Value& item : value.items()) {
      if (item.is(Kind::map)) add_arguments(frame(argument.body, item, outer.object, words_of(outer, argument.name)), {});
    }
  } else if (value.is(Kind::map)) {
    add_arguments(frame(argument.body, value, outer.object, words_of(outer, argument.name)), {});
  } else if (argument.body != nullptr) {
    add_unknown(outer, *argument.body, value, entry.key_place);
  }
}

// A block whose arguments belong to the object around it is unknown as a whole: so is each of them.
void Translator::add_unknown(const Frame& outer, const TableBody& body, const Value& unknown, Place place) {
  for (const TableArgument& argument : body.arguments) {
    if (argument.dropped || argument.attribute) continue;
    if (argument.flat) {
      if (argument.body != nullptr) add_unknown(outer, *argument.body, unknown, place);
      continue;
    }
    add_value(argument.from_root ? Draft::kRoot : outer.object, argument.target, written(outer, argument), unknown, place);
  }
}

// `words`: what the objects are called where their list has no name of its own: "ebs_block_device", for [0] and on.
void Translator::add_objects(At list, const TableBody* body, const Value& value, std::string_view words) {
  draft_.make_list(list);
  std::span<const Value> items = value.is(Kind::list) ? value.items() : std::span<const Value>(&value, 1);
  for (std::size_t index = 0; index < items.size(); ++index) {
    const Value& item = items[index];
    if (!item.is(Kind::map)) {
      draft_.set(draft_.append(list, item.place), item);
      continue;
    }
    std::string_view name = words;
    if (!words.empty()) name = arena_.store(std::string_view(std::string(words) + "[" + std::to_string(index) + "]"));
    for (const Variation& variation : variations(body, item.entries())) {
      At at = draft_.append(list, item.place);
      draft_.make_map(at);
      add_arguments(frame(body, item, at, name), variation);
    }
  }
}

// A list of blocks becomes a map, by one or more of their arguments. Blocks of one key are put together.
void Translator::add_keyed(const TableArgument& argument, const Entry& entry, At map) {
  const Value& value = entry.value;
  std::span<const Value> items = value.is(Kind::list) ? value.items() : std::span<const Value>(&value, 1);
  draft_.make_map(map);
  for (const Value& item : items) {
    std::optional<At> at = keyed_member(argument, item, map);
    if (!at) return draft_.replace(map, Value::unknown(&kUnknownKeys, value.place));
    if (argument.value.empty()) {
      draft_.make_map(*at);
      add_arguments({argument.body, without_keys(argument, item), item.place, *at, {}, false}, {});
    } else if (const Entry* inner = item.find(argument.value)) {
      draft_.extend(*at, inner->value);
    }
  }
}

// Where a block belongs in the map; nothing if one of its keys is not known.
std::optional<Draft::At> Translator::keyed_member(const TableArgument& argument, const Value& item, At map) {
  At at = map;
  for (std::string_view name : argument.key) {
    const Entry* key = item.find(name);
    const TableArgument* row = argument.body != nullptr ? argument.body->find(name) : nullptr;
    if (key == nullptr || !key->value.is_scalar()) return std::nullopt;
    Value word = row != nullptr ? worded(*row, key->value) : key->value;
    if (!word.is_scalar()) return std::nullopt;
    at = draft_.member(at, word.scalar(), ".", item.place);
  }
  return at;
}

std::span<const Entry> Translator::without_keys(const TableArgument& argument, const Value& item) {
  std::vector<Entry> rest;
  for (const Entry& entry : item.entries()) {
    if (std::find(argument.key.begin(), argument.key.end(), entry.key) == argument.key.end()) rest.push_back(entry);
  }
  return arena_.store(rest);
}

}  // namespace demarc
