#pragma once

#include <optional>

#include "analyzer/policy/fields.h"
#include "analyzer/policy/reading.h"

namespace demarc {

// Reads `lookup: TABLE.COLUMN` with `by: path|[paths]`, as many paths as the table has key columns.
std::optional<Lookup> read_lookup(const Fields& fields, const Standing& standing, const Reading& reading);

}  // namespace demarc
