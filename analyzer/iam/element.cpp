#include "analyzer/iam/element.h"

#include <fmt/format.h>

#include <algorithm>

namespace demarc {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

void lay_flat(const Value& value, Scenario& scenario, std::vector<Value>& result) {
  const Value settled = scenario.settle(value);
  if (settled.is_null()) return;
  if (!settled.is(Value::Kind::list)) {
    result.push_back(settled);
    return;
  }
  for (const Value& item : settled.items()) lay_flat(item, scenario, result);
}

}  // namespace

bool same_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

std::string lower_case(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), lower);
  return result;
}

const Entry* find_element(const Value& map, std::string_view name) {
  if (!map.is(Value::Kind::map)) return nullptr;
  if (const Entry* exact = map.find(name)) return exact;
  for (const Entry& entry : map.entries()) {
    if (same_ignoring_case(entry.key, name)) return &entry;
  }
  return nullptr;
}

std::vector<Value> single_or_list(const Value& value, Scenario& scenario) {
  std::vector<Value> result;
  lay_flat(value, scenario, result);
  return result;
}

bool StatementElement::has_holes() const {
  return std::any_of(patterns.begin(), patterns.end(), [](const IamGlob& pattern) { return pattern.has_holes(); });
}

std::vector<std::string> StatementElement::reasons() const {
  std::vector<std::string> result;
  for (const IamGlob& pattern : patterns) {
    const GlobFilling* hole = pattern.first_hole();
    if (hole == nullptr) continue;
    std::string reason = fmt::format("{} {}", name, hole->reason);
    if (std::find(result.begin(), result.end(), reason) == result.end()) result.push_back(std::move(reason));
  }
  return result;
}

// All but N covers a pattern that N has nothing of, and has something of one that no N covers.
Truth covers(const StatementElement& element, const IamGlob& pattern, bool self_known) {
  Truth result = Truth::no;
  for (const IamGlob& each : element.patterns) {
    result = either(result, element.negated ? meets(each, pattern, self_known) : covers(each, pattern, self_known));
    if (result == Truth::yes) break;
  }
  if (!element.written) return Truth::unknown;
  return element.negated ? negate(result) : result;
}

Truth meets(const StatementElement& element, const IamGlob& pattern, bool self_known) {
  Truth result = Truth::no;
  for (const IamGlob& each : element.patterns) {
    result = either(result, element.negated ? covers(each, pattern, self_known) : meets(each, pattern, self_known));
    if (result == Truth::yes) break;
  }
  if (!element.written) return Truth::unknown;
  return element.negated ? negate(result) : result;
}

}  // namespace demarc
