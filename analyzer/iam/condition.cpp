#include "analyzer/iam/condition.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "analyzer/iam/element.h"
#include "analyzer/network/reason.h"
#include "analyzer/network/words.h"

namespace demarc {

namespace {

bool drop_prefix(std::string& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.erase(0, prefix.size());
  return true;
}

ConditionEntry entry_for(std::string_view comparison, std::string_view key) {
  constexpr std::string_view kIfExists = "ifexists";
  ConditionEntry entry;
  entry.key = key;
  entry.comparison = lower_case(comparison);
  if (drop_prefix(entry.comparison, "foranyvalue:")) entry.set = ConditionEntry::Set::any_value;
  if (drop_prefix(entry.comparison, "forallvalues:")) entry.set = ConditionEntry::Set::all_values;
  entry.if_exists = entry.comparison.ends_with(kIfExists);
  if (entry.if_exists) entry.comparison.resize(entry.comparison.size() - kIfExists.size());
  return entry;
}

void read_keys(std::string_view comparison, const Value& keys, Scenario& scenario, StatementCondition& condition) {
  if (keys.is_null()) return;
  if (!keys.is(Value::Kind::map)) {
    condition.unknown.push_back(reason_for(keys, "Condition", "map of condition keys"));
    return;
  }
  for (const Entry& key : keys.entries()) {
    if (scenario.settle(key.value).is_null()) continue;
    ConditionEntry entry = entry_for(comparison, key.key);
    for (const Value& value : single_or_list(key.value, scenario)) entry.values.push_back(glob_of(value));
    condition.entries.push_back(std::move(entry));
  }
}

const Entry* text_entry(const Value& map, std::string_view name) {
  const Entry* entry = map.find(name);
  return entry != nullptr && entry->value.is_scalar() ? entry : nullptr;
}

bool is_word(const IamGlob& value, std::string_view word) { return lower_case(value.written) == word && !value.has_holes(); }

// Whether a value that the condition names is one that is asked for.
Truth is_value(const IamGlob& value, std::string_view text, bool negated) {
  if (value.has_holes()) return covers(value, glob_of(text));
  const bool is_truth = text == "true" || text == "false";
  if (negated) return truth(is_truth && is_word(value, text == "true" ? "false" : "true"));
  return truth(is_truth ? is_word(value, text) : value.written == text);
}

Truth are_values(const ConditionEntry& entry, const std::vector<Literal>& asked) {
  Truth result = truth(!entry.values.empty());
  for (const Literal& literal : asked) {
    Truth found = Truth::no;
    for (const IamGlob& value : entry.values) found = either(found, is_value(value, literal.text, entry.negated()));
    result = both(result, found);
  }
  for (const IamGlob& value : entry.values) {
    Truth wanted = Truth::no;
    for (const Literal& literal : asked) wanted = either(wanted, is_value(value, literal.text, entry.negated()));
    result = both(result, wanted);
  }
  return result;
}

bool lets_missing_pass(const ConditionEntry& entry) { return entry.if_exists || entry.set == ConditionEntry::Set::all_values; }

}  // namespace

bool ConditionEntry::negated() const { return comparison.find("not") != std::string::npos; }

Truth StatementCondition::is_none() const {
  if (!entries.empty()) return Truth::no;
  return unknown.empty() ? Truth::yes : Truth::unknown;
}

std::vector<std::string> StatementCondition::reasons() const {
  std::vector<std::string> result = unknown;
  for (const ConditionEntry& entry : entries) entry.add_reasons(result);
  return result;
}

void ConditionEntry::add_reasons(std::vector<std::string>& reasons) const {
  for (const IamGlob& value : values) {
    if (const GlobFilling* hole = value.first_hole()) reasons.push_back(fmt::format("{} {}", key, hole->reason));
  }
}

StatementCondition read_condition(const Value& value, Scenario& scenario) {
  StatementCondition condition;
  const Value map = scenario.settle(value);
  if (map.is_null()) return condition;
  if (!map.is(Value::Kind::map)) {
    condition.unknown.push_back(reason_for(map, "Condition", "map of operators"));
    return condition;
  }
  const Entry* key = text_entry(map, "Key");
  const Entry* type = text_entry(map, "Type");
  const Entry* one = map.find("Value");
  if (key != nullptr && type != nullptr && one != nullptr) {
    add_condition(type->value.scalar(), key->value.scalar(), glob_of(scenario.settle(one->value)), condition);
    return condition;
  }
  for (const Entry& entry : map.entries()) read_keys(entry.key, scenario.settle(entry.value), scenario, condition);
  return condition;
}

void add_condition(std::string_view comparison, std::string_view key, IamGlob value, StatementCondition& condition) {
  ConditionEntry entry = entry_for(comparison, key);
  entry.values.push_back(std::move(value));
  condition.entries.push_back(std::move(entry));
}

Truth is_exactly(const StatementCondition& condition, const std::vector<StatementTest::ConditionEntry>& asked, bool denies) {
  Truth result = condition.unknown.empty() ? Truth::yes : Truth::unknown;
  if (condition.unknown.empty() && condition.entries.size() != asked.size()) return Truth::no;
  for (const StatementTest::ConditionEntry& wanted : asked) {
    Truth found = condition.unknown.empty() ? Truth::no : Truth::unknown;
    for (const ConditionEntry& entry : condition.entries) {
      if (!same_ignoring_case(entry.key, wanted.key) || entry.comparison == "null") continue;
      if (lets_missing_pass(entry) && !denies) continue;
      found = either(found, are_values(entry, wanted.values));
    }
    result = both(result, found);
  }
  for (const ConditionEntry& entry : condition.entries) {
    const bool known = std::any_of(asked.begin(), asked.end(), [&](const StatementTest::ConditionEntry& wanted) {
      return same_ignoring_case(entry.key, wanted.key);
    });
    if (!known) return Truth::no;
  }
  return result;
}

std::string keys_of(const StatementCondition& condition) {
  std::vector<std::string> keys;
  for (const ConditionEntry& entry : condition.entries) {
    if (std::find(keys.begin(), keys.end(), entry.key) == keys.end()) keys.push_back(entry.key);
  }
  return listed(keys);
}

}  // namespace demarc
