#include "analyzer/cli/selection.h"

#include <fmt/format.h>

#include <algorithm>

#include "analyzer/policy/glob.h"
#include "analyzer/policy/nearest.h"

namespace demarc {
namespace {

bool fits(std::string_view pattern, const Policy& policy) {
  if (glob_matches(pattern, policy.id)) return true;
  return std::any_of(policy.replaces.begin(), policy.replaces.end(), [&](const std::string& former) { return glob_matches(pattern, former); });
}

Error unknown_policy(const Catalog& catalog, const std::string& id) {
  std::vector<std::string_view> ids;
  for (const Policy& policy : catalog.policies) ids.push_back(policy.id);
  std::string_view near = nearest(id, std::span<const std::string_view>(ids));
  std::string hint = near.empty() ? std::string("`demarc policies` lists them all") : fmt::format("did you mean {}?", near);
  return {fmt::format("there is no policy {}", id), {}, hint};
}

std::optional<Error> check_patterns(const Catalog& catalog, const std::vector<std::string>& patterns) {
  for (const std::string& pattern : patterns) {
    bool known = std::any_of(catalog.policies.begin(), catalog.policies.end(), [&](const Policy& policy) { return fits(pattern, policy); });
    if (!known) return unknown_policy(catalog, pattern);
  }
  return std::nullopt;
}

bool any_fits(const std::vector<std::string>& patterns, const Policy& policy) {
  return std::any_of(patterns.begin(), patterns.end(), [&](const std::string& pattern) { return fits(pattern, policy); });
}

}  // namespace

std::optional<Error> check_selection(const Catalog& catalog, const Selection& selection) {
  std::optional<Error> error = check_patterns(catalog, selection.select);
  return error ? error : check_patterns(catalog, selection.ignore);
}

std::optional<Said<bool>> enabled(const Policy& policy, const InputConfiguration& said) {
  for (const PolicyAdjustment& adjustment : said.policies) {
    if (adjustment.enabled && fits(adjustment.pattern, policy)) return adjustment.enabled;
  }
  return std::nullopt;
}

std::optional<Said<Severity>> severity(const Policy& policy, const InputConfiguration& said) {
  for (const PolicyAdjustment& adjustment : said.policies) {
    if (adjustment.severity && fits(adjustment.pattern, policy)) return adjustment.severity;
  }
  return std::nullopt;
}

std::vector<const Policy*> select_policies(const Catalog& catalog, const Selection& selection, const InputConfiguration& said) {
  std::vector<const Policy*> result;
  for (const Policy& policy : catalog.policies) {
    std::optional<Said<bool>> adjusted = enabled(policy, said);
    bool by_profile = adjusted ? adjusted->value : policy.profile <= selection.profile;
    bool wanted = selection.select.empty() ? by_profile : any_fits(selection.select, policy);
    if (wanted && !policy.deprecated && !any_fits(selection.ignore, policy)) result.push_back(&policy);
  }
  return result;
}

Result<const Policy*> policy_named(const Catalog& catalog, const std::string& id) {
  if (const Policy* policy = catalog.find(id)) return policy;
  for (const Policy& policy : catalog.policies) {
    if (std::find(policy.replaces.begin(), policy.replaces.end(), id) != policy.replaces.end()) return &policy;
  }
  return unknown_policy(catalog, id);
}

}  // namespace demarc
