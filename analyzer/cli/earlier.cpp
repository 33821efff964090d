#include "analyzer/cli/earlier.h"

#include "analyzer/cli/configuration_files.h"
#include "analyzer/cli/git.h"
#include "analyzer/suppression/suppress.h"

namespace demarc {
namespace {

// Judges inputs of which the bytes are given as those of the run are judged.
EarlierFindings find(const Groups& groups, const CheckOptions& options, const std::vector<Input>& inputs, PlanState state,
                     const EvaluateOptions& now) {
  std::vector<InputReading> readings = groups.readings();
  for (InputReading& reading : readings) reading.state = state;
  Analysis analysis = analyse(inputs, groups.library().mappings, groups.library().serverless, readings);
  groups.add_to(analysis);
  EvaluateOptions how = groups.evaluate_options(analysis, options);
  how.policies = now.policies;
  Evaluation evaluation = evaluate(analysis.graph, groups.library().catalog, analysis.sources, how);
  suppress(evaluation.findings, analysis.suppressions, {&groups.library().catalog, how.policies, how.scope, how.as_of});
  EarlierFindings earlier;
  earlier.findings = baseline_of(evaluation.findings, {&analysis.sources, &analysis.paths, &evaluation.secrets});
  for (const InputFailure& failure : analysis.failures) earlier.failures.emplace(analysis.paths[failure.file], failure.error.message);
  return earlier;
}

Input as_it_was(const Input& input, std::string bytes) {
  Input earlier = input;
  earlier.named = false;
  earlier.bytes = std::move(bytes);
  return earlier;
}

// The folder from which the path of a file in its repository is counted.
std::string repository_of(const Input& input, const std::string& path) {
  std::string whole = absolute_path(input.path);
  if (!whole.ends_with("/" + path)) return "/";
  std::string root = whole.substr(0, whole.size() - path.size() - 1);
  return root.empty() ? "/" : root;
}

}  // namespace

Result<EarlierFindings> findings_at_revision(const Groups& groups, const CheckOptions& options, const std::vector<Input>& inputs,
                                             const EvaluateOptions& how) {
  std::map<std::string, std::map<std::string, const Input*>> by_repository;
  for (const Input& input : inputs) {
    if (input.path.empty()) continue;
    std::string path = repository_path(input);
    by_repository[repository_of(input, path)][path] = &input;
  }
  if (by_repository.empty()) by_repository[absolute_path(".")];
  std::vector<Input> earlier;
  for (const auto& [repository, files] : by_repository) {
    Result<GitRevision> revision = GitRevision::find(repository, options.since);
    if (!revision) return revision.error();
    std::vector<std::string> paths;
    for (const auto& [path, input] : files) paths.push_back(path);
    for (auto& [path, bytes] : revision->files(paths)) earlier.push_back(as_it_was(*files.at(path), bytes));
  }
  return find(groups, options, earlier, PlanState::after, how);
}

EarlierFindings findings_before_plans(const Groups& groups, const CheckOptions& options, const std::vector<Input>& inputs,
                                      const Analysis& analysis, const EvaluateOptions& how) {
  std::vector<Input> plans;
  for (std::size_t file = 0; file < analysis.kinds.size(); ++file) {
    if (analysis.kinds[file] != InputKind::plan) continue;
    for (const Input& input : inputs) {
      const SourceFile& source = analysis.sources[static_cast<FileId>(file)];
      if (input.name == source.name()) plans.push_back(as_it_was(input, std::string(source.text())));
    }
  }
  return find(groups, options, plans, PlanState::before, how);
}

}  // namespace demarc
