#include <fmt/format.h>

#include <optional>

#include "analyzer/evaluate/compare.h"
#include "analyzer/evaluate/decimal.h"
#include "analyzer/evaluate/judge.h"
#include "analyzer/evaluate/kind.h"
#include "analyzer/evaluate/list_test.h"
#include "analyzer/evaluate/operand.h"
#include "analyzer/evaluate/reason.h"
#include "analyzer/evaluate/set.h"
#include "analyzer/evaluate/subject.h"
#include "analyzer/policy/date.h"
#include "analyzer/policy/pattern.h"

namespace demarc {
namespace {

// What an operator says of a present value, and why where it cannot tell.
struct Said {
  Truth truth = Truth::unknown;
  std::string why;
};

bool is_number_or_date(Operator op) {
  return op == Operator::at_least || op == Operator::at_most || op == Operator::after || op == Operator::before;
}

bool is_on_lists(Operator op) { return op == Operator::contains || op == Operator::covers || op == Operator::within; }

Said compare_number(Operator op, const Value& value, const Literal& operand) {
  if (!value.is_scalar()) return {};
  std::optional<Decimal> number = read_decimal(value.scalar()), bound = read_decimal(operand.text);
  if (!number)
    return {Truth::unknown, explain(Unknown{Why::not_a_number, false, value.sensitive ? "(sensitive)" : value.scalar()})};
  if (!bound) return {Truth::unknown, fmt::format("is compared with {}, which is no number", operand.text)};
  return {truth(op == Operator::at_least ? *number >= *bound : *number <= *bound), {}};
}

// A literal date, or the day of the run moved by a duration.
std::optional<std::int64_t> day_of(const World& world, const Literal& operand) {
  if (std::optional<std::int64_t> date = day_number(operand.text)) return date;
  std::optional<std::int64_t> days = days_of(operand.text), today = world.deployment.today();
  return days && today ? std::optional(*today + *days) : std::nullopt;
}

Said compare_date(const World& world, Operator op, const Value& value, const Literal& operand) {
  if (!value.is_scalar()) return {};
  std::string_view text = value.scalar();
  bool with_time = text.size() > 10 && (text[10] == 'T' || text[10] == ' ');
  std::optional<std::int64_t> day = day_number(with_time ? text.substr(0, 10) : text), bound = day_of(world, operand);
  if (!day) return {Truth::unknown, explain(Unknown{Why::not_a_date, false, value.sensitive ? "(sensitive)" : text})};
  if (!bound) return {Truth::unknown, "is compared with the day of the run, which is not given"};
  return {truth(op == Operator::after ? *day > *bound : *day < *bound), {}};
}

Said compare(const World& world, const ValueTest& test, const Value& value, const std::vector<Literal>& operands) {
  if (is_number_or_date(test.op) && operands.empty()) return {};
  switch (test.op) {
    case Operator::at_least:
    case Operator::at_most: return compare_number(test.op, value, operands[0]);
    case Operator::after:
    case Operator::before: return compare_date(world, test.op, value, operands[0]);
    case Operator::like: {
      Truth truth = Truth::no;
      for (const Literal& glob : operands) truth = either(truth, like(value, glob.text, test.ignore_case));
      return {truth, {}};
    }
    case Operator::matches:
      return {value.is_scalar() && test.pattern ? truth(test.pattern->matches(value.scalar())) : Truth::unknown, {}};
    default: return {among(value, operands, test.ignore_case), {}};
  }
}

Answer answer(World& world, Observation observation, Said said, const Value& value) {
  if (said.truth == Truth::unknown) observation.why = keep(world, said.why.empty() ? explain(value) : said.why);
  return {said.truth, {std::move(observation)}};
}

Answer judge_set(World& world, const Item& item, const Test& test, const ValueTest& value_test) {
  Found found = find_subject(world, item, value_test.subject, false).found;
  bool wanted = value_test.operands.empty() || value_test.operands[0].text == "true";
  Truth set = found.why ? Truth::yes : is_set(world, found.value);
  return answer(world, observe(item, test, found), {wanted ? set : negate(set), {}}, found.value);
}

Answer judge_kind_at(World& world, const Item& item, const Test& test, const ValueTest& value_test, const Found& found) {
  Observation observation = observe(item, test, found);
  if (found.why) return answer(world, observation, {Truth::unknown, found.why}, found.value);
  if (value_test.kind == ValueKind::credential) observation.key = world.deployment.credentials().in(found.value);
  return answer(world, observation, {is_of_kind(world, found.value, value_test.kind), {}}, found.value);
}

// Secrets are looked for at all places that a path leads to: one is enough.
Answer judge_secrets(World& world, const Item& item, const Test& test, const ValueTest& value_test) {
  std::optional<Answer> result;
  Found nothing;
  for (const Found& found : find_subjects(world, item, value_test.subject, false)) {
    if (found.absent()) {
      nothing = found;
      continue;
    }
    Answer answer = judge_kind_at(world, item, test, value_test, found);
    if (answer.truth == Truth::yes) return answer;
    if (!result || answer.truth > result->truth) result = std::move(answer);
  }
  return result ? *std::move(result) : answer_absent(world, item, test, nothing, value_test.absent);
}

Answer judge_kind(World& world, const Item& item, const Test& test, const ValueTest& value_test) {
  if (value_test.kind != ValueKind::customer_key) return judge_secrets(world, item, test, value_test);
  Found found = find_subject(world, item, value_test.subject, false).found;
  if (found.absent()) return answer_absent(world, item, test, found, value_test.absent);
  return judge_kind_at(world, item, test, value_test, found);
}

Answer judge_same(World& world, const Item& item, const Test& test, const ValueTest& value_test) {
  Found found = find_subject(world, item, value_test.subject, true).found;
  if (found.absent()) return answer_absent(world, item, test, found, value_test.absent);
  Subject other{Subject::Kind::property, value_test.other, {}, {}};
  Value value = find_subject(world, item, other, true).found.value;
  if (value.is_null()) return answer(world, observe(item, test, found), {Truth::no, {}}, found.value);
  Truth equal = same(found.value, value);
  if (equal == Truth::unknown) equal = same(named_value(world, found.value), named_value(world, value));
  bool own = !found.value.is_scalar();
  return answer(world, observe(item, test, found), {equal, {}}, own ? found.value : value);
}

}  // namespace

Answer judge(World& world, const Item& item, const Test& test, const ValueTest& value_test) {
  if (value_test.op == Operator::set) return judge_set(world, item, test, value_test);
  if (value_test.op == Operator::kind) return judge_kind(world, item, test, value_test);
  if (value_test.op == Operator::same_as) return judge_same(world, item, test, value_test);
  if (is_on_lists(value_test.op)) return judge_list(world, item, test, value_test);
  SubjectFound subject = find_subject(world, item, value_test.subject, true);
  bool empty = subject.found.value.is(Value::Kind::text) && subject.found.value.scalar().empty();
  if (subject.found.absent() || (empty && is_number_or_date(value_test.op))) {
    return answer_absent(world, item, test, subject.found, value_test.absent);
  }
  Observation observation = observe(item, test, subject.found);
  observation.key = subject.key;
  if (subject.found.why) return answer(world, observation, {Truth::unknown, subject.found.why}, subject.found.value);
  Value value = named_value(world, subject.found.value);
  observation.found.value = value;
  Operands operands = operands_of(world, item, value_test);
  if (operands.unknown) return answer(world, observation, {Truth::unknown, operands.why}, value);
  return answer(world, observation, compare(world, value_test, value, operands.literals), value);
}

}  // namespace demarc
