#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "parsers/hcl/find.h"

namespace demarc {

// Follows a path into the value of an attribute, as far as it is written as lists, objects, or jsonencode of them.
// `index` is that of the attribute itself.
HclFound find_in_expression(const HclAttribute& attribute, std::string_view text, std::optional<std::size_t> index,
                            std::span<const HclStep> steps);

}  // namespace demarc
