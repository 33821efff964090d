#include "analyzer/baseline/baseline.h"

namespace demarc {
namespace {

BaselineEntry without_file(BaselineEntry entry) {
  entry.file.clear();
  return entry;
}

// Takes one of an entry; whether there was one.
template <class Counts>
bool take(Counts& counts, const BaselineEntry& entry) {
  auto found = counts.find(entry);
  if (found == counts.end()) return false;
  if (--found->second == 0) counts.erase(found);
  return true;
}

// Entries of files that are gone, by what is left of them without the file.
using Gone = std::map<BaselineEntry, std::vector<std::map<BaselineEntry, std::size_t>::iterator>>;

Gone gone_of(Baseline& known, const std::function<bool(const std::string&)>& is_gone) {
  Gone gone;
  std::map<std::string, bool> asked;
  for (auto entry = known.begin(); entry != known.end(); ++entry) {
    auto [answer, added] = asked.try_emplace(entry->first.file, false);
    if (added) answer->second = is_gone(entry->first.file);
    if (answer->second) gone[without_file(entry->first)].push_back(entry);
  }
  return gone;
}

bool take_gone(Gone& gone, Baseline& known, const BaselineEntry& entry) {
  auto found = gone.find(without_file(entry));
  if (found == gone.end()) return false;
  auto last = found->second.back();
  if (--last->second == 0) {
    known.erase(last);
    found->second.pop_back();
    if (found->second.empty()) gone.erase(found);
  }
  return true;
}

}  // namespace

bool is_for_baseline(const Finding& finding) { return finding.verdict != Verdict::pass && !finding.suppression; }

Baseline baseline_of(const std::vector<Finding>& findings, const FindingSources& sources) {
  Baseline baseline;
  for (const Finding& finding : findings) {
    if (is_for_baseline(finding)) ++baseline[entry_of(finding, sources)];
  }
  return baseline;
}

Baseline compare(std::vector<Finding>& findings, Baseline known, const FindingSources& sources,
                 const std::function<bool(const std::string& file)>& is_gone) {
  std::vector<Finding*> added;
  for (Finding& finding : findings) {
    if (!is_for_baseline(finding)) continue;
    bool before = finding.baseline == BaselineState::unchanged;
    if (take(known, entry_of(finding, sources)) || before) {
      finding.baseline = BaselineState::unchanged;
    } else {
      finding.baseline = BaselineState::added;
      added.push_back(&finding);
    }
  }
  if (added.empty() || known.empty()) return known;
  Gone gone = gone_of(known, is_gone);
  for (Finding* finding : added) {
    if (take_gone(gone, known, entry_of(*finding, sources))) finding->baseline = BaselineState::unchanged;
  }
  return known;
}

}  // namespace demarc
