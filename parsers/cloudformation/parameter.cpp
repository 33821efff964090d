#include "parsers/cloudformation/parameter.h"

namespace demarc {

Value Parameter::mention(Place place, Reading reading) const {
  const bool has_default = variable->by_default >= 0;
  const bool forks = variable->finite || variable->classes.size() > (has_default ? 1U : 0U);
  Value value = variable->value;
  if (given) {
    value = *given;
  } else if (forks || reading == Reading::condition) {
    value = Value::variable(variable, place);
    value.through = variable->reference;
  } else if (has_default) {
    value = variable->class_values[static_cast<std::size_t>(variable->by_default)];
  }
  value.place = place;
  value.sensitive = value.sensitive || sensitive;
  return value;
}

}  // namespace demarc
