#include "analyzer/report/github.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <vector>

#include "analyzer/report/escape.h"
#include "analyzer/report/region.h"
#include "analyzer/report/standing.h"
#include "analyzer/report/summary.h"

namespace demarc {
namespace {

constexpr std::size_t kMost = 10;
constexpr std::string_view kLevels[] = {"error", "warning", "notice"};

std::string_view level_of(const Finding& finding) {
  if (!counts(finding) || finding.severity <= Severity::low) return "notice";
  return finding.severity == Severity::medium ? "warning" : "error";
}

// What stands behind the second pair of colons; line breaks are ours.
std::string escaped_data(std::string_view text) {
  std::string result;
  for (char c : text) result += c == '%' ? "%25" : c == '\n' ? "%0A" : std::string(1, c);
  return result;
}

std::string property(std::string_view text) {
  std::string result;
  for (char c : escaped_data(printable(text))) result += c == ':' ? "%3A" : c == ',' ? "%2C" : std::string(1, c);
  return result;
}

std::string command(const Report& report, std::string_view level, const Place& place, std::string_view title, std::string_view message) {
  Region region = first_line_of((*report.sources)[place.file], place.range);
  return fmt::format("::{} file={},line={},endLine={},col={},endColumn={},title={}::{}\n", level, property(report.paths[place.file]),
                     region.begin.line, region.end.line, region.begin.column, std::max(region.end.column, region.begin.column), property(title),
                     escaped_data(message));
}

std::string command(const Report& report, const Finding& finding) {
  std::string message = printable(sentence(finding));
  if (finding.suppression) message += '\n' + printable(suppression_words(report, finding));
  if (finding.baseline == BaselineState::unchanged) message += "\nin the baseline";
  const std::string& fix = finding.policy->fix.in(finding.resource ? finding.resource->dialect : Dialect::cloudformation);
  if (counts(finding) && !finding.policy->your_side.empty()) message += '\n' + printable(finding.policy->your_side);
  if (counts(finding) && !fix.empty()) message += "\nfix: " + printable(fix);
  std::string_view label = finding.verdict == Verdict::fail ? name_of(finding.severity) : name_of(finding.verdict);
  return command(report, level_of(finding), finding.place, fmt::format("{} {}", label, finding.policy->id), message);
}

std::string command(const Report& report, const InputFailure& failure) {
  bool placed = failure.error.range && !(*report.sources)[failure.file].text().empty();
  Place place{failure.file, placed ? *failure.error.range : Range{}};
  std::string hint = failure.error.hint.empty() ? "" : '\n' + printable(failure.error.hint);
  return command(report, "error", place, "demarc-input-error", printable(failure.error.message) + hint);
}

// Of a level, those that fit; `first` stand before the findings.
std::string commands(const Report& report, std::string_view level, const std::vector<const Finding*>& findings,
                     const std::vector<InputFailure>& first) {
  std::size_t count = findings.size() + first.size();
  std::size_t room = count > kMost ? kMost - 1 : kMost;
  std::string result;
  for (std::size_t i = 0; i < std::min(count, room); ++i) {
    result += i < first.size() ? command(report, first[i]) : command(report, *findings[i - first.size()]);
  }
  if (count > kMost) result += fmt::format("::{} title=demarc::{} more are not shown, since GitHub shows ten of a kind\n", level, counted(count - room, level));
  return result;
}

}  // namespace

std::string write_github(const Report& report) {
  std::string result;
  for (std::string_view level : kLevels) {
    std::vector<const Finding*> findings;
    for (const Finding& finding : report.findings) {
      if (finding.verdict != Verdict::pass && level_of(finding) == level) findings.push_back(&finding);
    }
    std::stable_sort(findings.begin(), findings.end(), [](const Finding* a, const Finding* b) { return weight_of(*a) > weight_of(*b); });
    result += commands(report, level, findings, level == "error" ? report.failures : std::vector<InputFailure>());
  }
  return result + "demarc: " + summary_words(report) + '\n';
}

}  // namespace demarc
