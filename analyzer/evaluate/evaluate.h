#pragma once

#include <atomic>
#include <string>
#include <vector>

#include "analyzer/evaluate/finding.h"
#include "analyzer/evaluate/policy_times.h"
#include "analyzer/policy/catalog.h"
#include "parsers/graph/resource.h"
#include "parsers/text/note.h"
#include "parsers/text/source.h"

namespace demarc {

// How much of the account the inputs of a run are (DESIGN, section 5).
enum class InputScope : std::uint8_t { files, stack, account };

struct EvaluateOptions {
  std::vector<const Policy*> policies;  // those to be judged, sorted by id
  InputScope scope = InputScope::stack;
  std::string as_of;           // ISO date: the day on which defaults and dates are asked
  bool explicit_only = false;  // ask no rows of defaults
  std::vector<std::string> trusted_accounts;
  bool list_passes = true;  // what passes is a finding too; else it is only counted
  std::vector<const Policy*> only_secrets = {};     // among the policies: nothing is told of what they find but secrets; evaluate adds them
  PolicyTimes* times = nullptr;                     // of the policies, filled where it is given
  std::atomic<std::size_t>* judged = nullptr;       // resources so far, counted where it is given
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
