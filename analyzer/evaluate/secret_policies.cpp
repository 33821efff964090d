#include "analyzer/evaluate/secret_policies.h"

#include <algorithm>
#include <set>

#include "analyzer/evaluate/kind.h"

namespace demarc {
namespace {

bool asks_for_secrets(const Test& test) {
  if (const auto* value = std::get_if<ValueTest>(&test.form)) return value->op == Operator::kind && is_secret(value->kind);
  if (const auto* combination = std::get_if<Combination>(&test.form)) {
    return std::any_of(combination->tests.begin(), combination->tests.end(), asks_for_secrets);
  }
  const auto* quantifier = std::get_if<Quantifier>(&test.form);
  return quantifier && quantifier->where && asks_for_secrets(*quantifier->where);
}

}  // namespace

std::vector<const Policy*> further_secret_policies(const std::vector<const Policy*>& policies, const Catalog& catalog) {
  std::set<const Policy*> known(policies.begin(), policies.end());
  std::vector<const Policy*> further;
  for (const Policy& policy : catalog.policies) {
    bool wanted = !policy.deprecated && !policy.deployment && policy.test && asks_for_secrets(*policy.test);
    if (wanted && known.count(&policy) == 0) further.push_back(&policy);
  }
  return further;
}

void take_secrets(std::vector<Finding>& findings, std::vector<Place>& places) {
  for (Finding& finding : findings) {
    places.insert(places.end(), finding.secrets.begin(), finding.secrets.end());
    finding.secrets.clear();
  }
}

}  // namespace demarc
