#include "analyzer/evaluate/set.h"

namespace demarc {
namespace {

// A companion that may be another resource's own is no sure member.
bool is_sure(const Value& member) {
  if (!member.is(Value::Kind::unknown)) return true;
  return member.unknown().why != Why::unproven_companion && member.unknown().why != Why::outside;
}

Truth has_members(World& world, const Value& list) {
  Truth result = Truth::no;
  for (const Value& member : list.items()) {
    const Value value = world.scenario.settle(member);
    if (value.is_null()) continue;
    if (is_sure(value)) return Truth::yes;
    result = Truth::unknown;
  }
  return result;
}

}  // namespace

Truth is_set(World& world, const Value& value) {
  switch (value.kind()) {
    case Value::Kind::null: return Truth::no;
    case Value::Kind::text: return truth(!value.scalar().empty());
    case Value::Kind::map: return truth(!value.entries().empty());
    case Value::Kind::unknown: return value.unknown().set ? Truth::yes : Truth::unknown;
    case Value::Kind::list: return has_members(world, value);
    case Value::Kind::partial: {
      Truth set = Truth::no;
      for (const Piece& piece : value.pieces())
        set = either(set, piece.hole ? is_set(world, *piece.hole) : truth(!piece.literal.empty()));
      return set;
    }
    default: return Truth::yes;
  }
}

}  // namespace demarc
