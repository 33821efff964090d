#pragma once

#include <vector>

#include "analyzer/evaluate/found.h"
#include "analyzer/evaluate/world.h"
#include "analyzer/policy/path.h"

namespace demarc {

// The items of `each`, `some` and `every`, in one world: members of all lists at a path, entries of a map as {Key, Value}.
struct Items {
  std::vector<Found> items;
  bool open = false;  // there may be more: some list is not known
  Found unknown;      // one that is not
  Found whole;        // the first list; what is absent where there are no items
};
Items items_at(World& world, const Item& from, const Paths& paths);

}  // namespace demarc
