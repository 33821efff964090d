#include "parsers/graph/scenario.h"

#include <algorithm>
#include <numeric>

namespace demarc {

std::size_t Scenario::bit_of(const Variable& variable, std::uint32_t class_index) {
  if (variable.classes.size() <= kOthers) return class_index;
  Told& told = told_[&variable];
  const auto [found, fresh] = told.bits.try_emplace(class_index, std::min(told.classes.size(), kOthers));
  if (fresh && found->second < kOthers) told.classes.push_back(class_index);
  return found->second;
}

Scenario::Classes Scenario::class_bit(const Variable& variable, std::uint32_t class_index) {
  return Classes().set(bit_of(variable, class_index));
}

// Bits that no class has yet are like the one for others: a class that gets one later was among them.
Scenario::Classes Scenario::all_classes(const Variable& variable) {
  const std::size_t size = variable.classes.size();
  if (size > kOthers) return ~Classes();
  Classes all = size == 0 ? Classes() : ~Classes() >> (Classes().size() - size);
  return all.set(kOthers, variable.open);
}

Scenario::Classes Scenario::default_class(const Variable& variable) {
  return variable.by_default < 0 ? Classes() : class_bit(variable, static_cast<std::uint32_t>(variable.by_default));
}

std::vector<std::uint32_t> Scenario::told_classes(const Variable& variable) const {
  if (variable.classes.size() > kOthers) {
    const auto told = told_.find(&variable);
    return told == told_.end() ? std::vector<std::uint32_t>() : told->second.classes;
  }
  std::vector<std::uint32_t> all(variable.classes.size());
  std::iota(all.begin(), all.end(), 0U);
  return all;
}

Scenario::Left& Scenario::left(const Variable& variable) {
  const auto [found, fresh] = left_index_.try_emplace(&variable, left_.size());
  if (fresh) {
    const Classes all = outer_ == nullptr ? all_classes(variable) : outer_->possible(variable);
    left_.push_back({&variable, all, all, kNone});
  }
  return left_[found->second];
}

Scenario::Classes Scenario::possible(const Variable& variable) const {
  const auto found = left_index_.find(&variable);
  return found == left_index_.end() ? all_classes(variable) : left_[found->second].possible;
}

bool Scenario::decide(const Variable& variable, const Classes& yes) {
  ++questions_;
  Left& now = left(variable);
  if (now.read != kNone) {
    const bool answer = (now.possible & yes).any();
    forks_[now.read].other |= now.unread & (answer ? ~yes : yes);
    return answer;
  }
  const Classes if_yes = now.possible & yes;
  const Classes if_no = now.possible & ~yes;
  if (if_yes.none()) return false;
  if (if_no.none()) return true;
  if (asked_ == forks_.size()) {
    const bool first = (default_class(variable) & if_no).none();
    forks_.push_back({&variable, first ? if_yes : if_no, first ? if_no : if_yes, false});
  }
  now.possible = now.unread = forks_[asked_++].taken;
  return (now.possible & yes).any();
}

// Rules out the other classes without asking for a world in which they hold.
bool Scenario::assume(const Variable& variable, const Classes& allowed) {
  Left& now = left(variable);
  if ((now.possible & allowed).any()) {
    if (now.read == kNone) now.possible = now.unread = now.possible & allowed;
    return true;
  }
  if (now.read != kNone) forks_[now.read].other |= now.unread & allowed;
  feasible_ = false;
  return false;
}

// Whether the variable has its default in this world, without a fork unless a condition asks for one.
bool Scenario::read_default(const Variable& variable) {
  ++questions_;
  Left& now = left(variable);
  if (now.read != kNone) return true;
  const Classes by_default = now.possible & default_class(variable);
  if (by_default.none()) return false;
  if (asked_ == forks_.size()) forks_.push_back({&variable, by_default, {}, true});
  const Fork& fork = forks_[asked_];
  if (fork.read) {
    now.read = asked_;
    now.possible = by_default;
  } else {
    now.possible = now.unread = fork.taken;
  }
  ++asked_;
  return now.read != kNone;
}

bool Scenario::same(const Condition& condition) {
  const Variable& a = *condition.variable;
  const Variable& b = *condition.other;
  for (std::uint32_t i = 0; i < a.classes.size(); ++i) {
    if (!decide(a, class_bit(a, i))) continue;
    const auto equal = std::find(b.classes.begin(), b.classes.end(), a.classes[i]);
    return equal != b.classes.end() && decide(b, class_bit(b, static_cast<std::uint32_t>(equal - b.classes.begin())));
  }
  if (!a.open || !b.open || condition.others_equal == nullptr) return false;
  return decide(b, Classes().set(kOthers)) && decide(*condition.others_equal, class_bit(*condition.others_equal, 0));
}

bool Scenario::assumed(const Condition& condition) {
  Classes allowed;
  for (const Condition* operand : condition.operands) allowed |= class_bit(*condition.variable, operand->class_index);
  return assume(*condition.variable, allowed);
}

bool Scenario::evaluate(const Condition& condition) {
  switch (condition.op) {
    case Condition::Op::constant: return condition.constant;
    case Condition::Op::equals: return decide(*condition.variable, class_bit(*condition.variable, condition.class_index));
    case Condition::Op::same: return same(condition);
    case Condition::Op::assumed: return assumed(condition);
    case Condition::Op::negate: return !holds(*condition.operands[0]);
    case Condition::Op::all:
      return std::all_of(condition.operands.begin(), condition.operands.end(),
                         [this](const Condition* each) { return holds(*each); });
    case Condition::Op::any:
      return std::any_of(condition.operands.begin(), condition.operands.end(),
                         [this](const Condition* each) { return holds(*each); });
  }
  return false;
}

// Conditions that refer to each other form a graph, which without memory could take exponential time.
bool Scenario::holds(const Condition& condition) {
  if (condition.name.empty()) return evaluate(condition);
  const auto known = truths_.find(&condition);
  if (known != truths_.end()) return known->second;
  const bool answer = evaluate(condition);
  truths_.emplace(&condition, answer);
  return answer;
}

bool Scenario::next() {
  while (!forks_.empty() && forks_.back().other.none()) forks_.pop_back();
  if (forks_.empty()) return false;
  if (worlds_ == kMostWorlds || questions_ > kMostQuestions) {
    exhausted_ = true;
    return false;
  }
  ++worlds_;
  forks_.back().taken = forks_.back().other;
  forks_.back().other.reset();
  forks_.back().read = false;
  asked_ = 0;
  left_.clear();
  left_index_.clear();
  truths_.clear();
  feasible_ = true;
  return true;
}

std::vector<Scenario::Assumption> Scenario::assumptions() const {
  std::vector<Assumption> result;
  for (const Left& now : left_) {
    if (now.possible == all_classes(*now.variable)) continue;
    Assumption assumption;
    assumption.variable = now.variable;
    const std::vector<std::uint32_t> told = told_classes(*now.variable);
    for (std::size_t bit = 0; bit < told.size(); ++bit) {
      const bool possible = now.possible.test(bit);
      if (possible && static_cast<int>(told[bit]) == now.variable->by_default) assumption.by_default = true;
      if (!possible) {
        assumption.is_not.push_back(now.variable->classes[told[bit]]);
      } else if (now.possible.count() == 1) {
        assumption.is = now.variable->classes[told[bit]];
        assumption.decided = true;
      }
    }
    if (assumption.decided) assumption.is_not.clear();
    result.push_back(assumption);
  }
  return result;
}

}  // namespace demarc
