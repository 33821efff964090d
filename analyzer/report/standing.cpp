#include "analyzer/report/standing.h"

#include <fmt/format.h>

#include <algorithm>

namespace demarc {
namespace {

// Where a suppression is written.
std::string origin_of(const Report& report, const Suppression& suppression) {
  if (!suppression.origin.empty()) return suppression.origin;
  const SourceFile& file = (*report.sources)[suppression.place.file];
  return fmt::format("{}:{}", file.name(), file.position(suppression.place.range.begin).line);
}

}  // namespace

bool counts(const Finding& finding) {
  return finding.verdict == Verdict::fail && !finding.suppression && finding.baseline != BaselineState::unchanged;
}

std::string suppression_words(const Report& report, const Finding& finding) {
  if (!finding.suppression) return {};
  const Suppression& suppression = *finding.suppression;
  std::string words = "suppressed";
  if (!suppression.until.empty()) words += " until " + suppression.until;
  if (!suppression.reason.empty()) words += ": " + suppression.reason;
  std::string by = suppression.by.empty() ? "" : suppression.by + ", ";
  return fmt::format("{} ({}{})", words, by, origin_of(report, suppression));
}

std::string_view baseline_word(const Finding& finding) {
  switch (finding.baseline) {
    case BaselineState::none: break;
    case BaselineState::added: return "new";
    case BaselineState::unchanged: return "unchanged";
  }
  return "";
}

int weight_of(const Finding& finding) {
  if (counts(finding)) return 2 + static_cast<int>(finding.severity);
  return finding.verdict == Verdict::unknown && !finding.suppression ? 1 : 0;
}

std::vector<const Finding*> weightiest(const std::vector<Finding>& findings, std::size_t most) {
  std::vector<const Finding*> kept;
  for (const Finding& finding : findings) kept.push_back(&finding);
  if (kept.size() <= most) return kept;
  std::stable_sort(kept.begin(), kept.end(), [](const Finding* a, const Finding* b) { return weight_of(*a) > weight_of(*b); });
  kept.resize(most);
  std::sort(kept.begin(), kept.end());
  return kept;
}

}  // namespace demarc
