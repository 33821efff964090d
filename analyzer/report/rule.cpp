#include "analyzer/report/rule.h"

#include <fmt/format.h>

#include "analyzer/report/escape.h"
#include "analyzer/report/policy_page.h"

namespace demarc {
namespace {

using Json = nlohmann::ordered_json;

// GitHub's bands: above 9.0 critical, from 7.0 high, from 4.0 medium, from 0.1 low.
std::string_view security_severity(Severity severity) {
  switch (severity) {
    case Severity::critical: return "9.5";
    case Severity::high: return "8.0";
    case Severity::medium: return "5.5";
    case Severity::low: return "2.0";
    case Severity::note: break;
  }
  return "0.0";
}

}  // namespace

std::string_view level_of(Severity severity) {
  switch (severity) {
    case Severity::critical:
    case Severity::high: return "error";
    case Severity::medium: return "warning";
    case Severity::low:
    case Severity::note: break;
  }
  return "note";
}

Json rule_of(const Policy& policy) {
  std::string full = policy.your_side.empty() ? policy.title : policy.title + ". " + policy.your_side;
  Json rule = {{"id", policy.id},
               {"name", policy.id},
               {"shortDescription", {{"text", policy.title}}},
               {"fullDescription", {{"text", full}}},
               {"help", {{"text", policy_text(policy)}, {"markdown", policy_markdown(policy)}}},
               {"defaultConfiguration", {{"level", level_of(policy.severity)}}}};
  if (!policy.references.empty()) rule["helpUri"] = policy.references.front();
  rule["properties"] = {{"tags", {"security", name_of(policy.category)}},
                        {"precision", "high"},
                        {"security-severity", security_severity(policy.severity)},
                        {"problem.severity", level_of(policy.severity) == "note" ? "recommendation" : level_of(policy.severity)}};
  return rule;
}

}  // namespace demarc
