#pragma once

#include <string>
#include <string_view>

#include "parsers/graph/value.h"

namespace demarc {

// Why a value cannot be used, as a sentence that begins with the property's name: "Resource depends on parameter Arn, which
// has no default", "FromPort is no port (ssh)", "CidrIp is Web.Arn, which is known only after deployment". Of a partly known
// text the first hole speaks. `expected` is what a known value should have been; sensitive values are not shown.
std::string reason_for(const Value& value, std::string_view name, std::string_view expected = {});

}  // namespace demarc
