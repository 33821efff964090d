#pragma once

#include <cstdint>
#include <vector>

#include "analyzer/evaluate/trail.h"
#include "analyzer/policy/catalog.h"
#include "parsers/graph/resource.h"
#include "parsers/graph/value.h"

namespace demarc {

// What paths begin at: the properties of a resource, or an item in them.
struct Item {
  const Resource* resource = nullptr;  // null: the deployment as a whole
  Value value = Value::null();         // settled
  const Trail* trail = nullptr;        // null: the properties themselves
  Place anchor;                        // where something is missing that is not in the item
  const DefaultRow* row = nullptr;     // the item is part of a default
  bool lasting = true;                 // the value outlives the scenario
  const Literal* member = nullptr;     // what `$item` stands for
};

// What a path leads to.
struct Found {
  Value value = Value::null();       // settled; null: absent
  const Trail* trail = nullptr;      // also of what is absent
  Place anchor;                      // of the innermost key or member on the way that is written, else the resource's name
  const DefaultRow* row = nullptr;   // of an absent property: the row of defaults that speaks for it
  Value by_default = Value::null();  // what that row says
  bool unwritten = false;            // it was not asked
  bool lasting = true;
  const char* why = nullptr;  // of an unknown: why, where its value does not say; ends a sentence that begins with the property

  bool absent() const { return value.is_null(); }
  Place place() const { return absent() || row ? anchor : value.place; }
};

}  // namespace demarc
