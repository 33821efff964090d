#include "parsers/cloudformation/membership.h"

#include <optional>
#include <vector>

#include "parsers/cloudformation/expression.h"
#include "parsers/cloudformation/formula.h"

namespace demarc {
namespace {

constexpr std::size_t kMostComparisons = 1 << 16;  // past it a membership may hold or not

using Operands = std::vector<Comparison::Operand>;

std::optional<Operands> members(const Node& node, Declarations& names) {
  const Expressions expressions(names, Purpose::condition);
  Operands result;
  if (node.kind == NodeKind::list && node.tag().empty()) {
    for (const Node& item : node.items()) result.push_back({expressions.value(item), &item});
    return result;
  }
  const Value value = expressions.value(node);
  if (!value.is(Value::Kind::list)) return std::nullopt;
  for (const Value& item : value.items()) result.push_back({item, &node});
  return result;
}

const Condition* is_among(const Comparison::Operand& operand, const Operands& list, Comparison& comparison, Declarations& names) {
  std::vector<const Condition*> equal;
  for (const Comparison::Operand& member : list) equal.push_back(comparison.equal(operand, member));
  return any(equal, names);
}

}  // namespace

bool is_membership(std::string_view function) {
  return function == "Fn::Contains" || function == "Fn::EachMemberEquals" || function == "Fn::EachMemberIn";
}

const Condition* membership(std::string_view function, const Node& first, const Node& second, Comparison& comparison,
                            Declarations& names) {
  const std::optional<Operands> list = members(first, names);
  std::optional<Operands> other;
  if (function == "Fn::EachMemberIn") {
    other = members(second, names);
  } else {
    other = Operands{{Expressions(names, Purpose::condition).value(second), &second}};
  }
  if (!list || !other || list->size() * other->size() > kMostComparisons) return nullptr;
  if (function == "Fn::Contains") return is_among(other->front(), *list, comparison, names);
  std::vector<const Condition*> each;
  for (const Comparison::Operand& member : *list) each.push_back(is_among(member, *other, comparison, names));
  return all(each, names);
}

}  // namespace demarc
