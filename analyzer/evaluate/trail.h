#pragma once

#include <cstdint>
#include <string_view>

#include "parsers/graph/value.h"

namespace demarc {

// One step on the way from a resource's properties to a value, linked to the steps before it. Trails live in the arena of
// a scenario.
struct Trail {
  const Trail* up = nullptr;
  std::string_view key;      // of a map, or the text of a selector; empty for a member of a list
  std::string_view written;  // see Entry; of a selector that found nothing how it is written
  std::int64_t index = -1;   // of a member of a list, also of one that a selector picked
  Place place;               // of the key or the member; none for what is absent
  bool selected = false;     // the key is a selector's: "(rds.force_ssl)"
  bool absent = false;       // nothing stands there
};

// The value of a list member that was found by its index. `key` is never its name.
inline bool is_member(const Trail& trail) { return trail.index >= 0; }

}  // namespace demarc
