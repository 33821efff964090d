#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/iam/iam_glob.h"
#include "analyzer/policy/test.h"
#include "parsers/graph/scenario.h"
#include "parsers/graph/truth.h"

namespace demarc {

// One key of a Condition with its operator: {"ForAnyValue:StringLikeIfExists": {"aws:PrincipalOrgPaths": ["o-1/*"]}}.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
struct ConditionEntry {
  enum class Set : std::uint8_t { none, any_value, all_values };  // ForAnyValue, ForAllValues
  Set set = Set::none;
  bool if_exists = false;
  std::string comparison;  // "stringlike", lower case, without set and IfExists
  std::string key;         // as written; case does not matter
  std::vector<IamGlob> values;

  bool negated() const;                                       // StringNotEquals, NotIpAddress …
  void add_reasons(std::vector<std::string>& reasons) const;  // why values of it are not known
};

// The Condition of a statement: all entries must hold.
struct StatementCondition {
  std::vector<ConditionEntry> entries;
  std::vector<std::string> unknown;  // why parts of it are not known: "Condition depends on parameter …"

  Truth is_none() const;
  std::vector<std::string> reasons() const;  // why it is not wholly known
};

// Reads a Condition: a map of maps, or the single {Key, Type, Value} of an event bus.
StatementCondition read_condition(const Value& value, Scenario& scenario);

// One more entry with a single value.
void add_condition(std::string_view comparison, std::string_view key, IamGlob value, StatementCondition& condition);

// Whether the condition has exactly these keys and values, and no other. Any comparison will do that lets the values pass;
// of true and false also one that keeps out the other. With `denies` IfExists and ForAllValues, which deny more, will do.
Truth is_exactly(const StatementCondition& condition, const std::vector<StatementTest::ConditionEntry>& asked, bool denies);

// "aws:SourceIp and aws:PrincipalOrgID": the keys, as written.
std::string keys_of(const StatementCondition& condition);

}  // namespace demarc
