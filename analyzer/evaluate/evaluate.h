#pragma once

#include <atomic>
#include <string>
#include <unordered_set>
#include <vector>

#include "analyzer/evaluate/finding.h"
#include "analyzer/evaluate/policy_times.h"
#include "analyzer/policy/catalog.h"
#include "analyzer/policy/classification.h"
#include "analyzer/policy/input_scope.h"
#include "parsers/graph/resource.h"
#include "parsers/text/note.h"
#include "parsers/text/source.h"

namespace demarc {

// Inputs of a run that have one configuration.
struct InputGroup {
  std::unordered_set<const Policy*> policies;     // those that judge them
  std::unordered_set<std::uint32_t> assumptions;  // the sets of `assume:` that hold; see DefaultRow::assumption
  Classification classification;
  std::vector<std::string> trusted_accounts;
};

struct EvaluateOptions {
  std::vector<const Policy*> policies;  // those to be judged, sorted by id
  InputScope scope = InputScope::stack;
  std::string as_of;           // ISO date: the day on which defaults and dates are asked
  bool explicit_only = false;  // ask no rows of defaults
  std::vector<std::string> trusted_accounts;  // where there are no groups
  bool list_passes = true;                    // what passes is a finding too; else it is only counted
  std::vector<InputGroup> groups;             // empty: every policy judges every input
  std::vector<std::uint32_t> group_of;        // by FileId; what is beyond it is of the first group, as is the deployment
  std::vector<const Policy*> only_secrets = {};     // among the policies: nothing is told of what they find but secrets; evaluate adds them
  PolicyTimes* times = nullptr;                     // of the policies, filled where it is given
  std::atomic<std::size_t>* judged = nullptr;       // resources so far, counted where it is given

  // The group that a file belongs to; null where there are none.
  const InputGroup* group(FileId file) const;
};

struct Evaluation {
  std::vector<Finding> findings;  // in the order of comes_before
  std::size_t passes = 0;         // that are not listed
  std::vector<Note> notes;
  std::vector<Place> secrets;  // places whose text must not leave the process: NoEcho, after_sensitive, literal secrets
};

// Judges all policies on all resources. Companions are merged into their parents first (the graph is changed for it).
// The same graph and options give the same findings, whatever the number of threads.
// Requires: graph, catalog and sources outlive the findings.
Evaluation evaluate(ResourceGraph& graph, const Catalog& catalog, const Sources& sources, const EvaluateOptions& options);

}  // namespace demarc
