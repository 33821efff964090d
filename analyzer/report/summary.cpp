#include "analyzer/report/summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "analyzer/report/standing.h"

namespace demarc {
namespace {

std::size_t failures_in(const Counts& counts) {
  std::size_t fails = 0;
  for (std::size_t count : counts.fail) fails += count;
  return fails;
}

}  // namespace

std::string counted(std::size_t count, std::string_view noun) {
  std::string_view stem = noun.ends_with('y') ? noun.substr(0, noun.size() - 1) : noun;
  return count == 1 ? fmt::format("1 {}", noun) : fmt::format("{} {}{}", count, stem, noun.ends_with('y') ? "ies" : "s");
}

std::string findings_words(const Counts& counts) {
  std::size_t fails = failures_in(counts);
  if (fails == 0) return "no findings";
  std::string severities;
  for (Severity severity : {Severity::critical, Severity::high, Severity::medium, Severity::low, Severity::note}) {
    std::size_t count = counts.fail[static_cast<std::size_t>(severity)];
    if (count > 0) severities += fmt::format("{}{} {}", severities.empty() ? "" : ", ", count, name_of(severity));
  }
  return fmt::format("{} ({})", counted(fails, "finding"), severities);
}

std::string categories_words(const Counts& counts) {
  std::vector<std::size_t> categories;
  for (std::size_t i = 0; i < std::size(counts.categories); ++i) {
    if (counts.categories[i] > 0) categories.push_back(i);
  }
  std::stable_sort(categories.begin(), categories.end(), [&](std::size_t a, std::size_t b) { return counts.categories[a] > counts.categories[b]; });
  std::string words;
  for (std::size_t i : categories) words += fmt::format("{}{} {}", words.empty() ? "" : ", ", counts.categories[i], name_of(static_cast<Category>(i)));
  return words;
}

std::string summary_words(const Report& report, bool hints) {
  const Counts& counts = report.counts;
  std::string words = findings_words(counts);
  std::size_t shown = static_cast<std::size_t>(std::count_if(report.findings.begin(), report.findings.end(), demarc::counts));
  if (hints && shown < failures_in(counts)) words += fmt::format(", {} of them shown", shown);
  auto shows = [&](auto is_one) { return std::any_of(report.findings.begin(), report.findings.end(), is_one); };
  if (counts.suppressed > 0) {
    bool hint = hints && !shows([](const Finding& finding) { return finding.suppression.has_value(); });
    words += fmt::format(", {} suppressed{}", counts.suppressed, hint ? " (--show suppressed)" : "");
  }
  if (counts.unchanged > 0) {
    bool hint = hints && !shows([](const Finding& finding) { return finding.baseline == BaselineState::unchanged; });
    words += fmt::format(", {} in the baseline{}", counts.unchanged, hint ? " (--show unchanged)" : "");
  }
  if (counts.unknown > 0) {
    bool hint = hints && !shows([](const Finding& finding) { return finding.verdict == Verdict::unknown; });
    words += fmt::format(", {} that cannot be told{}", counts.unknown, hint ? " (--show unknown)" : "");
  }
  words += fmt::format("; {} in {}, {}", counted(counts.resources, "resource"), counted(counts.inputs, "input"), counted(report.policies.size(), "policy"));
  if (!report.failures.empty()) words += fmt::format("; {} could not be analysed", counted(report.failures.size(), "input"));
  return words;
}

}  // namespace demarc
