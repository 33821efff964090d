#pragma once

#include <vector>

#include "analyzer/evaluate/registry.h"
#include "parsers/graph/resource.h"

namespace demarc {

// By number: whether other inputs can name a resource. They can by a physical name that is written, or by what its own input
// tells of it: in an output, or in the Parameters that it gives to something else. Of a plan it is not known.
std::vector<bool> handed_out(const std::vector<Resource>& resources, const Registry& registry);

}  // namespace demarc
