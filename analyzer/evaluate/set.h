#pragma once

#include "analyzer/evaluate/world.h"
#include "parsers/graph/truth.h"
#include "parsers/graph/value.h"

namespace demarc {

// Whether something is written: the operator `set`. Null, "", [] and {} are not; of what is not known it may be known all the
// same. Requires: the value is settled.
Truth is_set(World& world, const Value& value);

}  // namespace demarc
