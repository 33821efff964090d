#pragma once

#include <vector>

#include "analyzer/evaluate/found.h"
#include "analyzer/evaluate/world.h"
#include "analyzer/policy/path.h"

namespace demarc {

// What of a resource a path speaks of, and whether what is absent is asked of the rows of defaults.
struct Search {
  bool defaults = true;
  bool attributes = false;  // of the resource's attributes; else its properties
};

// Where a path leads to from an item (POLICY-LANGUAGE, section 2), in one world. One that passes through a list of several
// members is unknown. Never a list of nothing: what is absent is found as absent.
Found find(World& world, const Item& item, const Path& path, Search search = {});

// All places that a path leads to: steps through lists collect from every member. A step `Key` or `Value` that a map does not
// have goes through its entries. What is absent or unknown on one way stands among the results.
std::vector<Found> find_all(World& world, const Item& item, const Path& path, Search search = {});

// The members of a list in this world, those of a map as {Key, Value}, or the one value itself. Nothing of what is absent or
// not known.
std::vector<Found> members_of(World& world, const Found& found, bool entries_of_maps);

// The value of an entry, settled, and the way to it. Absent where it settles to null.
Found entry_of(World& world, const Found& map, const Entry& entry);

}  // namespace demarc
