#pragma once

#include "parsers/cloudformation/declarations.h"

namespace demarc {

// A first look over a whole template, before anything in it is computed:
// - macros that are not expanded, each noted once;
// - the keys of mappings that parameters look up, which become classes of the parameter's variable.
// Requires: parameters and mappings are declared.
void survey(const Node& root, Declarations& names);

}  // namespace demarc
