#include <algorithm>
#include <unordered_set>

#include "parsers/graph/scenario.h"

namespace demarc {

std::vector<const Condition*> Scenario::constraints() const {
  std::vector<const Condition*> result;
  std::unordered_set<const void*> seen;
  for (const Left& each : left_) {
    const auto of_variable = each.variable->constraints;
    if (!of_variable.empty() && seen.insert(of_variable.data()).second) result.insert(result.end(), of_variable.begin(), of_variable.end());
  }
  return result;
}

// What cannot be explored to its end is taken to be possible.
bool Scenario::can_fulfil(const std::vector<const Condition*>& constraints) {
  Scenario within(Within(), *this);
  bool fulfilled = false;
  do {
    const auto holds = [&](const Condition* each) { return within.holds(*each); };
    fulfilled = std::all_of(constraints.begin(), constraints.end(), holds) && within.feasible_;
  } while (!fulfilled && within.next());
  questions_ += within.questions_;
  return fulfilled || within.exhausted_;
}

bool Scenario::feasible() {
  if (!feasible_) return false;
  const std::vector<const Condition*> all = constraints();
  if (all.empty() || can_fulfil(all)) return true;
  for (const Left& each : left_) {
    if (each.read != kNone && !each.variable->constraints.empty()) forks_[each.read].other |= each.unread & ~each.possible;
  }
  feasible_ = false;
  return false;
}

}  // namespace demarc
