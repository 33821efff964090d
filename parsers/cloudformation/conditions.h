#pragma once

#include "parsers/cloudformation/comparison.h"
#include "parsers/cloudformation/declarations.h"

namespace demarc {

// Reads the Conditions of a template into names.conditions. One that refers to itself, or is no condition, may hold or not.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/conditions-section-structure.html
// Requires: parameters and mappings are declared; section may be null.
void read_conditions(const Node* section, Comparison& comparison, Declarations& names);

}  // namespace demarc
