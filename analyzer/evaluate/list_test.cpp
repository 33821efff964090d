#include "analyzer/evaluate/list_test.h"

#include <iterator>

#include "analyzer/evaluate/compare.h"
#include "analyzer/evaluate/find.h"
#include "analyzer/evaluate/operand.h"
#include "analyzer/evaluate/reason.h"
#include "analyzer/evaluate/subject.h"

namespace demarc {
namespace {

// The members of all lists that a subject leads to.
struct Collected {
  std::vector<Found> members;
  bool open = false;  // there may be more
  Found whole;        // the first list; absent if nothing is there
  Found unknown;      // why it is open
};

Collected collect(World& world, const Item& item, const Subject& subject) {
  Collected collected;
  for (const Found& found : find_subjects(world, item, subject, true)) {
    if (collected.whole.absent()) collected.whole = found;
    if (found.absent()) continue;
    bool unknown = found.value.is(Value::Kind::unknown) || found.value.is(Value::Kind::reference);
    if (found.value.is(Value::Kind::reference)) {
      collected.members.push_back(found);
    } else if (unknown) {
      collected.open = true;
      collected.unknown = found;
    } else {
      std::vector<Found> members = members_of(world, found, false);
      collected.members.insert(collected.members.end(), members.begin(), members.end());
    }
  }
  for (Found& member : collected.members) member.value = named_value(world, member.value);
  return collected;
}

Truth is_among(const Collected& collected, const Literal& literal, bool ignore_case) {
  Truth result = collected.open ? Truth::unknown : Truth::no;
  for (const Found& member : collected.members) result = either(result, equals(member.value, literal, ignore_case));
  return result;
}

Truth judge_members(Operator op, const Collected& collected, const std::vector<Literal>& operands, bool ignore_case) {
  if (op == Operator::within) {
    Truth result = collected.open ? Truth::unknown : Truth::yes;
    for (const Found& member : collected.members) result = both(result, among(member.value, operands, ignore_case));
    return result;
  }
  bool all = op == Operator::covers;
  Truth result = truth(all);
  for (const Literal& operand : operands) {
    Truth one = is_among(collected, operand, ignore_case);
    result = all ? both(result, one) : either(result, one);
  }
  return result;
}

// The first member that decides a `contains` or `within`; else the list as a whole.
Found deciding(const ValueTest& test, const Collected& collected, const std::vector<Literal>& operands, Truth truth) {
  if (test.op == Operator::covers) return collected.whole;
  Truth wanted = test.op == Operator::contains ? Truth::yes : Truth::no;
  if (truth != wanted) return collected.whole;
  for (const Found& member : collected.members) {
    if (among(member.value, operands, test.ignore_case) == wanted) return member;
  }
  return collected.whole;
}

std::string why_open(const Collected& collected) {
  if (collected.open) return explain(collected.unknown.value);
  for (const Found& member : collected.members) {
    if (!member.value.is_scalar()) return explain(Unknown{Why::unknown_members, true, {}});
  }
  return explain(collected.whole.value);
}

}  // namespace

Answer judge_list(World& world, const Item& item, const Test& test, const ValueTest& value_test) {
  Collected collected = collect(world, item, value_test.subject);
  if (collected.whole.absent()) return answer_absent(world, item, test, collected.whole, value_test.absent);
  Operands operands = operands_of(world, item, value_test);
  Truth result = Truth::unknown;
  if (!operands.unknown) result = judge_members(value_test.op, collected, operands.literals, value_test.ignore_case);
  Observation observation = observe(item, test, deciding(value_test, collected, operands.literals, result));
  if (result == Truth::unknown) observation.why = keep(world, operands.unknown ? operands.why : why_open(collected));
  return {result, {observation}};
}

}  // namespace demarc
