#pragma once

#include <string_view>
#include <vector>

#include "analyzer/evaluate/judge.h"

namespace demarc {

// What a test looks at: a property, an attribute, a tag or the cell of a table, in one world.
struct SubjectFound {
  Found found;
  std::string_view key;  // of a lookup
};
SubjectFound find_subject(World& world, const Item& item, const Subject& subject, bool defaults);

// The same for tests that take lists: all places.
std::vector<Found> find_subjects(World& world, const Item& item, const Subject& subject, bool defaults);

// The cell that a lookup leads to. Absent where what is looked up by is absent, or the cell is empty; unknown where there is no
// row. `key` becomes what was looked up by.
Found look_up(World& world, const Item& item, const Lookup& lookup, std::string_view& key);

// A value for comparisons: a reference becomes the physical name of its referent where that is written.
Value named_value(World& world, const Value& value);

}  // namespace demarc
