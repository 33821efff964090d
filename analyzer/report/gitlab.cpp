#include "analyzer/report/gitlab.h"

#include <fmt/format.h>

#include <map>

#include "analyzer/report/escape.h"
#include "analyzer/report/fingerprint.h"
#include "analyzer/report/json_text.h"
#include "analyzer/report/standing.h"

namespace demarc {
namespace {

using Json = nlohmann::ordered_json;

std::string_view severity_of(const Finding& finding) {
  if (finding.verdict != Verdict::fail || finding.suppression) return "info";
  switch (finding.severity) {
    case Severity::critical: return "blocker";
    case Severity::high: return "critical";
    case Severity::medium: return "major";
    case Severity::low: return "minor";
    case Severity::note: break;
  }
  return "info";
}

class IssueList {
 public:
  explicit IssueList(const Report& report) : report_(report) {}

  void add(const Finding& finding) {
    std::string suppression = suppression_words(report_, finding);
    std::string text = sentence(finding) + (suppression.empty() ? "" : "; " + suppression);
    add(finding.policy->id, text, fmt::format("{}\n{}", finding.address, finding.path), severity_of(finding), finding.place);
  }

  void add(const InputFailure& failure) {
    bool placed = failure.error.range && !(*report_.sources)[failure.file].text().empty();
    Place place{failure.file, placed ? *failure.error.range : Range{}};
    add("demarc-input-error", failure.error.message, "", "critical", place);
  }

  Json take() { return std::move(issues_); }

 private:
  void add(std::string_view name, std::string_view text, std::string_view what, std::string_view severity, const Place& place) {
    const std::string& path = report_.paths[place.file];
    std::string fingerprint = finding_fingerprint(name, what, path);
    std::size_t count = ++seen_[fingerprint];
    if (count > 1) fingerprint = finding_fingerprint(fingerprint, std::to_string(count), "");
    Position position = (*report_.sources)[place.file].position(place.range.begin);
    issues_.push_back({{"description", printable(text)},
                       {"check_name", fmt::format("demarc/{}", name)},
                       {"fingerprint", fingerprint},
                       {"severity", severity},
                       {"location", {{"path", path}, {"lines", {{"begin", position.line}}}}}});
  }

  const Report& report_;
  Json issues_ = Json::array();
  std::map<std::string, std::size_t> seen_;
};

}  // namespace

std::string write_gitlab(const Report& report) {
  IssueList issues(report);
  for (const InputFailure& failure : report.failures) issues.add(failure);
  for (const Finding& finding : report.findings) {
    if (finding.verdict != Verdict::pass) issues.add(finding);
  }
  return json_text(issues.take());
}

}  // namespace demarc
