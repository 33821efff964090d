#pragma once

#include <initializer_list>
#include <vector>

#include "analyzer/evaluate/found.h"
#include "analyzer/evaluate/world.h"
#include "analyzer/policy/test.h"

namespace demarc {

// The items of `each`, `some` and `every`, in one world: members of all lists at a path. A map is a list of one where the tests
// of the items speak of its fields, else a list of its entries as {Key, Value}.
struct Items {
  std::vector<Found> items;
  bool open = false;  // there may be more: some list is not known
  Found unknown;      // one that is not
  Found whole;        // the first list; what is absent where there are no items
};
Items items_at(World& world, const Item& from, const Paths& paths, std::initializer_list<const Test*> tests);

// Whether tests of an item speak of other fields of it than `Key` and `Value`.
bool speaks_of_fields(const Test& test);

}  // namespace demarc
