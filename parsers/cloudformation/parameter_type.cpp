#include "parsers/cloudformation/parameter_type.h"

namespace demarc {

ParameterType parameter_type(std::string_view name) {
  constexpr std::string_view kStored = "AWS::SSM::Parameter::Value<";
  ParameterType type;
  if (name.starts_with(kStored)) {
    type.stored = true;
    name.remove_prefix(kStored.size());
  }
  type.list = name.starts_with("CommaDelimitedList") || name.starts_with("List<");
  type.number = name.starts_with("Number") || name.starts_with("List<Number");
  type.not_empty = type.stored || type.number || name.starts_with("AWS::") || name.starts_with("List<AWS::");
  return type;
}

}  // namespace demarc
