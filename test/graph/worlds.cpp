#include "worlds.h"

#include <fmt/format.h>

#include <algorithm>

namespace demarc::test {

namespace {

constexpr Unknown kOther = {Why::parameter, false, "P"};

}  // namespace

Variable variable(std::string_view name, std::vector<std::string_view> classes, std::string_view by_default, bool open) {
  Variable result;
  result.name = name;
  result.open = open;
  result.finite = !open;
  result.value = Value::unknown(&kOther, {});
  for (const std::string_view text : classes) result.class_values.push_back(Value::text(text, {}));
  const auto found = std::find(classes.begin(), classes.end(), by_default);
  if (by_default.data() != nullptr && found != classes.end()) result.by_default = static_cast<int>(found - classes.begin());
  result.classes = std::move(classes);
  return result;
}

Condition equals(const Variable& variable, std::string_view text) {
  Condition result;
  result.op = Condition::Op::equals;
  result.variable = &variable;
  const auto found = std::find(variable.classes.begin(), variable.classes.end(), text);
  result.class_index = static_cast<std::uint32_t>(found - variable.classes.begin());
  return result;
}

std::string assumptions(const Scenario& scenario) {
  std::string result;
  for (const Scenario::Assumption& each : scenario.assumptions()) {
    result += result.empty() ? " if " : " and ";
    result += each.variable->name;
    if (each.decided) result += fmt::format(" is {}", each.is);
    for (const std::string_view is_not : each.is_not) result += fmt::format(" not {}", is_not);
    if (each.by_default) result += " by default";
  }
  return result;
}

}  // namespace demarc::test
