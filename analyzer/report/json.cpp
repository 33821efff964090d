#include "analyzer/report/json.h"

#include "analyzer/report/json_text.h"
#include "analyzer/report/region.h"
#include "analyzer/report/standing.h"
#include "analyzer/report/version.h"

namespace demarc {
namespace {

using Json = nlohmann::ordered_json;

void add_begin(Json& object, const SourceFile& file, Range range) {
  Region region = region_of(file, range);
  object["line"] = region.begin.line;
  object["column"] = region.begin.column;
}

Json json_of(const Report& report, const RelatedPlace& related) {
  const SourceFile& file = (*report.sources)[related.place.file];
  Json result = {{"file", file.name()}};
  add_begin(result, file, related.place.range);
  result["message"] = related.message;
  return result;
}

// What is wrong in one companion is no word about the others.
Json parts_of(const Finding& finding) {
  Json parts = Json::array();
  if (finding.resource == nullptr) return parts;
  if (finding.address != finding.resource->address) return Json::array({finding.address});
  for (const Part& part : finding.resource->parts) parts.push_back(part.address);
  return parts;
}

Json suppression_of(const Report& report, const Suppression& suppression) {
  constexpr std::string_view kKinds[] = {"comment", "metadata", "configuration"};
  Json result = {{"kind", kKinds[static_cast<std::size_t>(suppression.kind)]}, {"reason", suppression.reason}};
  if (!suppression.until.empty()) result["until"] = suppression.until;
  if (!suppression.by.empty()) result["by"] = suppression.by;
  if (!suppression.origin.empty()) {
    result["origin"] = suppression.origin;
  } else {
    const SourceFile& file = (*report.sources)[suppression.place.file];
    result["file"] = file.name();
    add_begin(result, file, suppression.place.range);
  }
  return result;
}

Json resource_of(const Finding& finding) {
  Json result = {{"address", finding.resource ? std::string(finding.resource->address) : finding.address}};
  result["type"] = finding.resource ? std::string(finding.resource->written_type) : std::string();
  result["parts"] = parts_of(finding);
  if (!cdk_path(finding).empty()) result["cdkPath"] = cdk_path(finding);
  return result;
}

Json json_of(const Report& report, const Finding& finding) {
  const SourceFile& file = (*report.sources)[finding.place.file];
  Region region = region_of(file, finding.place.range);
  Json result = {{"policy", finding.policy->id},
                 {"verdict", name_of(finding.verdict)},
                 {"severity", name_of(finding.severity)},
                 {"message", sentence(finding)},
                 {"file", file.name()},
                 {"line", region.begin.line},
                 {"column", region.begin.column},
                 {"endLine", region.end.line},
                 {"endColumn", region.end.column},
                 {"path", finding.path},
                 {"resource", resource_of(finding)}};
  if (finding.planned) {
    const SourceFile& plan = (*report.sources)[finding.planned->file];
    result["plan"] = {{"file", plan.name()}};
    add_begin(result["plan"], plan, finding.planned->range);
  }
  if (!finding.scenario.empty()) result["scenario"] = finding.scenario;
  if (finding.verdict == Verdict::unknown) result["why"] = finding.message;
  result["related"] = Json::array();
  for (const RelatedPlace& related : finding.related) result["related"].push_back(json_of(report, related));
  if (finding.suppression) result["suppression"] = suppression_of(report, *finding.suppression);
  if (!baseline_word(finding).empty()) result["baseline"] = baseline_word(finding);
  return result;
}

Json json_of(const Report& report, const Note& note) {
  const SourceFile& file = (*report.sources)[note.place.file];
  Json result = {{"kind", note.kind}, {"message", note.message}, {"file", file.name()}};
  if (note.located) add_begin(result, file, note.place.range);
  return result;
}

Json json_of(const Report& report, const InputFailure& failure) {
  const SourceFile& file = (*report.sources)[failure.file];
  Json result = {{"file", file.name()}};
  if (failure.error.range && !file.text().empty()) add_begin(result, file, *failure.error.range);
  result["message"] = failure.error.message;
  if (!failure.error.hint.empty()) result["hint"] = failure.error.hint;
  return result;
}

Json summary_of(const Report& report) {
  const Counts& counts = report.counts;
  Json fail = Json::object();
  for (Severity severity : {Severity::critical, Severity::high, Severity::medium, Severity::low, Severity::note}) {
    fail[std::string(name_of(severity))] = counts.fail[static_cast<std::size_t>(severity)];
  }
  Json categories = Json::object();
  for (std::size_t i = 0; i < std::size(counts.categories); ++i) categories[std::string(name_of(static_cast<Category>(i)))] = counts.categories[i];
  return {{"inputs", counts.inputs},   {"resources", counts.resources}, {"policies", report.policies.size()}, {"fail", fail}, {"categories", categories},
          {"unknown", counts.unknown}, {"pass", counts.pass},           {"suppressed", counts.suppressed},    {"unchanged", counts.unchanged},
          {"errors", report.failures.size()}};
}

}  // namespace

std::string write_json(const Report& report) {
  Json result = {{"version", 1}, {"tool", {{"name", "demarc"}, {"version", kVersion}}}, {"asOf", report.as_of}};
  result["findings"] = Json::array();
  for (const Finding& finding : report.findings) result["findings"].push_back(json_of(report, finding));
  result["notes"] = Json::array();
  for (const Note& note : report.notes) result["notes"].push_back(json_of(report, note));
  result["errors"] = Json::array();
  for (const InputFailure& failure : report.failures) result["errors"].push_back(json_of(report, failure));
  result["summary"] = summary_of(report);
  return json_text(result);
}

}  // namespace demarc
