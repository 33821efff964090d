#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "parsers/cloudformation/parameter_type.h"
#include "parsers/document/node.h"

namespace demarc {

// What a parameter's Type, MinLength, MaxLength, MinValue and MaxValue say of its values beside AllowedValues. AllowedPattern is
// no part of it: its dialect is Java's.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
struct ParameterBounds {
  bool number = false;
  std::optional<double> min_value, max_value;
  std::optional<std::uint64_t> min_length, max_length;

  // Whether a deployment takes the text as a value.
  bool allow(std::string_view text) const;
};

// Bounds of what is no number are passed over. Of a list or an SSM type nothing is said: they bound members, or a name.
ParameterBounds parameter_bounds(const Node& declaration, const ParameterType& type);

// Whether a text is a number as CloudFormation takes one: "8", "-1.5".
bool is_number(std::string_view text);

}  // namespace demarc
