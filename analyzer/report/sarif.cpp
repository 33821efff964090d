#include "analyzer/report/sarif.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "analyzer/report/escape.h"
#include "analyzer/report/fingerprint.h"
#include "analyzer/report/region.h"
#include "analyzer/report/rule.h"
#include "analyzer/report/version.h"

namespace demarc {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostResults = 20'000;
constexpr std::string_view kInputError = "demarc-input-error";

std::string text_of(std::string_view text) { return text.empty() ? "(no text)" : printable(text); }

class SarifWriter {
 public:
  explicit SarifWriter(const Report& report) : report_(report) {}

  Json log() {
    Json rules = rules_of();
    Json run = {{"tool", {{"driver", {{"name", "demarc"}, {"semanticVersion", kVersion}, {"rules", std::move(rules)}}}}}};
    run["columnKind"] = "unicodeCodePoints";
    run["results"] = results();
    run["invocations"] = Json::array({{{"executionSuccessful", report_.failures.empty()}, {"toolExecutionNotifications", notifications()}}});
    return {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"}, {"version", "2.1.0"}, {"runs", Json::array({std::move(run)})}};
  }

 private:
  Json rules_of() {
    Json rules = Json::array();
    for (const Policy* policy : report_.policies) {
      rule_index_.emplace(policy->id, rules.size());
      rules.push_back(rule_of(*policy));
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

  const std::string& line_hash(const Place& place) {
    const SourceFile& file = (*report_.sources)[place.file];
    LineFingerprints& lines = lines_.try_emplace(place.file, file.text()).first->second;
    return lines.of(file.position(place.range.begin).line);
  }

  Json result(const Finding& finding) {
    std::string text = text_of(sentence(finding));
    Json location = {{"physicalLocation", physical(finding.place)},
                     {"logicalLocations", Json::array({{{"fullyQualifiedName", text_of(finding.address)}, {"kind", "resource"}}})}};
    Json result = {{"ruleId", finding.policy->id}, {"ruleIndex", rule_index_.at(finding.policy->id)}};
    if (finding.verdict != Verdict::fail) result["kind"] = finding.verdict == Verdict::pass ? "pass" : "open";
    result["level"] = finding.verdict == Verdict::fail ? level_of(finding.severity) : "none";
    result["message"] = {{"text", text}};
    result["locations"] = Json::array({location});
    if (!finding.related.empty() || finding.planned) result["relatedLocations"] = related(finding);
    result["partialFingerprints"] = {{"primaryLocationLineHash", line_hash(finding.place)},
                                     {"demarc/v1", finding_fingerprint(finding.policy->id, finding.address, finding.path)}};
    return result;
  }

  Json related(const Finding& finding) const {
    Json result = Json::array();
    for (const RelatedPlace& other : finding.related) {
      result.push_back({{"id", result.size() + 1}, {"physicalLocation", physical(other.place)}, {"message", {{"text", text_of(other.message)}}}});
    }
    if (finding.planned) {
      result.push_back({{"id", result.size() + 1}, {"physicalLocation", physical(*finding.planned)}, {"message", {{"text", "in the plan"}}}});
    }
    return result;
  }

  Json result(const InputFailure& failure) const {
    Place place{failure.file, failure.error.range.value_or(Range{})};
    if ((*report_.sources)[failure.file].text().empty()) place.range = {};
    return {{"ruleId", kInputError},
            {"ruleIndex", rule_index_.at(std::string(kInputError))},
            {"level", "error"},
            {"message", {{"text", text_of(failure.error.message)}}},
            {"locations", Json::array({{{"physicalLocation", physical(place)}}})}};
  }

  // The most severe ones where there are too many, in the order of the report all the same.
  std::vector<const Finding*> kept() const {
    std::vector<const Finding*> findings;
    for (const Finding& finding : report_.findings) findings.push_back(&finding);
    if (findings.size() <= kMostResults) return findings;
    std::stable_sort(findings.begin(), findings.end(), [](const Finding* a, const Finding* b) { return a->severity > b->severity; });
    findings.resize(kMostResults);
    std::sort(findings.begin(), findings.end());
    return findings;
  }

  Json results() {
    Json results = Json::array();
    for (const InputFailure& failure : report_.failures) results.push_back(result(failure));
    for (const Finding* finding : kept()) results.push_back(result(*finding));
    return results;
  }

  Json notifications() const {
    Json result = Json::array();
    if (report_.findings.size() > kMostResults) {
      std::string text = fmt::format("{} of {} results are left out, the least severe ones", report_.findings.size() - kMostResults, report_.findings.size());
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
};

}  // namespace

std::string write_sarif(const Report& report) {
  return SarifWriter(report).log().dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace demarc
