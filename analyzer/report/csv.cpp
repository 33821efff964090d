#include "analyzer/report/csv.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "analyzer/report/escape.h"
#include "analyzer/report/standing.h"

namespace demarc {
namespace {

std::string field(std::string_view text) {
  std::string shown = printable(text);
  if (!shown.empty() && std::string_view("=+-@").find(shown.front()) != std::string_view::npos) shown.insert(0, 1, '\'');
  if (shown.find_first_of("\",") == std::string::npos) return shown;
  std::string quoted = "\"";
  for (char c : shown) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + '"';
}

std::string line(std::initializer_list<std::string_view> texts) {
  std::string result;
  for (std::string_view text : texts) result += (result.empty() ? "" : ",") + field(text);
  return result + "\r\n";
}

std::string line_of(const Report& report, const Finding& finding) {
  const SourceFile& file = (*report.sources)[finding.place.file];
  Position position = file.position(finding.place.range.begin);
  return line({finding.policy->id, name_of(finding.verdict), name_of(finding.severity), name_of(finding.policy->category), file.name(),
               std::to_string(position.line), std::to_string(position.column), finding.address,
               finding.resource ? finding.resource->written_type : "", finding.path, sentence(finding), suppression_words(report, finding),
               baseline_word(finding)});
}

std::string line_of(const Report& report, const InputFailure& failure) {
  const SourceFile& file = (*report.sources)[failure.file];
  bool placed = failure.error.range && !file.text().empty();
  Position position = file.position(placed ? failure.error.range->begin : 0);
  return line({"demarc-input-error", "error", "", "", file.name(), std::to_string(position.line), std::to_string(position.column), "", "", "",
               failure.error.message, "", ""});
}

}  // namespace

std::string write_csv(const Report& report) {
  std::string result = line({"policy", "verdict", "severity", "category", "file", "line", "column", "resource", "type", "path", "message",
                             "suppression", "baseline"});
  for (const InputFailure& failure : report.failures) result += line_of(report, failure);
  for (const Finding& finding : report.findings) result += line_of(report, finding);
  return result;
}

}  // namespace demarc
