#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "analyzer/policy/catalog.h"
#include "analyzer/policy/classification.h"
#include "analyzer/policy/input_scope.h"
#include "analyzer/policy/policy.h"
#include "analyzer/suppression/suppression_rule.h"

namespace demarc {

// Where a value of a configuration was said: ".demarc.yaml:12", "--fail-on", "DEMARC_FAIL_ON", "default".
using SaidBy = std::string;

template <class T>
struct Said {
  T value{};
  SaidBy origin;
};

// From which severity on findings fail a run; what cannot be told may fail it too, or nothing at all.
struct FailOn {
  Severity severity = Severity::low;
  bool unknown = false;
  bool never = false;
};

// What is shown beside failing findings.
struct Shown {
  bool unknown = false;
  bool pass = false;
  bool suppressed = false;
  bool unchanged = false;  // what stands in the baseline
};

// What is said of one policy, or of all that a pattern fits.
struct PolicyAdjustment {
  std::string pattern;  // an id, a former id, or a glob
  SaidBy origin;
  std::optional<Said<bool>> enabled;
  std::optional<Said<Severity>> severity;
};

// A pattern of paths and the folder from which they are meant.
struct PathPattern {
  std::string pattern;
  std::string folder;
};

// A suppression and the folder from which its files are meant.
struct FiledSuppression {
  SuppressionRule rule;
  std::string folder;
};

// Rows that stand in the place of AWS's defaults. The list lives in the document that it was read from.
struct AssumedRows {
  const Node* rows = nullptr;
  Place place;
  SaidBy origin;
};

// What is said about how inputs are judged, by one file, by the environment, by the command line, or by all of them merged.
// What is said nowhere is empty; `settle` gives the defaults.
struct InputConfiguration {
  bool root = false;  // the search for further files ends here

  std::optional<Said<Profile>> profile;
  std::optional<Said<InputScope>> scope;
  std::optional<Said<FailOn>> fail_on;
  std::optional<Said<Severity>> min_severity;
  std::optional<Said<Shown>> show;
  std::optional<Said<std::string>> baseline;  // a path
  std::optional<Said<std::vector<std::string>>> honor;
  std::optional<Said<Classification>> classification;

  std::vector<PolicyAdjustment> policies;  // those that were said nearer stand first
  std::map<std::string, Said<std::vector<Literal>>, std::less<>> settings;  // "policy-id.name", or "name" of a shared one
  std::map<std::string, Said<std::string>, std::less<>> parameters;
  std::vector<Said<std::string>> extra_policies;  // folders
  std::vector<Said<PathPattern>> exclude;
  std::vector<FiledSuppression> suppressions;
  std::vector<AssumedRows> assume;
};

// Puts what is said nearer before what is said farther away: single values win, `policies`, `settings` and `parameters` are merged
// by name, lists of folders, paths, suppressions and assumptions go together.
InputConfiguration merge(InputConfiguration nearer, const InputConfiguration& farther);

// What counts in the end; each with the origin "default" where nobody said it.
struct SettledConfiguration {
  Said<Profile> profile;
  Said<InputScope> scope;
  Said<FailOn> fail_on;
  Said<Severity> min_severity;
  Said<Shown> show;
  Said<std::vector<std::string>> honor;
};
SettledConfiguration settle(const InputConfiguration& configuration);

}  // namespace demarc
