#include <algorithm>

#include "analyzer/evaluate/find.h"

namespace demarc {
namespace {

bool is_closed(const Piece& piece) {
  return !piece.hole || piece.hole->is(Value::Kind::unknown) || piece.hole->is(Value::Kind::reference);
}

// A text whose holes no scenario fills stays the value that it is.
Value settled(World& world, const Value& raw) {
  bool closed = raw.is(Value::Kind::partial) && std::all_of(raw.pieces().begin(), raw.pieces().end(), is_closed);
  return closed ? raw : world.scenario.settle(raw);
}

// Whether a settled value points to nothing that the scenario made: only texts are put together while settling.
bool lasts(const Value& raw, const Value& value) {
  bool text = value.is(Value::Kind::text) || value.is(Value::Kind::partial);
  return !text || (raw.kind() == value.kind() && (value.is(Value::Kind::text) || raw.pieces().data() == value.pieces().data()));
}

}  // namespace

Found entry_of(World& world, const Found& map, const Entry& entry) {
  Found found = map;
  found.value = settled(world, entry.value);
  found.lasting = map.lasting && lasts(entry.value, found.value);
  Trail trail;
  trail.up = map.trail;
  trail.key = entry.key;
  trail.written = entry.written;
  trail.place = entry.key_place;
  trail.absent = found.absent();
  found.trail = world.arena().store(trail);
  if (!found.absent() && !found.row) found.anchor = entry.key_place;
  return found;
}

std::vector<Found> members_of(World& world, const Found& found, bool entries_of_maps) {
  std::vector<Found> members;
  const auto add = [&](const Value& raw, const Value& value, std::int64_t index) {
    Found member = found;
    member.value = value;
    member.lasting = found.lasting && lasts(raw, value);
    Trail trail;
    trail.up = found.trail;
    trail.index = index;
    trail.place = raw.place;
    member.trail = world.arena().store(trail);
    if (!found.row) member.anchor = value.place;
    members.push_back(member);
  };
  if (found.value.is(Value::Kind::list)) {
    std::int64_t index = 0;
    for (const Value& raw : found.value.items()) {
      Value value = settled(world, raw);
      if (!value.is_null()) add(raw, value, index);
      ++index;
    }
  } else if (entries_of_maps && found.value.is(Value::Kind::map)) {
    for (const Entry& entry : found.value.entries()) {
      Found value = entry_of(world, found, entry);
      if (value.absent()) continue;
      const Entry pair[] = {{"Key", ".", entry.key_place, Value::text(entry.key, entry.key_place)},
                            {"Value", ".", entry.key_place, value.value}};
      value.value = Value::map(world.arena().store(std::span<const Entry>(pair)), entry.key_place);
      members.push_back(value);
    }
  } else if (!found.absent() && !found.value.is(Value::Kind::unknown) && !found.value.is(Value::Kind::reference)) {
    members.push_back(found);
  }
  return members;
}

}  // namespace demarc
