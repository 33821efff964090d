#pragma once

#include <string>
#include <vector>

#include "analyzer/evaluate/finding.h"
#include "analyzer/policy/catalog.h"
#include "parsers/text/note.h"
#include "parsers/text/result.h"
#include "parsers/text/source.h"

namespace demarc {

// An input that could not be analysed.
struct InputFailure {
  FileId file = 0;       // in sources; its text is empty where the file could not be read
  Error error;
};

// What a run counted, before anything was filtered out of the report.
struct Counts {
  std::size_t inputs = 0;
  std::size_t resources = 0;
  std::size_t fail[5] = {};       // by Severity
  std::size_t categories[8] = {}; // the same by Category
  std::size_t unknown = 0;
  std::size_t pass = 0;
  std::size_t suppressed = 0;
  std::size_t unchanged = 0;      // stood in the baseline
};

// Everything that a writer of reports may say. Writers are free functions from it to bytes; they add no judgement, and the
// same report gives the same bytes.
struct Report {
  const Sources* sources = nullptr;
  const Catalog* catalog = nullptr;
  std::vector<const Policy*> policies;   // those that were judged, by id
  std::vector<Finding> findings;         // those to be shown, in order
  std::vector<Note> notes;
  std::vector<InputFailure> failures;
  std::vector<Place> secrets;            // sorted; see redact
  Counts counts;
  std::string as_of;
  std::size_t most_in_sarif = 5000;      // results; GitHub keeps that many
  std::vector<std::string> paths;        // of each file of sources, from the root of its repository; what SARIF calls it
};

}  // namespace demarc
