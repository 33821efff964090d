#include "parsers/terraform/translate.h"

#include <algorithm>

#include "parsers/terraform/words.h"

namespace demarc {
namespace {

using Kind = Value::Kind;

const Entry* find(std::span<const Entry> arguments, std::string_view name) {
  for (const Entry& entry : arguments) {
    if (entry.key == name) return &entry;
  }
  return nullptr;
}

bool is_false(const Value& value) { return value.is_scalar() && value.scalar() == "false"; }

bool is_list_of_maps(const Value& value) {
  if (!value.is(Kind::list) || value.items().empty()) return false;
  return std::all_of(value.items().begin(), value.items().end(), [](const Value& item) { return item.is(Kind::map); });
}

const TypeMapping* case_of(const TypeMapping& mapping, std::span<const Entry> arguments) {
  if (mapping.cases.empty()) return &mapping;
  const Entry* by = find(arguments, mapping.by);
  std::string_view value = by != nullptr && by->value.is_scalar() ? by->value.scalar() : std::string_view();
  for (const TypeMapping::Case& one : mapping.cases) {
    if (one.value == value || one.value == "*") return &one.mapping;
  }
  return nullptr;
}

}  // namespace

std::string_view Translator::pascal(std::string_view name) {
  auto found = pascal_.find(name);
  if (found != pascal_.end()) return found->second;
  std::string_view result = arena_.store(std::string_view(pascal_case(name)));
  pascal_.emplace(arena_.store(name), result);
  return result;
}

Translation Translator::translate(const TypeMapping& mapping, const Value& arguments, const Reference& self) {
  Translation translation;
  translation.type = mapping.type;
  const TypeMapping* used = arguments.is(Kind::map) ? case_of(mapping, arguments.entries()) : nullptr;
  if (used == nullptr || used->keeps_names) {
    translation.properties.push_back(arguments);
    return translation;
  }
  translation.mapping = used;
  translation.type = used->type;
  self_ = &self;
  attributes_ = &translation.attributes;
  for (const Variation& variation : variations(&used->body, arguments.entries())) {
    draft_.clear();
    properties_ = Draft::kRoot;
    if (!used->inside.empty()) {
      properties_ = draft_.follow(Draft::kRoot, used->inside, ".", arguments.place);
      draft_.make_map(properties_);
    }
    Frame whole = frame(&used->body, arguments, properties_);
    whole.top = true;
    add_arguments(whole, variation);
    Value properties = draft_.value();
    properties.place = arguments.place;
    translation.properties.push_back(properties);
    attributes_ = nullptr;
  }
  return translation;
}

std::vector<Translator::Variation> Translator::variations(const TableBody* body, std::span<const Entry> arguments) const {
  std::vector<Variation> result;
  if (body != nullptr) {
    for (std::string_view name : body->each) {
      const Entry* entry = find(arguments, name);
      if (entry == nullptr || is_false(entry->value)) continue;
      if (!entry->value.is(Kind::list)) {
        result.push_back({entry, entry->value});
        continue;
      }
      for (const Value& item : entry->value.items()) result.push_back({entry, item});
    }
  }
  if (result.empty()) result.push_back({});
  return result;
}

void Translator::add_arguments(const Frame& outer, const Variation& variation) {
  const Entry* tags = outer.top ? find(outer.arguments, "tags_all") : nullptr;
  bool all_tags = tags != nullptr && tags->value.is(Kind::map);
  for (const Entry& entry : outer.arguments) {
    if (variation.entry == &entry) {
      Entry one = entry;
      one.value = variation.value;
      add(outer, one);
      continue;
    }
    bool varies =
        outer.body != nullptr && std::find(outer.body->each.begin(), outer.body->each.end(), entry.key) != outer.body->each.end();
    if (varies) continue;
    if (outer.top && entry.key == (all_tags ? "tags" : "tags_all")) continue;
    if (tags != nullptr && &entry == tags) {
      Entry effective = entry;
      effective.key = "tags";
      add(outer, effective);
    } else {
      add(outer, entry);
    }
  }
  if (outer.body != nullptr) set_all(outer, outer.body->constants, outer.place);
}

void Translator::set_all(const Frame& outer, std::span<const TableConstant> constants, Place place) {
  for (const TableConstant& constant : constants) {
    At object = constant.from_root ? Draft::kRoot : outer.object;
    draft_.set(draft_.follow(object, constant.target, ".", place), Value::text(constant.value, place));
  }
}

void Translator::add(const Frame& outer, const Entry& entry) {
  const TableArgument* argument = outer.body != nullptr ? outer.body->find(entry.key) : nullptr;
  if (argument == nullptr) {
    add_by_default(outer, entry);
  } else if (!argument->dropped) {
    add_row(outer, *argument, entry);
  }
}

void Translator::add_row(const Frame& outer, const TableArgument& argument, const Entry& entry) {
  bool block = argument.block != TableArgument::Block::none || argument.flat || (!argument.own && is_list_of_maps(entry.value));
  if (block) return add_block(outer, argument, entry);
  Value value = entry.value;
  set_all(outer, argument.sets, entry.key_place);
  if (!argument.take.empty()) value = taken(outer, argument, value);
  if (!argument.words.empty()) value = worded(argument, value);
  if (argument.document) value = document(argument, value);
  if (value.is_null()) return;
  if (value.is(Kind::map) && !argument.pair_key.empty()) {
    value = pairs(argument.pair_key, argument.pair_value, value);
  } else if (value.is(Kind::map) && entry.key == "tags" && !argument.keeps_map) {
    value = pairs("Key", "Value", value);
  }
  if (argument.attribute) {
    if (attributes_ != nullptr) attributes_->push_back({argument.target.front().name, entry.key, entry.key_place, value});
    return;
  }
  At object = argument.from_root ? Draft::kRoot : outer.object;
  add_value(object, argument.target, written(outer, argument), value, entry.key_place);
}

void Translator::add_by_default(const Frame& outer, const Entry& entry) {
  bool own = outer.top && keeps_name(entry.key);
  std::string_view name = own ? entry.key : pascal(entry.key);
  At at = draft_.member(outer.object, name, words_of(outer, entry.key), entry.key_place);
  const Value& value = entry.value;
  if (value.is(Kind::map) && entry.key == "tags") return draft_.set(at, pairs("Key", "Value", value));
  if (!is_list_of_maps(value)) return draft_.set(at, value);
  if (value.items().size() > 1) return add_objects(at, nullptr, value, {});
  draft_.make_map(at);
  add_arguments(frame(nullptr, value.items().front(), at), {});
}

std::string_view Translator::written(const Frame& outer, const TableArgument& argument) {
  return argument.from_root ? argument.written : words_of(outer, argument.name);
}

std::string_view Translator::words_of(const Frame& outer, std::string_view name) {
  if (outer.words.empty()) return name;
  return arena_.store(std::string_view(std::string(outer.words) + "." + std::string(name)));
}

void Translator::add_value(At object, std::span<const TableStep> steps, std::string_view written, const Value& value,
                           Place place) {
  for (std::size_t at = 0; at + 1 < steps.size(); ++at) {
    if (steps[at].kind == TableStep::Kind::members) return add_members(object, steps, at, written, value, place);
  }
  std::vector<TableStep> plain;
  if (!steps.empty() && steps.back().kind == TableStep::Kind::members) {
    plain.assign(steps.begin(), steps.end());
    plain.back().kind = TableStep::Kind::member;
    steps = plain;
  }
  draft_.set(draft_.follow(object, steps, written, place), value);
}

// Logging.Types[].Type: every member of a list becomes an object of that list.
void Translator::add_members(At object, std::span<const TableStep> steps, std::size_t list, std::string_view written,
                             const Value& value, Place place) {
  if (value.is(Kind::unknown)) {
    std::vector<TableStep> whole(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(list) + 1);
    whole.back().kind = TableStep::Kind::member;
    return draft_.set(draft_.follow(object, whole, written, place), value);
  }
  At at = draft_.follow(object, steps.first(list + 1), ".", place);
  std::span<const Value> items = value.is(Kind::list) ? value.items() : std::span<const Value>(&value, 1);
  for (const Value& item : items) add_value(draft_.append(at, item.place), steps.subspan(list + 1), written, item, item.place);
}

}  // namespace demarc
