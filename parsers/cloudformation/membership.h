#pragma once

#include <string_view>

#include "parsers/cloudformation/comparison.h"
#include "parsers/cloudformation/declarations.h"

namespace demarc {

// Whether a function compares the members of lists: Fn::Contains, Fn::EachMemberEquals, Fn::EachMemberIn.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-rules.html
bool is_membership(std::string_view function);

// What such a function says of its two arguments. Null where the members of a list are not known: what Fn::RefAll,
// Fn::ValueOf and Fn::ValueOfAll give stands in the account, and a list parameter may be any list.
// Requires: is_membership(function).
const Condition* membership(std::string_view function, const Node& first, const Node& second, Comparison& comparison,
                            Declarations& names);

}  // namespace demarc
