#pragma once

#include "parsers/cloudformation/declarations.h"

namespace demarc {

// Gives open variables that are compared with each other each other's classes, so that outside of classes neither equals
// a class of the other. Requires: no class is added later.
void share_classes(Declarations& names);

}  // namespace demarc
