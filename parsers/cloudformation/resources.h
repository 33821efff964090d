#pragma once

#include "parsers/cloudformation/declarations.h"

namespace demarc {

// Reads the Resources of a template into the graph; what is no resource is noted and left out.
// Requires: everything else is declared; section is a map.
void read_resources(const Node& section, Declarations& names);

// Reads the parts of a template that are no resource, as resources of the types template.parameter (address: its name),
// template.output (address: Outputs.Name) and template.metadata (address: Metadata).
void read_parts(const Node& root, Declarations& names);

}  // namespace demarc
