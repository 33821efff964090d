#pragma once

#include <string_view>

namespace demarc {

// What the Type of a parameter says of its values.
struct ParameterType {
  bool list = false;
  bool number = false;     // of the value, or of the members of a list
  bool stored = false;     // the value is the name of one in SSM Parameter Store
  bool not_empty = false;  // CloudFormation refuses an empty value
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
// An unknown type is taken for String.
ParameterType parameter_type(std::string_view name);

}  // namespace demarc
