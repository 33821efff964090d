#pragma once

#include "analyzer/evaluate/found.h"
#include "analyzer/evaluate/world.h"
#include "analyzer/policy/path.h"

namespace demarc {

// What a selector picks: of a map the entry with that key, of a list of pairs the value of that key, with a field the member
// that has it. A list with a member that could be meant gives an unknown. `member`: what `$item` stands for.
Found select(World& world, const Found& from, const Selector& selector, const Literal* member);

// The key and the value of a pair, {Key, Value} or {ParameterName, ParameterValue}; null where the map is no pair.
struct Pair {
  const Entry* key = nullptr;
  const Entry* value = nullptr;
};
Pair pair_of(const Value& map);

}  // namespace demarc
