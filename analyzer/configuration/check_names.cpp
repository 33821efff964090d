#include <fmt/format.h>

#include <algorithm>

#include "analyzer/configuration/read_configuration.h"
#include "analyzer/policy/glob.h"
#include "analyzer/policy/nearest.h"
#include "analyzer/policy/settings.h"

namespace demarc {
namespace {

bool fits(std::string_view pattern, const Policy& policy) {
  if (glob_matches(pattern, policy.id)) return true;
  return std::any_of(policy.replaces.begin(), policy.replaces.end(), [&](const std::string& former) { return glob_matches(pattern, former); });
}

class Checker {
 public:
  explicit Checker(const Catalog& catalog) : catalog_(catalog) {}

  void check(const InputConfiguration& configuration) {
    for (const PolicyAdjustment& adjustment : configuration.policies) check_policy(adjustment.pattern, adjustment.origin);
    for (const FiledSuppression& suppression : configuration.suppressions) {
      for (const std::string& policy : suppression.rule.policies) check_policy(policy, suppression.rule.mark.origin);
    }
    for (const auto& [name, said] : configuration.settings) check_setting(name, said);
  }

  std::vector<NameMistake> mistakes;

 private:
  bool check_policy(std::string_view pattern, const SaidBy& origin) {
    const std::vector<Policy>& policies = catalog_.policies;
    if (std::any_of(policies.begin(), policies.end(), [&](const Policy& policy) { return fits(pattern, policy); })) return true;
    std::vector<std::string_view> ids;
    for (const Policy& policy : policies) ids.push_back(policy.id);
    mistakes.push_back({origin, fmt::format("there is no policy {}{}", pattern, did_you_mean(pattern, ids))});
    return false;
  }

  void check_setting(const std::string& name, const Said<std::vector<Literal>>& said) {
    std::size_t dot = name.rfind('.');
    if (dot == std::string::npos) return check_shared(name, said);
    std::string_view owner = std::string_view(name).substr(0, dot);
    const Policy* policy = policy_named(owner);
    if (!policy) {
      bool pattern = is_glob(owner);
      if (pattern) mistakes.push_back({said.origin, fmt::format("settings are given to one policy, not to {}", owner)});
      return;  // that there is no such policy is said already
    }
    std::vector<std::string_view> names = {"severity", "enabled"};
    for (const Setting& setting : policy->settings) {
      if (setting.name == std::string_view(name).substr(dot + 1)) return check_type(setting, said);
      names.push_back(setting.name);
    }
    std::string_view own = std::string_view(name).substr(dot + 1);
    mistakes.push_back({said.origin, fmt::format("{} has no setting {}{}", policy->id, own, did_you_mean(own, names))});
  }

  void check_shared(const std::string& name, const Said<std::vector<Literal>>& said) {
    auto shared = catalog_.settings.find(name);
    if (shared != catalog_.settings.end()) return check_type(shared->second, said);
    std::vector<std::string_view> names;
    for (const auto& [known, setting] : catalog_.settings) names.push_back(known);
    mistakes.push_back({said.origin, fmt::format("there is no shared setting {}{}", name, did_you_mean(name, names))});
  }

  void check_type(const Setting& setting, const Said<std::vector<Literal>>& said) {
    std::string wrong = misfit(said.value, setting.type);
    if (!wrong.empty()) mistakes.push_back({said.origin, fmt::format("setting {} {}", setting.name, wrong)});
  }

  const Policy* policy_named(std::string_view id) const {
    if (const Policy* policy = catalog_.find(id)) return policy;
    for (const Policy& policy : catalog_.policies) {
      if (std::find(policy.replaces.begin(), policy.replaces.end(), id) != policy.replaces.end()) return &policy;
    }
    return nullptr;
  }

  const Catalog& catalog_;
};

}  // namespace

std::vector<NameMistake> check_names(const InputConfiguration& configuration, const Catalog& catalog) {
  Checker checker(catalog);
  checker.check(configuration);
  return std::move(checker.mistakes);
}

}  // namespace demarc
