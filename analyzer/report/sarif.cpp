#include "analyzer/report/sarif.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "analyzer/report/escape.h"
#include "analyzer/report/fingerprint.h"
#include "analyzer/report/json_text.h"
#include "analyzer/report/region.h"
#include "analyzer/report/rule.h"
#include "analyzer/report/standing.h"
#include "analyzer/report/version.h"

namespace demarc {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kInputError = "demarc-input-error";
constexpr std::string_view kInPlan = "in the plan";

std::string text_of(std::string_view text) { return text.empty() ? "(no text)" : printable(text); }

// Messages may hold links, [text](target): a text from an input makes none (section 3.11.6).
std::string message_of(std::string_view text) {
  std::string result = text_of(text);
  for (std::size_t at = result.find("]("); at != std::string::npos; at = result.find("](", at)) result.replace(at, 2, "] (");
  return result;
}

std::string link_to(std::size_t id, std::string_view text) {
  std::string escaped;
  for (char c : text_of(text)) escaped += (c == '[' || c == ']' || c == '\\' ? std::string("\\") : std::string()) + c;
  return fmt::format("[{}]({})", escaped, id);
}

std::string_view kind_of(const Finding& finding) {
  return finding.verdict == Verdict::fail ? "fail" : finding.verdict == Verdict::pass ? "pass" : "open";
}

class SarifWriter {
 public:
  explicit SarifWriter(const Report& report) : report_(report) {}

  Json log() {
    std::vector<const Finding*> findings = kept();
    Json rules = rules_of();
    Json run = {{"tool", {{"driver", {{"name", "demarc"}, {"semanticVersion", kVersion}, {"rules", std::move(rules)}}}}}};
    run["columnKind"] = "unicodeCodePoints";
    run["results"] = results(findings);
    run["invocations"] = Json::array({{{"executionSuccessful", report_.failures.empty()}, {"toolExecutionNotifications", notifications(findings.size())}}});
    return {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"}, {"version", "2.1.0"}, {"runs", Json::array({std::move(run)})}};
  }

 private:
  Json rules_of() {
    Json rules = Json::array();
    for (const Policy* policy : report_.policies) {
      rule_index_.emplace(policy->id, rules.size());
      rules.push_back(rule_of(*policy, severity_of(*policy)));
    }
    if (report_.failures.empty()) return rules;
    rule_index_.emplace(kInputError, rules.size());
    std::string text = "An input could not be analysed, so that its gaps are not known";
    rules.push_back({{"id", kInputError},
                     {"shortDescription", {{"text", text}}},
                     {"help", {{"text", text + ". Mend the file, or leave it out."}}},
                     {"defaultConfiguration", {{"level", "error"}}}});
    return rules;
  }

  Json region(FileId id, Range range) const {
    Region region = first_line_of((*report_.sources)[id], range);
    return {{"startLine", region.begin.line},
            {"startColumn", region.begin.column},
            {"endLine", region.end.line},
            {"endColumn", std::max(region.end.column, region.begin.column)}};
  }

  Json physical(const Place& place) const {
    return {{"artifactLocation", {{"uri", uri_of_path(report_.paths[place.file])}, {"uriBaseId", "%SRCROOT%"}}},
            {"region", region(place.file, place.range)}};
  }

  // None for UTF-16, which GitHub reads as if it were UTF-8: there it makes its own.
  std::string line_hash(const Place& place) {
    const SourceFile& file = (*report_.sources)[place.file];
    if (file.encoding() == Encoding::utf16_little || file.encoding() == Encoding::utf16_big) return {};
    bool marked = file.encoding() == Encoding::utf8_with_mark;
    LineFingerprints& lines = lines_.try_emplace(place.file, file.text(), marked).first->second;
    return lines.of(file.position(place.range.begin).line);
  }

  Json fingerprints(const Finding& finding) {
    Json result = Json::object();
    std::string hash = line_hash(finding.place);
    if (!hash.empty()) result["primaryLocationLineHash"] = hash;
    result["demarc/v1"] = finding_fingerprint(finding.policy->id, finding.address, finding.path);
    return result;
  }

  Json result(const Finding& finding) {
    Json result = {{"ruleId", finding.policy->id}, {"ruleIndex", rule_index_.at(finding.policy->id)}};
    if (finding.verdict != Verdict::fail) result["kind"] = kind_of(finding);
    result["level"] = finding.verdict == Verdict::fail ? level_of(finding.severity) : "none";
    result["message"] = {{"text", message(finding)}};
    result["locations"] = Json::array({{{"physicalLocation", physical(finding.place)}, {"logicalLocations", logical(finding)}}});
    if (!finding.related.empty() || finding.planned) result["relatedLocations"] = related(finding);
    result["partialFingerprints"] = fingerprints(finding);
    if (!baseline_word(finding).empty()) result["baselineState"] = baseline_word(finding);
    if (any_suppressed_) result["suppressions"] = suppressions(finding);
    return result;
  }

  // GitHub takes the first sentence for the title, and shows a related location only where the message links to it.
  std::string message(const Finding& finding) const {
    std::string text = message_of(sentence(finding));
    for (std::size_t i = 0; i < finding.related.size(); ++i) {
      text += (i == 0 ? ". See " : ", ") + link_to(i + 1, finding.related[i].message);
    }
    if (finding.planned) text += (finding.related.empty() ? ". See " : ", ") + link_to(finding.related.size() + 1, kInPlan);
    return text;
  }

  // All results have the list where one has it (section 3.27.23).
  Json suppressions(const Finding& finding) const {
    Json result = Json::array();
    if (!finding.suppression) return result;
    const Suppression& suppression = *finding.suppression;
    bool external = suppression.kind == Suppression::Kind::configuration;
    Json one = {{"kind", external ? "external" : "inSource"}, {"status", "accepted"}, {"justification", text_of(suppression.reason)}};
    if (!external) one["location"] = {{"physicalLocation", physical(suppression.place)}};
    Json properties = Json::object();
    if (!suppression.origin.empty()) properties["origin"] = text_of(suppression.origin);
    if (!suppression.until.empty()) properties["until"] = suppression.until;
    if (!suppression.by.empty()) properties["by"] = suppression.by;
    if (!properties.empty()) one["properties"] = properties;
    result.push_back(std::move(one));
    return result;
  }

  static Json logical(const Finding& finding) {
    Json result = Json::array({{{"fullyQualifiedName", text_of(finding.address)}, {"kind", "resource"}}});
    const std::string_view construct = cdk_path(finding);
    if (!construct.empty()) result.push_back({{"fullyQualifiedName", text_of(construct)}, {"kind", "construct"}});
    return result;
  }

  Json related(const Finding& finding) const {
    Json result = Json::array();
    for (const RelatedPlace& other : finding.related) {
      result.push_back({{"id", result.size() + 1}, {"physicalLocation", physical(other.place)}, {"message", {{"text", text_of(other.message)}}}});
    }
    if (finding.planned) {
      result.push_back({{"id", result.size() + 1}, {"physicalLocation", physical(*finding.planned)}, {"message", {{"text", kInPlan}}}});
    }
    return result;
  }

  Json result(const InputFailure& failure) const {
    Place place{failure.file, failure.error.range.value_or(Range{})};
    if ((*report_.sources)[failure.file].text().empty()) place.range = {};
    Json result = {{"ruleId", kInputError},
                   {"ruleIndex", rule_index_.at(std::string(kInputError))},
                   {"level", "error"},
                   {"message", {{"text", message_of(failure.error.message)}}},
                   {"locations", Json::array({{{"physicalLocation", physical(place)}}})}};
    if (any_suppressed_) result["suppressions"] = Json::array();
    return result;
  }

  // A rule has one severity on GitHub, whatever its results say: the highest that a finding of this run has, else the policy's.
  Severity severity_of(const Policy& policy) const {
    auto found = severities_.find(&policy);
    return found == severities_.end() ? policy.severity : found->second;
  }

  // The weightiest findings that there is room for beside the failures.
  std::vector<const Finding*> kept() {
    for (const Finding& finding : report_.findings) {
      any_suppressed_ = any_suppressed_ || finding.suppression.has_value();
      if (finding.verdict != Verdict::fail) continue;
      Severity& severity = severities_.try_emplace(finding.policy, finding.severity).first->second;
      severity = std::max(severity, finding.severity);
    }
    std::size_t room = report_.most_in_sarif - std::min(report_.most_in_sarif, report_.failures.size());
    return weightiest(report_.findings, room);
  }

  Json results(const std::vector<const Finding*>& findings) {
    Json results = Json::array();
    for (const InputFailure& failure : report_.failures) results.push_back(result(failure));
    for (const Finding* finding : findings) results.push_back(result(*finding));
    return results;
  }

  Json notifications(std::size_t kept) const {
    Json result = Json::array();
    if (report_.findings.size() > kept) {
      std::string text = fmt::format("{} of {} findings are left out, the least severe ones (--sarif-max-results)", report_.findings.size() - kept,
                                     report_.findings.size());
      result.push_back({{"level", "warning"}, {"message", {{"text", text}}}});
    }
    for (const Note& note : report_.notes) {
      Json location = {{"physicalLocation", {{"artifactLocation", {{"uri", uri_of_path(report_.paths[note.place.file])}, {"uriBaseId", "%SRCROOT%"}}}}}};
      if (note.located) location["physicalLocation"]["region"] = region(note.place.file, note.place.range);
      result.push_back({{"descriptor", {{"id", note.kind}}},
                        {"level", "note"},
                        {"message", {{"text", text_of(note.message)}}},
                        {"locations", Json::array({location})}});
    }
    for (const InputFailure& failure : report_.failures) {
      result.push_back({{"level", "error"}, {"message", {{"text", text_of((*report_.sources)[failure.file].name() + ": " + failure.error.message)}}}});
    }
    return result;
  }

  const Report& report_;
  std::map<std::string, std::size_t, std::less<>> rule_index_;
  std::map<FileId, LineFingerprints> lines_;
  std::map<const Policy*, Severity> severities_;
  bool any_suppressed_ = false;
};

}  // namespace

std::string write_sarif(const Report& report) {
  return json_text(SarifWriter(report).log());
}

}  // namespace demarc
