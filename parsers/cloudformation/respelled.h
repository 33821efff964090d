#pragma once

#include <span>
#include <string_view>

#include "parsers/graph/resource.h"

namespace demarc {

// A map whose entries are called by the words of their file, as spellings say: the written path of an entry, less what its
// map has of it already; "." where the file has no such step, for which a spelling is empty. `path` is where the map stands, empty for the properties.
// Values that are no maps come back as they are. Requires: spellings are sorted by path.
Value respelled(const Value& value, std::string_view path, std::span<const Spelling> spellings, Arena& arena);

}  // namespace demarc
