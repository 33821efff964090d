#pragma once

#include <string>

#include "parsers/document/node.h"

namespace demarc {

// An expression in one line, whichever form it is written in: Select(0, Split(",", Subnets)). Ref X is X.
std::string written(const Node& node);

}  // namespace demarc
