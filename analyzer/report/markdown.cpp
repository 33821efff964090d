#include "analyzer/report/markdown.h"

#include <fmt/format.h>

#include <set>

#include "analyzer/report/escape.h"
#include "analyzer/report/standing.h"
#include "analyzer/report/summary.h"

namespace demarc {
namespace {

constexpr std::size_t kMostFindings = 1000;
constexpr std::size_t kMostBytes = 900'000;

std::uint32_t line_of(const Report& report, const Finding& finding) {
  return (*report.sources)[finding.place.file].position(finding.place.range.begin).line;
}

std::string_view label_of(const Finding& finding) {
  return finding.verdict == Verdict::fail ? name_of(finding.severity) : name_of(finding.verdict);
}

std::string row_of(const Report& report, const Finding& finding) {
  std::string text = markdown_text(sentence(finding));
  if (finding.baseline == BaselineState::unchanged) text += " (in the baseline)";
  if (finding.suppression) text += fmt::format("<br>{}", markdown_text(suppression_words(report, finding)));
  return fmt::format("| {} | {} | {} | {} |\n", label_of(finding), line_of(report, finding), text, markdown_text(finding.policy->id));
}

constexpr std::string_view kHead = "| severity | line | finding | policy |\n|---|---|---|---|\n";

// The tables of those findings that are suppressed, or of those that are not.
std::string tables(const Report& report, const std::vector<const Finding*>& findings, bool suppressed, std::size_t room, std::size_t& left) {
  std::string result;
  const FileId none = static_cast<FileId>(report.sources->size());
  FileId file = none;
  for (const Finding* finding : findings) {
    if (finding->suppression.has_value() != suppressed) continue;
    std::string text;
    if (finding->place.file != file) text = fmt::format("{}### {}\n\n{}", file == none ? "" : "\n", markdown_text(report.paths[finding->place.file]), kHead);
    text += row_of(report, *finding);
    if (result.size() + text.size() > room) {
      ++left;
      continue;
    }
    file = finding->place.file;
    result += text;
  }
  return result.empty() ? result : result + '\n';
}

std::string errors(const Report& report) {
  std::string result;
  for (const InputFailure& failure : report.failures) {
    result += fmt::format("- {}: {}\n", markdown_text(report.paths[failure.file]), markdown_text(failure.error.message));
  }
  return result.empty() ? result : "### Not analysed\n\n" + result + '\n';
}

// Each policy and dialect once.
std::string remedies(const std::vector<const Finding*>& findings, std::size_t room) {
  std::set<std::pair<std::string_view, std::string_view>> seen;
  std::string result;
  for (const Finding* finding : findings) {
    if (!counts(*finding)) continue;
    const Policy& policy = *finding->policy;
    const std::string& fix = policy.fix.in(finding->resource ? finding->resource->dialect : Dialect::cloudformation);
    if (!seen.insert({policy.id, fix}).second) continue;
    std::string text = fmt::format("**{}**: {}\n\n", markdown_text(policy.id), markdown_text(policy.title));
    if (!policy.your_side.empty()) text += fmt::format("- yours: {}\n", markdown_text(policy.your_side));
    if (!fix.empty()) text += fmt::format("- fix: {}\n", markdown_text(fix));
    if (result.size() + text.size() < room) result += text + '\n';
  }
  return result.empty() ? result : "<details><summary>How to mend them</summary>\n\n" + result + "</details>\n\n";
}

}  // namespace

std::string write_markdown(const Report& report) {
  std::vector<const Finding*> findings = weightiest(report.findings, kMostFindings);
  std::size_t left = report.findings.size() - findings.size();
  std::string open = tables(report, findings, false, kMostBytes / 2, left);
  std::string suppressed = tables(report, findings, true, kMostBytes / 4, left);
  std::string result = fmt::format("## demarc: {}\n\n{}\n\n", findings_words(report.counts), markdown_text(summary_words(report)));
  std::string categories = categories_words(report.counts);
  if (!categories.empty()) result += fmt::format("By category: {}\n\n", categories);
  result += errors(report) + open;
  if (left > 0) result += fmt::format("Left out here: {}, the least severe\n\n", counted(left, "finding"));
  result += remedies(findings, kMostBytes / 4);
  if (!suppressed.empty()) result += "<details><summary>Suppressed</summary>\n\n" + suppressed + "</details>\n\n";
  result.pop_back();
  return result;
}

}  // namespace demarc
