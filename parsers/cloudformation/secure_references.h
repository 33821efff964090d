#pragma once

#include <string_view>

#include "parsers/cloudformation/declarations.h"

namespace demarc {

// The properties of a resource, with {{resolve:ssm-secure:…}} where CloudFormation does not resolve it told apart from where
// it does: its Unknown (Why::dynamic_reference) has the detail kUnresolvedSecure, and there is a note of the kind `dynamic-reference`, since a
// deployment fails.
Value mark_unresolved(const Value& properties, std::string_view type, Declarations& names);

}  // namespace demarc
