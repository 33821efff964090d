#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "analyzer/cli/input.h"
#include "analyzer/cli/progress.h"
#include "analyzer/report/report.h"
#include "parsers/document/node.h"
#include "analyzer/suppression/suppression_rule.h"
#include "parsers/cloudformation/template.h"
#include "parsers/graph/resource.h"
#include "parsers/terraform/plan.h"
#include "analyzer/cli/lazy_mappings.h"
#include "analyzer/cli/lazy_serverless.h"
#include "parsers/text/source.h"

namespace demarc {

// A plan among the inputs, as what is found in it is followed to its source.
struct PlanInput {
  FileId file = 0;
  Node root;            // lives in the graph
  std::string folder;   // in which the plan lies
};

// How the inputs of one configuration are read.
struct InputReading {
  GivenParameters parameters;
  std::vector<std::string> honored;  // tools whose skips are heard
  bool inline_suppressions = true;
  PlanState state = PlanState::after;
};

enum class InputKind : std::uint8_t { none, template_file, plan };

// What the inputs of a run hold: one graph of all resources, and the inputs that could not be analysed.
struct Analysis {
  Sources sources;
  ResourceGraph graph;
  std::vector<InputFailure> failures;
  std::vector<std::string> paths;   // of each file of sources, from the root of its repository
  std::vector<PlanInput> plans;
  std::vector<std::string> absolute;        // the same from the root of the file system; empty: standard input
  std::vector<std::uint32_t> groups;        // of each input
  std::vector<InputKind> kinds;             // of each input
  std::vector<SuppressionRule> suppressions;  // that stand in inputs
  std::size_t inputs = 0;           // templates and plans that were read
  std::vector<std::chrono::nanoseconds> times;  // that the reading of each file of sources took
};

// Reads inputs, several at a time. A named one that is neither template nor plan is a failure; one that was met in a folder
// is left out, unless it was meant as a template or plan and cannot be read.
// `readings` are those of the inputs' groups; `progress` is told of each input that was read.
Analysis analyse(const std::vector<Input>& inputs, const LazyMappings& mappings, const LazyServerless& serverless,
                 const std::vector<InputReading>& readings, Progress* progress = nullptr);

// Notes values of --parameters that no template declares: a name that is mistyped would give nothing, and nobody would see it.
void note_unused(const GivenParameters& parameters, Analysis& analysis);

}  // namespace demarc
