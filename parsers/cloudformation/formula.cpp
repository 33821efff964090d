#include "parsers/cloudformation/formula.h"

#include <algorithm>

namespace demarc {
namespace {

Condition make_constant(bool holds) {
  Condition condition;
  condition.constant = holds;
  return condition;
}

bool is_constant(const Condition* condition, bool holds) {
  return condition->op == Condition::Op::constant && condition->constant == holds;
}

const Condition* composite(Condition::Op op, const std::vector<const Condition*>& operands, Declarations& names) {
  Condition condition;
  condition.op = op;
  condition.operands = names.graph.arena.store(operands);
  for (const Condition* operand : operands) condition.height = std::max(condition.height, operand->height + 1);
  return names.graph.arena.store(condition);
}

// `all` and `any` differ in the constant that decides them.
const Condition* combine(Condition::Op op, const std::vector<const Condition*>& operands, Declarations& names) {
  const bool decisive = op == Condition::Op::any;
  std::vector<const Condition*> open;
  for (const Condition* operand : operands) {
    if (is_constant(operand, decisive)) return constant(decisive);
    if (operand->op != Condition::Op::constant) open.push_back(operand);
  }
  if (open.empty()) return constant(!decisive);
  return open.size() == 1 ? open[0] : composite(op, open, names);
}

std::vector<const Condition*> each_class(const Variable& variable, const std::vector<std::uint32_t>& class_indices,
                                         Declarations& names) {
  std::vector<const Condition*> result;
  for (const std::uint32_t index : class_indices) result.push_back(in_class(variable, index, names));
  return result;
}

}  // namespace

const Condition* constant(bool holds) {
  static const Condition kAlways = make_constant(true);
  static const Condition kNever = make_constant(false);
  return holds ? &kAlways : &kNever;
}

const Condition* negate(const Condition* operand, Declarations& names) {
  if (operand->op == Condition::Op::constant) return constant(!operand->constant);
  return composite(Condition::Op::negate, {operand}, names);
}

const Condition* all(const std::vector<const Condition*>& operands, Declarations& names) {
  return combine(Condition::Op::all, operands, names);
}

const Condition* any(const std::vector<const Condition*>& operands, Declarations& names) {
  return combine(Condition::Op::any, operands, names);
}

const Condition* in_class(const Variable& variable, std::uint32_t class_index, Declarations& names) {
  Condition condition;
  condition.op = Condition::Op::equals;
  condition.variable = &variable;
  condition.class_index = class_index;
  return names.graph.arena.store(condition);
}

const Condition* in_classes(const Variable& variable, const std::vector<std::uint32_t>& class_indices, Declarations& names) {
  return any(each_class(variable, class_indices, names), names);
}

const Condition* assumed(const Variable& variable, const std::vector<std::uint32_t>& class_indices, Declarations& names) {
  Condition condition;
  condition.op = Condition::Op::assumed;
  condition.variable = &variable;
  condition.operands = names.graph.arena.store(each_class(variable, class_indices, names));
  condition.height = 1;
  return names.graph.arena.store(condition);
}

bool is_undeployable(const Condition* guard) {
  return guard != nullptr && guard->op == Condition::Op::negate && guard->operands[0]->op == Condition::Op::assumed;
}

}  // namespace demarc
