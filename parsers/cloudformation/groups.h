#pragma once

#include <utility>
#include <vector>

#include "parsers/graph/condition.h"

namespace demarc {

// Variables that belong together, directly or through others, in the order of the pairs: each variable in one group.
std::vector<std::vector<const Variable*>> groups_of(const std::vector<std::pair<const Variable*, const Variable*>>& pairs);

}  // namespace demarc
