#pragma once

#include "parsers/graph/resource.h"

namespace demarc {

// The companion in which a place lies; null if the place is the resource's own.
// Requires: parts are sorted (see sort_parts).
const Part* part_at(const Resource& resource, const Place& place);

void sort_parts(Resource& resource);

}  // namespace demarc
