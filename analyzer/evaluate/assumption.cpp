#include "analyzer/evaluate/assumption.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

namespace demarc {
namespace {

using Assumption = Scenario::Assumption;

bool contains(const std::vector<std::string_view>& texts, std::string_view text) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

// Requires: both speak of one variable.
bool are_compatible(const Assumption& a, const Assumption& b) {
  if (a.decided && b.decided) return a.is == b.is;
  if (a.decided) return !contains(b.is_not, a.is);
  if (b.decided) return !contains(a.is_not, b.is);
  const Variable& variable = *a.variable;
  return variable.open || std::any_of(variable.classes.begin(), variable.classes.end(), [&](std::string_view value) {
           return !contains(a.is_not, value) && !contains(b.is_not, value);
         });
}

const Assumption* assumption_of(const Variable* variable, const std::vector<Assumption>& assumptions) {
  for (const Assumption& assumption : assumptions) {
    if (assumption.variable == variable) return &assumption;
  }
  return nullptr;
}

Truth is_in_class(const Condition& condition, const std::vector<Assumption>& assumptions) {
  const Assumption* assumption = assumption_of(condition.variable, assumptions);
  if (!assumption || condition.class_index >= condition.variable->classes.size()) return Truth::unknown;
  std::string_view value = condition.variable->classes[condition.class_index];
  if (assumption->decided) return truth(assumption->is == value);
  return contains(assumption->is_not, value) ? Truth::no : Truth::unknown;
}

Truth is_same(const Condition& condition, const std::vector<Assumption>& assumptions) {
  const Assumption* a = assumption_of(condition.variable, assumptions);
  const Assumption* b = assumption_of(condition.other, assumptions);
  return a && b && a->decided && b->decided ? truth(a->is == b->is) : Truth::unknown;
}

bool is_secret(const Variable& variable) {
  auto secret = [](const Value& value) { return value.sensitive; };
  return secret(variable.value) || std::any_of(variable.class_values.begin(), variable.class_values.end(), secret);
}

// Conditions share others: without memory sixty of them, each of the one before it twice, would take for ever.
class Deduction {
 public:
  explicit Deduction(const std::vector<Assumption>& assumptions) : assumptions_(assumptions) {}

  Truth truth_of(const Condition& condition) {
    if (condition.operands.empty()) return truth_of_leaf(condition);
    auto known = truths_.find(&condition);
    if (known != truths_.end()) return known->second;
    Truth result = truth_of_operands(condition);
    truths_.emplace(&condition, result);
    return result;
  }

 private:
  Truth truth_of_leaf(const Condition& condition) const {
    switch (condition.op) {
      case Condition::Op::constant: return truth(condition.constant);
      case Condition::Op::equals: return is_in_class(condition, assumptions_);
      case Condition::Op::same: return is_same(condition, assumptions_);
      case Condition::Op::any: return Truth::no;
      case Condition::Op::all:
      case Condition::Op::assumed: return Truth::yes;
      case Condition::Op::negate: break;
    }
    return Truth::unknown;
  }

  Truth truth_of_operands(const Condition& condition) {
    if (condition.op == Condition::Op::assumed) return Truth::yes;
    if (condition.op == Condition::Op::negate) return negate(truth_of(*condition.operands[0]));
    bool all = condition.op == Condition::Op::all;
    Truth result = truth(all);
    for (const Condition* operand : condition.operands) {
      result = all ? both(result, truth_of(*operand)) : either(result, truth_of(*operand));
    }
    return result;
  }

  const std::vector<Assumption>& assumptions_;
  std::unordered_map<const Condition*, Truth> truths_;
};

std::string quoted(std::string_view value) { return value.empty() ? "empty" : std::string(value); }

}  // namespace

bool are_compatible(const std::vector<Assumption>& a, const std::vector<Assumption>& b) {
  return std::all_of(a.begin(), a.end(), [&](const Assumption& one) {
    const Assumption* other = assumption_of(one.variable, b);
    return !other || are_compatible(one, *other);
  });
}

bool implies(const Assumption& given, const Assumption& wanted) {
  if (given.variable != wanted.variable) return false;
  if (wanted.decided) return given.decided && given.is == wanted.is;
  if (given.decided) return !contains(wanted.is_not, given.is);
  return std::all_of(wanted.is_not.begin(), wanted.is_not.end(),
                     [&](std::string_view value) { return contains(given.is_not, value); });
}

Truth truth_of(const Condition& condition, const std::vector<Assumption>& assumptions) {
  return Deduction(assumptions).truth_of(condition);
}

std::string value_words(const Assumption& decided) {
  return is_secret(*decided.variable) ? "a certain value" : quoted(decided.is);
}

std::string words_of(const Assumption& assumption) {
  std::string_view name = assumption.variable->name;
  if (assumption.decided) return fmt::format("{} is {}", name, value_words(assumption));
  if (is_secret(*assumption.variable)) return fmt::format("{} has a certain value", name);
  const std::vector<std::string_view>& others = assumption.is_not;
  if (others.size() == 1) return fmt::format("{} is not {}", name, quoted(others[0]));
  if (others.size() == 2) return fmt::format("{} is neither {} nor {}", name, quoted(others[0]), quoted(others[1]));
  std::string text;
  for (std::size_t i = 0; i < others.size() && i < 5; ++i) text += (i > 0 ? ", " : "") + quoted(others[i]);
  return fmt::format("{} is none of {}{}", name, text, others.size() > 5 ? ", …" : "");
}

}  // namespace demarc
