#pragma once

#include <string_view>

#include "parsers/cloudformation/declarations.h"
#include "parsers/cloudformation/parameter_type.h"

namespace demarc {

// The value that a text gives to a parameter: a list for list types, split at commas and trimmed; an empty
// text makes one empty member, which is how templates ask for it: !Equals [!Select [0, !Ref List], ""]. It stands at
// `place`, where the text is written.
Value parameter_value(std::string_view text, const ParameterType& type, Place place, const Reference* through,
                      Declarations& names);

// What the class of a text stands for, of a variable that may be a parameter: a value at the place where the text is written.
Value class_value(const Variable& variable, std::string_view text, Place place, Declarations& names);

}  // namespace demarc
