#pragma once

#include <optional>
#include <string_view>

#include "parsers/modules/module_tree.h"
#include "parsers/modules/plan_path.h"

namespace demarc {

// Where the source says what a plan speaks of: the argument's value, as deep as it is written; else the header of its block;
// of a module whose source is not at hand, the header of its call. `further` are steps into a JSON text: they lead into
// jsonencode, or into the data source that the argument is taken from; their letters' case does not matter.
// Nothing where the tree has no such block.
std::optional<Place> locate(ModuleTree& modules, const PlanPath& path, std::string_view further = {});

}  // namespace demarc
