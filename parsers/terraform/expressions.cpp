#include "parsers/terraform/node_value.h"
#include "parsers/terraform/overlay.h"

namespace demarc {
namespace {

constexpr Unknown kExpression{Why::intrinsic, false, "an expression"};

}  // namespace

Value Overlay::expressions(const Node& expressions, const ExpressionSite& site) {
  site_ = site;
  last_expression_ = nullptr;
  return expression(expressions);
}

// Blocks, or an argument: the root is the block of the data source or provider itself.
Value Overlay::expression(const Node& node) {
  Place place{file_, node.range};
  if (node.kind == NodeKind::list) {
    std::vector<Value> items;
    for (const Node& block : node.items()) items.push_back(expression(block));
    return Value::list(arena_.store(items), place);
  }
  std::vector<Entry> entries;
  if (node.kind != NodeKind::map) return Value::null(place);
  for (const Member& member : node.members()) {
    Value value = is_argument_expression(member.value) ? of_argument(member.value) : expression(member.value);
    if (!value.is_null()) entries.push_back({member.key, {}, {file_, member.key_range}, value});
  }
  return Value::map(arena_.store(entries), place);
}

Value Overlay::of_argument(const Node& node) {
  Place place{file_, node.range};
  if (const Node* constant = member_of(&node, "constant_value")) return value_of_node(*constant, file_, false, arena_);
  const Origin& origin = origin_of(node);
  if (origin.variables == 1 && origin.referents.empty() && !origin.opaque) {
    // Whether it is the variable's value or only made from it, the plan does not say.
    Value value = Value::unknown(&kExpression, place);
    value.through = referents_.reference_to_variable(origin);
    return value;
  }
  if (origin.opaque || origin.referents.size() != 1 || origin.referents.front().foreign)
    return Value::unknown(&kExpression, place);
  return Value::reference(referents_.reference_to(origin.referents.front()), place);
}

}  // namespace demarc
