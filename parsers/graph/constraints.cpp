#include <algorithm>
#include <unordered_set>

#include "parsers/graph/scenario.h"

namespace demarc {

// Those of the variables that were asked about, of the variables of which those speak, and so on.
std::vector<const Constraint*> Scenario::constraints() const {
  std::vector<const Constraint*> result;
  std::unordered_set<const Constraint*> seen;
  const auto add = [&](const Variable& variable) {
    for (const Constraint* each : variable.constraints) {
      if (result.size() < kMostConstraints && seen.insert(each).second) result.push_back(each);
    }
  };
  for (const Left& each : left_) add(*each.variable);
  for (std::size_t i = 0; i < result.size() && result.size() < kMostConstraints; ++i) {
    for (const Variable* variable : result[i]->variables) add(*variable);
  }
  return result;
}

// What cannot be explored to its end is taken to be possible.
bool Scenario::can_fulfil(const std::vector<const Constraint*>& constraints) {
  Scenario within(Within(), *this);
  bool fulfilled = false;
  do {
    const auto holds = [&](const Constraint* each) { return within.holds(*each->condition); };
    fulfilled = std::all_of(constraints.begin(), constraints.end(), holds) && within.feasible_;
  } while (!fulfilled && within.next());
  questions_ += within.questions_;
  return fulfilled || within.exhausted_;
}

bool Scenario::feasible() {
  if (!feasible_) return false;
  const std::vector<const Constraint*> all = constraints();
  if (all.empty() || can_fulfil(all)) return true;
  for (const Left& each : left_) {
    if (each.read != kNone && !each.variable->constraints.empty()) forks_[each.read].other |= each.unread & ~each.possible;
  }
  feasible_ = false;
  return false;
}

}  // namespace demarc
