#pragma once

#include <compare>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "analyzer/evaluate/finding.h"
#include "analyzer/policy/catalog.h"
#include "parsers/text/place.h"
#include "parsers/text/result.h"
#include "parsers/text/source.h"

namespace demarc {

// What makes a finding the same one in two runs. Lines are no part of it, nor are positions in lists.
struct BaselineEntry {
  std::string file;      // from the root of its repository; empty: the deployment as a whole
  std::string resource;  // its address
  std::string policy;
  std::string path;      // in the resource, with [] for the members of lists
  std::string value;     // what stands at the finding's place, blanks folded, long ones cut and told apart by a hash; secrets are masked
  bool unknown = false;  // it cannot be told; else it fails

  friend auto operator<=>(const BaselineEntry&, const BaselineEntry&) = default;
};

// Known findings and how often each was found: one entry never stands for two findings.
using Baseline = std::map<BaselineEntry, std::size_t>;

// Where findings stand.
struct FindingSources {
  const Sources* sources = nullptr;
  const std::vector<std::string>* paths = nullptr;   // by FileId
  const std::vector<Place>* secrets = nullptr;       // sorted
};

BaselineEntry entry_of(const Finding& finding, const FindingSources& sources);

// Findings that a baseline may hold: those that fail or cannot be told, and are not suppressed.
bool is_for_baseline(const Finding& finding);
Baseline baseline_of(const std::vector<Finding>& findings, const FindingSources& sources);

// Says of each such finding whether it is known: `unchanged`, or `added` (of one that is unchanged already nothing changes). An
// entry whose file is gone also stands for a finding of another file: it was renamed. What is left over is given back.
Baseline compare(std::vector<Finding>& findings, Baseline known, const FindingSources& sources,
                 const std::function<bool(const std::string& file)>& is_gone);

// The file of a baseline: JSON, sorted, a finding a line. Former ids of policies are read as the present ones.
// {"version": 1, "findings": [{"file", "resource", "policy", "path", "value", "verdict", "count"}]}; "path" and "value" are left
// out where they are empty, "verdict" where it is fail, "count" where it is 1.
Result<Baseline> read_baseline(const SourceFile& file, const Catalog& catalog);
std::string write_baseline(const Baseline& baseline);

}  // namespace demarc
