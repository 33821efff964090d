#include "analyzer/suppression/suppress.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "analyzer/policy/glob.h"
#include "analyzer/policy/nearest.h"
#include "analyzer/suppression/covering.h"
#include "analyzer/suppression/honored.h"

namespace demarc {
namespace {

// One policy that a rule names, and what became of it.
struct Named {
  std::size_t rule = 0;
  std::size_t pattern = 0;
};

// What was used, and what has expired.
struct State {
  std::vector<bool> used;    // by pattern
  std::vector<bool> judged;  // by pattern: names a policy of the run
  bool expired = false;      // and would be used
};

class Suppressing {
 public:
  Suppressing(const std::vector<SuppressionRule>& rules, const SuppressOptions& options)
      : rules_(rules), options_(options), states_(rules.size()) {
    for (const Policy* policy : options.judged) judged_.insert(policy->id);
    for (std::size_t rule = 0; rule < rules.size(); ++rule) index(rule);
  }

  void mark(Finding& finding) {
    auto named = by_policy_.find(finding.policy->id);
    if (named == by_policy_.end()) return;
    for (const Named& one : named->second) {
      const SuppressionRule& rule = rules_[one.rule];
      if (!covers(rule, finding)) continue;
      states_[one.rule].used[one.pattern] = true;
      if (is_expired(rule)) {
        states_[one.rule].expired = true;
      } else if (!finding.suppression) {
        finding.suppression = rule.mark;
      }
    }
  }

  Suppressed conclude() {
    for (std::size_t rule = 0; rule < rules_.size(); ++rule) {
      if (states_[rule].expired) note_expired(rules_[rule]);
      if (rules_[rule].mark.by.empty()) note_unused(rules_[rule], states_[rule]);
    }
    return std::move(result_);
  }

 private:
  bool is_expired(const SuppressionRule& rule) const { return !rule.mark.until.empty() && rule.mark.until < options_.as_of; }

  void index(std::size_t number) {
    const SuppressionRule& rule = rules_[number];
    State& state = states_[number];
    state.used.resize(rule.policies.size());
    state.judged.resize(rule.policies.size());
    for (std::size_t pattern = 0; pattern < rule.policies.size(); ++pattern) {
      bool known = false;
      for (const Policy& policy : options_.catalog->policies) {
        if (!names(rule, rule.policies[pattern], policy)) continue;
        known = true;
        by_policy_[policy.id].push_back({number, pattern});
        if (judged_.count(policy.id) > 0) state.judged[pattern] = true;
      }
      if (!known && rule.mark.by.empty()) note_unknown(rule, rule.policies[pattern]);
    }
  }

  bool names(const SuppressionRule& rule, const std::string& pattern, const Policy& policy) {
    if (!rule.mark.by.empty()) return is_peer(policy, rule.mark.by, pattern);
    if (glob_matches(pattern, policy.id)) return true;
    for (const std::string& former : policy.replaces) {
      if (!glob_matches(pattern, former)) continue;
      if (pattern == former) note(rule, "former-id", fmt::format("{} is called {} now", former, policy.id));
      return true;
    }
    return false;
  }

  void note_unknown(const SuppressionRule& rule, const std::string& pattern) {
    std::vector<std::string_view> ids;
    for (const Policy& policy : options_.catalog->policies) ids.push_back(policy.id);
    note(rule, "suppression-malformed",
         fmt::format("this suppression is not heard: there is no policy {}{}", pattern, did_you_mean(pattern, ids)));
  }

  void note_expired(const SuppressionRule& rule) {
    note(rule, "suppression-expired",
         fmt::format("the suppression of {} has expired on {}: {}", joined(rule.policies), rule.mark.until, rule.mark.reason));
  }

  // Where only some files are seen, what is said of others is not unused.
  void note_unused(const SuppressionRule& rule, const State& state) {
    bool of_configuration = rule.mark.kind == Suppression::Kind::configuration;
    if (of_configuration && std::find(rule.governed.begin(), rule.governed.end(), true) == rule.governed.end()) return;
    if (of_configuration && rule.files.empty() && options_.scope == InputScope::files) return;
    std::vector<std::string> unused;
    for (std::size_t pattern = 0; pattern < rule.policies.size(); ++pattern) {
      if (state.judged[pattern] && !state.used[pattern]) unused.push_back(rule.policies[pattern]);
    }
    if (unused.empty()) return;
    ++result_.unused;
    note(rule, "suppression-unused", fmt::format("the suppression of {} is not used: nothing is found there", joined(unused)));
  }

  static std::string joined(const std::vector<std::string>& texts) {
    std::string result;
    for (const std::string& text : texts) result += (result.empty() ? "" : ", ") + text;
    return result;
  }

  void note(const SuppressionRule& rule, std::string_view kind, std::string message) {
    result_.notes.push_back({std::string(kind), std::move(message), rule.mark.place, true});
  }

  const std::vector<SuppressionRule>& rules_;
  const SuppressOptions& options_;
  std::vector<State> states_;
  std::unordered_set<std::string_view> judged_;
  std::unordered_map<std::string_view, std::vector<Named>> by_policy_;
  Suppressed result_;
};

}  // namespace

Suppressed suppress(std::vector<Finding>& findings, const std::vector<SuppressionRule>& rules, const SuppressOptions& options) {
  Suppressing suppressing(rules, options);
  for (Finding& finding : findings) {
    if (finding.verdict != Verdict::pass) suppressing.mark(finding);
  }
  return suppressing.conclude();
}

std::vector<bool> files_meant(const SuppressionRule& rule, const std::string& folder, const std::vector<std::string>& paths,
                              const std::vector<bool>& governed) {
  std::vector<bool> meant(paths.size());
  for (std::size_t file = 0; file < paths.size(); ++file) {
    std::string_view path = path_within(folder, paths[file]);
    bool matches = rule.files.empty() || std::any_of(rule.files.begin(), rule.files.end(), [&](const std::string& pattern) {
      return !path.empty() && path_matches(pattern, path);
    });
    meant[file] = governed[file] && matches;
  }
  return meant;
}

std::string_view path_within(std::string_view folder, std::string_view path) {
  while (!folder.empty() && folder.back() == '/') folder.remove_suffix(1);
  bool inside = path.size() > folder.size() + 1 && path.starts_with(folder) && path[folder.size()] == '/';
  return inside ? path.substr(folder.size() + 1) : std::string_view();
}

}  // namespace demarc
