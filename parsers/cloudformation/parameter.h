#pragma once

#include <optional>
#include <string_view>

#include "parsers/cloudformation/parameter_type.h"
#include "parsers/graph/condition.h"

namespace demarc {

// How a function is computed: for a property, where a default stands for its parameter, or for a condition, which asks
// what the parameter may be.
enum class Purpose { property, condition };

// A parameter or pseudo parameter.
struct Parameter {
  Variable* variable = nullptr;
  std::optional<Value> given;  // by the user; else a deployment decides
  bool sensitive = false;      // NoEcho
  ParameterType type;

  // The value of a mention. A property gets the default, or the unknown that stands for it, where nothing is compared with
  // the parameter.
  Value mention(Place place, Purpose purpose, bool compared) const;
};

}  // namespace demarc
