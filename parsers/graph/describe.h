#pragma once

#include <string>

#include "parsers/graph/condition.h"
#include "parsers/graph/value.h"

namespace demarc {

// A value in one readable line, for tests and traces:
//   null, true, 42, "text", [a, b], {Key: value}, partial "arn:${@Topic}/x", unknown <depends on parameter Cidr, …>,
//   reference @Topic.Arn, variable $Env, choice if(IsProd: a, else: b).
std::string describe(const Value& value);

// A condition likewise: Env == "prod", (a and b), (a or b), not a, always, never.
std::string describe(const Condition& condition);

}  // namespace demarc
