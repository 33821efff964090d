#pragma once

#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "parsers/graph/value.h"
#include "parsers/text/arena.h"

namespace demarc {

// New values out of old ones; everything lives in the arena.

// Where the steps of a path that are made new stand, and how the last one is written (see Entry; those before it are ".").
struct NewStep {
  Place place;
  std::string_view written = ".";
  bool replaces = false;  // the last step also takes the place of one that is there
};

// The value with what `change` makes of what stands at a path of keys in it; on the way there each alternative of a choice is
// changed. What cannot be entered stays as it is.
using Change = std::function<Value(const Value&)>;
Value changed_at(const Value& value, std::span<const std::string_view> path, const NewStep& step, const Change& change,
                 Arena& arena);

// A list with more items. A list that is not known stays a member that is not known.
Value with_items(const Value& list, const std::vector<Value>& items, Arena& arena);

// A value with another one in the place of nothing, in each alternative of a choice.
Value where_absent(const Value& value, const Value& otherwise, Arena& arena);

// A value that stands only where a guard holds, and another one elsewhere.
Value guarded(const Condition& guard, const Value& value, const Value& otherwise, Arena& arena);

}  // namespace demarc
