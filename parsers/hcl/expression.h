#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "parsers/hcl/find.h"

namespace demarc {

// Follows a path into the value of an attribute, as far as it is written as lists, objects, or jsonencode of them.
// `index` is that of the attribute itself.
HclFound find_in_expression(const HclAttribute& attribute, std::string_view text, std::optional<std::size_t> index,
                            std::span<const HclStep> steps);

// The items of a list that is written out; none of anything else.
std::vector<Range> items_of(std::string_view text, Range list);

}  // namespace demarc
