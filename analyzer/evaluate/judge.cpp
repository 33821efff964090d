#include "analyzer/evaluate/judge.h"

#include <iterator>
#include <variant>

namespace demarc {
namespace {

void add(std::vector<Observation>& to, std::vector<Observation>&& more) {
  to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

bool gives_evidence(const Answer& answer) {
  for (const Observation& observation : answer.because) {
    if (observation.evidence) return true;
  }
  return false;
}

bool is_engine(const Test& test) {
  return std::holds_alternative<StatementTest>(test.form) || std::holds_alternative<PortsTest>(test.form);
}

// Kleene's and, or: the first test with the deciding truth decides. Each statement and each rule is a finding of its own:
// where one decides, the others are heard too.
Answer judge_combination(World& world, const Item& item, const Combination& combination, Truth deciding) {
  Answer answer{negate(deciding), {}};
  std::vector<Observation> unknown;
  for (const Test& test : combination.tests) {
    bool decided = answer.truth == deciding;
    if (decided && !is_engine(test)) continue;
    Answer one = judge(world, item, test);
    if (one.truth == deciding) {
      if (!decided) answer = {deciding, {}};
      decided = true;
      bool more = gives_evidence(one);
      add(answer.because, std::move(one.because));
      if (!more) return answer;
    } else if (decided) {
      continue;
    } else if (one.truth == Truth::unknown) {
      answer.truth = Truth::unknown;
      add(unknown, std::move(one.because));
    } else if (answer.truth != Truth::unknown) {
      add(answer.because, std::move(one.because));
    }
  }
  if (answer.truth == Truth::unknown) answer.because = std::move(unknown);
  return answer;
}

Answer judge_negation(World& world, const Item& item, const Test& test) {
  world.failing = negate(world.failing);
  Answer answer = judge(world, item, test);
  world.failing = negate(world.failing);
  answer.truth = negate(answer.truth);
  return answer;
}

Answer judge_any_form(World& world, const Item& item, const Test& test) {
  if (const auto* combination = std::get_if<Combination>(&test.form)) {
    if (combination->kind == Combination::Kind::negation) return judge_negation(world, item, combination->tests[0]);
    return judge_combination(world, item, *combination, truth(combination->kind == Combination::Kind::any));
  }
  if (const auto* constant = std::get_if<Constant>(&test.form)) return {truth(constant->truth), {}};
  if (const auto* value_test = std::get_if<ValueTest>(&test.form)) return judge(world, item, test, *value_test);
  if (const auto* quantifier = std::get_if<Quantifier>(&test.form)) return judge(world, item, test, *quantifier);
  if (const auto* relation = std::get_if<Relation>(&test.form)) return judge(world, item, test, *relation);
  if (const auto* statement = std::get_if<StatementTest>(&test.form)) return judge(world, item, test, *statement);
  if (const auto* sensitive = std::get_if<SensitiveTest>(&test.form)) return judge(world, item, test, *sensitive);
  return judge(world, item, test, std::get<PortsTest>(test.form));
}

}  // namespace

Answer judge(World& world, const Item& item, const Test& test) {
  if (world.depth >= World::kDeepest) {
    Observation observation = observe(item, test, {});
    observation.why = "leads from resource to resource without an end";
    return {Truth::unknown, {observation}};
  }
  ++world.depth;
  Answer answer = judge_any_form(world, item, test);
  --world.depth;
  return answer;
}

Observation observe(const Item& item, const Test& test, const Found& found) {
  Observation observation;
  observation.test = &test;
  observation.resource = item.resource;
  observation.found = found;
  return observation;
}

Answer answer_absent(World& world, const Item& item, const Test& test, const Found& found, Truth absent) {
  Observation observation = observe(item, test, found);
  Truth truth = found.unwritten ? world.failing : absent;
  if (truth == Truth::unknown) observation.why = "is not set";
  return {truth, {observation}};
}

std::string_view keep(World& world, std::string_view text) { return world.arena().store(text); }

}  // namespace demarc
