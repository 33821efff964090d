#pragma once

#include <string>

#include "parsers/graph/condition.h"
#include "parsers/graph/scenario.h"
#include "parsers/graph/value.h"

namespace demarc::test {

// A variable with text classes; `by_default` names one of them, or is none.
Variable variable(std::string_view name, std::vector<std::string_view> classes, std::string_view by_default = {}, bool open = true);

Condition equals(const Variable& variable, std::string_view text);

// One line per feasible world: what `judge` says, and the assumptions it rests on.
template <class Judge>
std::string explore(const Judge& judge);

std::string assumptions(const Scenario& scenario);

template <class Judge>
std::string explore(const Judge& judge) {
  std::string result;
  Scenario scenario;
  do {
    const std::string said = judge(scenario);
    if (scenario.feasible()) result += said + assumptions(scenario) + "\n";
  } while (scenario.next());
  if (scenario.exhausted()) result += "exhausted\n";
  return result;
}

}  // namespace demarc::test
