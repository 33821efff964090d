#pragma once

#include <string_view>
#include <vector>

#include "analyzer/policy/catalog.h"

namespace demarc {

// The types of companions, each once, in an order in which a companion has its own companions when it becomes part of its
// parent.
std::vector<std::string_view> companion_types(const std::vector<CompanionRow>& rows);

}  // namespace demarc
