#pragma once

#include <vector>

#include "parsers/document/node.h"

namespace demarc {

// The members of a map in their order, of those with the same key the last, as CloudFormation takes it. None of what is no map.
std::vector<const Member*> effective_members(const Node& map);

}  // namespace demarc
