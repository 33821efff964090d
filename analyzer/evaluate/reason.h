#pragma once

#include <string>

#include "parsers/graph/unknown.h"
#include "parsers/graph/value.h"
#include "parsers/text/arena.h"

namespace demarc {

// Why a value that is not wholly known is not: that of an unknown, of a reference's referent, of the first hole of a partly
// known text. The detail lives in the arena.
Unknown why_unknown(const Value& value, Arena& arena);

// The same as the end of a sentence that begins with the property: "depends on parameter Acl, which has no default"; of a
// list or map "is a list".
std::string explain(const Value& value);

}  // namespace demarc
