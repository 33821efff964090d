#include "parsers/cloudformation/rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "parsers/cloudformation/formula.h"
#include "parsers/cloudformation/members.h"
#include "parsers/cloudformation/predicates.h"
#include "parsers/cloudformation/scalar.h"
#include "parsers/cloudformation/share_classes.h"
#include "parsers/graph/scenario.h"

namespace demarc {
namespace {

using Variables = std::vector<const Variable*>;

class VariableCollector {
 public:
  void add(const Condition& condition) {
    if (!seen_.insert(&condition).second) return;
    for (const Variable* each : {condition.variable, condition.other, condition.others_equal}) {
      if (each != nullptr) found_.push_back(each);
    }
    for (const Condition* operand : condition.operands) add(*operand);
  }

  Variables found() && { return std::move(found_); }

 private:
  std::unordered_set<const Condition*> seen_;
  Variables found_;
};

Variables variables_of(const Condition& condition) {
  VariableCollector collector;
  collector.add(condition);
  return std::move(collector).found();
}

class RuleReader {
 public:
  RuleReader(Comparison& comparison, Declarations& names)
      : names_(names), predicates_(Predicates::Section::rules, comparison, names) {}

  void read(const Node& section) {
    for (const Member* member : effective_members(section)) read(*member);
    share_classes(names_);
    if (can_be_fulfilled()) {
      constrain();
    } else {
      names_.note("rule", "no parameters fulfil all Rules: they were left out", section.range);
    }
  }

 private:
  void malformed(const Member& member, Range range) {
    names_.note("malformed", fmt::format("rule {} has no list of Assertions and was not read", member.key), range);
  }

  void read(const Member& member) {
    const Node* assertions = member.value.find("Assertions");
    if (assertions == nullptr || assertions->kind != NodeKind::list) return malformed(member, member.key_range);
    const Node* when = member.value.find("RuleCondition");
    const Condition* applies = when == nullptr ? constant(true) : predicates_.read(*when);
    for (const Node& each : assertions->items()) {
      const Node* assertion = each.find("Assert");
      if (assertion == nullptr) {
        malformed(member, each.range);
      } else {
        require(any({negate(applies, names_), predicates_.read(*assertion)}, names_), member.key, each);
      }
    }
  }

  void require(const Condition* condition, std::string_view rule, const Node& assertion) {
    if (condition->op != Condition::Op::constant) {
      constraints_.push_back(condition);
    } else if (!condition->constant) {
      const Node* text = assertion.find("AssertDescription");
      const std::string said = text != nullptr && text->is_scalar() ? fmt::format(" ({})", scalar_text(*text)) : "";
      names_.note("rule", fmt::format("no deployment fulfils an assertion of rule {}{}: it was left out", rule, said), assertion.range);
    }
  }

  // What cannot be explored to its end is taken to be possible.
  bool can_be_fulfilled() const {
    Scenario scenario;
    do {
      const auto holds = [&](const Condition* each) { return scenario.holds(*each); };
      if (std::all_of(constraints_.begin(), constraints_.end(), holds)) return true;
    } while (scenario.next());
    return scenario.exhausted();
  }

  void constrain() {
    std::unordered_map<const Variable*, std::vector<const Constraint*>> of_variable;
    for (const Condition* each : constraints_) {
      const Constraint constraint{each, names_.graph.arena.store(variables_of(*each))};
      const Constraint* stored = names_.graph.arena.store(constraint);
      for (const Variable* variable : constraint.variables) of_variable[variable].push_back(stored);
    }
    for (const auto& [variable, constraints] : of_variable) {
      const_cast<Variable*>(variable)->constraints = names_.graph.arena.store(constraints);
    }
  }

  Declarations& names_;
  Predicates predicates_;
  std::vector<const Condition*> constraints_;
};

}  // namespace

void read_rules(const Node* section, Comparison& comparison, Declarations& names) {
  if (section == nullptr || section->kind == NodeKind::null) return;
  if (section->kind != NodeKind::map) {
    names.note("malformed", "Rules is no map and was not read", section->range);
    return;
  }
  RuleReader(comparison, names).read(*section);
}

}  // namespace demarc
