#include "parsers/cloudformation/distribute.h"
#include "parsers/cloudformation/expression.h"
#include "parsers/cloudformation/scalar.h"

namespace demarc {

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html
Value if_(const Call& call, Place place, const Expressions& expressions) {
  const auto items = arguments(call, 3, 3, expressions);
  if (items.empty()) return uncomputed(call, place, expressions);
  Declarations& names = expressions.names();
  if (!items[0].is_scalar()) {
    names.note("malformed", "Fn::If takes the name of a condition first", items[0].range);
    return uncomputed(call, place, expressions);
  }
  const Condition* condition = names.condition(scalar_text(items[0]), items[0].range);
  return choice({{condition, expressions.value(items[1])}, {nullptr, expressions.value(items[2])}}, place, names);
}

}  // namespace demarc
