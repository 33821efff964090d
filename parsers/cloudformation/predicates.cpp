#include "parsers/cloudformation/predicates.h"

#include <fmt/format.h>

#include <span>
#include <vector>

#include "parsers/cloudformation/formula.h"
#include "parsers/cloudformation/membership.h"
#include "parsers/cloudformation/scalar.h"
#include "parsers/cloudformation/written.h"

namespace demarc {

std::optional<Call> condition_call(const Node& node) {
  if (const auto call = call_of(node)) return call;
  if (node.kind != NodeKind::map || node.size() != 1 || node.members()[0].key != "Condition") return std::nullopt;
  return Call{"Condition", &node.members()[0].value, false};
}

const Condition* Predicates::read(const Node& node) {
  const auto call = condition_call(node);
  const Condition* built = nullptr;
  if (call && section_ == Section::rules) built = read_membership(*call, node);
  if (call && built == nullptr) built = read(*call, node.range);
  if (built != nullptr) return built;
  if (!call && node.kind == NodeKind::boolean) return constant(node.truth);
  names_.note("malformed", fmt::format("{} is no condition: both worlds are judged", written(node)), node.range);
  return names_.free_condition(names_.graph.arena.store(std::string_view(written(node))));
}

// Null where the call is none of a condition, or is given what it does not take.
const Condition* Predicates::read(const Call& call, Range range) {
  if (call.name == "Condition") {
    return call.argument->is_scalar() ? names_.condition(scalar_text(*call.argument), range) : read(*call.argument);
  }
  const std::span<const Node> items = call.argument->kind == NodeKind::list ? call.argument->items() : std::span<const Node>();
  if (call.name == "Fn::Equals") return items.size() == 2 ? comparison_.equal(items[0], items[1]) : nullptr;
  if (call.name == "Fn::Not") return items.size() == 1 ? negate(read(items[0]), names_) : nullptr;
  if (items.empty() || (call.name != "Fn::And" && call.name != "Fn::Or")) return nullptr;
  std::vector<const Condition*> operands;
  for (const Node& item : items) operands.push_back(read(item));
  return call.name == "Fn::And" ? all(operands, names_) : any(operands, names_);
}

const Condition* Predicates::read_membership(const Call& call, const Node& node) {
  const std::span<const Node> items = call.argument->kind == NodeKind::list ? call.argument->items() : std::span<const Node>();
  if (items.size() != 2 || !is_membership(call.name)) return nullptr;
  if (const Condition* known = membership(call.name, items[0], items[1], comparison_, names_)) return known;
  return names_.free_condition(names_.graph.arena.store(std::string_view(written(node))));
}

}  // namespace demarc
