#include "parsers/cloudformation/parameter.h"

namespace demarc {

Value Parameter::mention(Place place, Purpose purpose, bool compared) const {
  Value value = variable->value;
  if (given) {
    value = *given;
  } else if (variable->finite || compared || purpose == Purpose::condition) {
    value = Value::variable(variable, place);
    value.through = variable->reference;
  } else if (variable->by_default >= 0) {
    value = variable->class_values[static_cast<std::size_t>(variable->by_default)];
  }
  value.place = place;
  value.sensitive = value.sensitive || sensitive;
  return value;
}

}  // namespace demarc
