#pragma once

#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "analyzer/evaluate/evaluate.h"
#include "analyzer/policy/catalog.h"
#include "parsers/cloudformation/template.h"

namespace demarc::test {

// How policies are judged, beside the policy and the first template.
struct How {
  std::vector<std::pair<std::string, std::string>> files;  // of the catalog: "tables/defaults/x.yaml" and its text
  std::vector<std::string> more;                           // further templates, or plans as JSON
  GivenParameters parameters;
  std::string as_of = "2026-11-25";
  InputScope scope = InputScope::stack;
  bool explicit_only = false;
  bool passes = false;  // findings that pass are shown too
};

// What came of it, with all that findings point into.
struct Judged {
  Catalog catalog;
  Sources sources;
  ResourceGraph graph;
  EvaluateOptions options;
  Evaluation evaluation;
  std::string mistakes;  // of reading
};

// Judges a policy, of which the logic is given ("for: …"), or whole policies that begin with "id:" and are separated by "---".
// An input is a template, or a plan where it begins with `{"format_version"`.
void judge(Judged& judged, const std::string& policy, const std::string& input, const How& how = {});

// The findings, one a line: "fail 7:18 <AccessControl> Logs grants PublicRead to everyone", then the notes of the evaluation.
// Findings in a further input begin with its number: "fail 1/7:18". Mistakes of reading alone, where there are any.
std::string findings(const std::string& policy, const std::string& input, const How& how = {});

std::string show(const Judged& judged, bool passes = false);

// "7:18", "1/7:18" of a further input.
std::string show(const Judged& judged, const Place& place);

}  // namespace demarc::test
