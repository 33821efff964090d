#include "analyzer/report/rule.h"

#include <fmt/format.h>

#include <algorithm>

#include "analyzer/report/escape.h"
#include "analyzer/report/policy_page.h"

namespace demarc {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kLongestName = 255;
constexpr std::size_t kLongestDescription = 1024;

// At most so many bytes, which are at least as many as characters.
std::string cut(const std::string& text, std::size_t most) {
  if (text.size() <= most) return text;
  std::size_t end = most - std::string_view("…").size();
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

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

// GitHub takes twenty, and shows weaknesses of the CWE list by these names.
Json tags_of(const Policy& policy) {
  constexpr std::size_t kMost = 20;
  Json tags = {"security", name_of(policy.category)};
  for (const auto& [framework, ids] : policy.controls) {
    if (framework != "cwe") continue;
    for (const std::string& id : ids) {
      std::string tag = fmt::format("external/cwe/cwe-{}", id.starts_with("CWE-") ? id.substr(4) : id);
      if (tags.size() < kMost && std::find(tags.begin(), tags.end(), tag) == tags.end()) tags.push_back(tag);
    }
  }
  return tags;
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

Json rule_of(const Policy& policy, Severity severity) {
  std::string full = policy.your_side.empty() ? policy.title : policy.title + ". " + policy.your_side;
  Json rule = {{"id", policy.id},
               {"name", cut(policy.id, kLongestName)},
               {"shortDescription", {{"text", cut(policy.title, kLongestDescription)}}},
               {"fullDescription", {{"text", cut(full, kLongestDescription)}}},
               {"help", {{"text", policy_text(policy)}, {"markdown", policy_markdown(policy)}}},
               {"defaultConfiguration", {{"level", level_of(severity)}}}};
  if (!policy.references.empty()) rule["helpUri"] = policy.references.front();
  rule["properties"] = {{"tags", tags_of(policy)},
                        {"precision", "high"},
                        {"security-severity", security_severity(severity)},
                        {"problem.severity", level_of(severity) == "note" ? "recommendation" : level_of(severity)}};
  return rule;
}

}  // namespace demarc
