#include "parsers/cloudformation/distribute.h"

#include <vector>

#include "parsers/cloudformation/formula.h"

namespace demarc {
namespace {

Value used_at(Value value, const Value& use) {
  value.place = use.place;
  value.sensitive = value.sensitive || use.sensitive;
  if (value.through == nullptr) value.through = use.through;
  return value;
}

std::vector<Alternative> alternatives_of(const Value& use, Declarations& names) {
  const Variable& variable = use.variable();
  names.classes.compare(variable);
  std::vector<Alternative> result;
  for (std::size_t i = 0; i < variable.classes.size(); ++i) {
    result.push_back({in_class(variable, static_cast<std::uint32_t>(i), names), used_at(variable.class_values[i], use)});
  }
  if (variable.open) {
    result.push_back({nullptr, used_at(variable.value, use)});
  } else if (!result.empty()) {
    result.back().guard = nullptr;
  }
  return result;
}

}  // namespace

Value placed(Value value, Place place, Declarations& names) {
  value.place = place;
  if (!value.is(Value::Kind::choice)) return value;
  std::vector<Alternative> alternatives(value.alternatives().begin(), value.alternatives().end());
  for (Alternative& each : alternatives) each.value = placed(each.value, place, names);
  Value result = Value::choice(names.graph.arena.store(alternatives), place);
  result.sensitive = value.sensitive;
  result.through = value.through;
  return result;
}

Value choice(const std::vector<Alternative>& alternatives, Place place, Declarations& names) {
  std::vector<Alternative> open;
  for (const Alternative& alternative : alternatives) {
    const bool constant = alternative.guard == nullptr || alternative.guard->op == Condition::Op::constant;
    if (constant && alternative.guard != nullptr && !alternative.guard->constant) continue;
    open.push_back(alternative);
    if (!constant) continue;
    open.back().guard = nullptr;
    break;
  }
  if (open.empty()) return Value::null(place);
  if (open[0].guard == nullptr) return open[0].value;
  return Value::choice(names.graph.arena.store(open), place);
}

Value distribute(const Value& value, Declarations& names, const std::function<Value(const Value&)>& function) {
  const bool variable = value.is(Value::Kind::variable);
  if (!variable && !value.is(Value::Kind::choice)) return function(value);
  const std::size_t size = variable ? value.variable().classes.size() + 1 : value.alternatives().size();
  if (size > kMostAlternatives) return names.unknown(Why::too_many_scenarios, {}, value.place);
  std::vector<Alternative> results;
  if (variable) {
    results = alternatives_of(value, names);
  } else {
    results.assign(value.alternatives().begin(), value.alternatives().end());
  }
  for (Alternative& each : results) each.value = distribute(each.value, names, function);
  Value result = choice(results, value.place, names);
  result.sensitive = result.sensitive || value.sensitive;
  if (result.through == nullptr) result.through = value.through;
  return result;
}

}  // namespace demarc
