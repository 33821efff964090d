#include "analyzer/evaluate/select.h"

#include "analyzer/evaluate/compare.h"
#include "analyzer/evaluate/find.h"

namespace demarc {
namespace {

bool ends_in(std::string_view text, std::string_view ending) {
  if (text.size() < ending.size()) return false;
  text.remove_prefix(text.size() - ending.size());
  for (std::size_t i = 0; i < ending.size(); ++i) {
    if ((text[i] | 0x20) != ending[i]) return false;
  }
  return true;
}

// Whether a member is the one that a selector means.
Truth is_meant(World& world, const Found& member, const Selector& selector, std::string_view text) {
  if (member.value.is(Value::Kind::unknown) || member.value.is(Value::Kind::reference)) return Truth::unknown;
  const Entry* field = selector.field.empty() ? pair_of(member.value).key : member.value.find(selector.field);
  return field ? equals(world.scenario.settle(field->value), text) : Truth::no;
}

// The same place, reached by the selector's text.
Found named(World& world, Found found, std::string_view text) {
  Trail trail = *found.trail;
  if (trail.written.empty()) trail.written = trail.key;
  trail.key = text;
  trail.selected = true;
  found.trail = world.arena().store(trail);
  return found;
}

Found absent(World& world, const Found& from, std::string_view text) {
  Found found = from;
  Trail trail;
  trail.up = from.trail;
  trail.key = text;
  trail.selected = true;
  trail.absent = true;
  found.value = Value::null(from.value.place);
  found.trail = world.arena().store(trail);
  return found;
}

Found unknown_member(World& world, const Found& from, std::string_view text) {
  Found found = absent(world, from, text);
  found.value = Value::unknown(world.arena().store(Unknown{Why::unknown_members, false, {}}), from.value.place);
  return found;
}

Found picked(World& world, const Found& from, const Found& member, const Selector& selector, std::string_view text) {
  if (!selector.field.empty()) return named(world, member, text);
  const Entry* value = pair_of(member.value).value;
  return value ? named(world, entry_of(world, member, *value), text) : absent(world, from, text);
}

Found in_list(World& world, const Found& from, const Selector& selector, std::string_view text) {
  bool open = false;
  for (const Found& member : members_of(world, from, false)) {
    Truth meant = is_meant(world, member, selector, text);
    if (meant == Truth::yes) return picked(world, from, member, selector, text);
    open = open || meant == Truth::unknown;
  }
  return open ? unknown_member(world, from, text) : absent(world, from, text);
}

}  // namespace

Pair pair_of(const Value& map) {
  Pair pair;
  if (!map.is(Value::Kind::map)) return pair;
  for (const Entry& entry : map.entries()) {
    if (!pair.value && ends_in(entry.key, "value")) pair.value = &entry;
    if (!pair.key && (ends_in(entry.key, "key") || ends_in(entry.key, "name"))) pair.key = &entry;
  }
  return pair;
}

Found select(World& world, const Found& from, const Selector& selector, const Literal* member) {
  std::string_view text = selector.is_item && member ? std::string_view(member->text) : std::string_view(selector.text);
  if (from.value.is(Value::Kind::list)) return in_list(world, from, selector, text);
  if (!selector.field.empty()) {
    Truth meant = is_meant(world, from, selector, text);
    if (meant == Truth::yes) return from;
    return meant == Truth::unknown ? unknown_member(world, from, text) : absent(world, from, text);
  }
  const Entry* entry = from.value.find(text);
  return entry ? entry_of(world, from, *entry) : absent(world, from, text);
}

}  // namespace demarc
