#pragma once

#include <optional>

#include "parsers/cloudformation/declarations.h"
#include "parsers/cloudformation/nested_stacks.h"
#include "parsers/cloudformation/template.h"

namespace demarc {

// Reads one template of those that are nested in each other into names.graph, with the stacks that it nests. `names` knows
// what the template around it hands over; variables that are compared with each other are left to whoever reads that.
// Requires: file is the document's.
std::optional<Error> read_into(Declarations& names, Document document, const SourceFile& file, const GivenParameters& given,
                               Neighbours* neighbours, const Nesting& nesting);

}  // namespace demarc
