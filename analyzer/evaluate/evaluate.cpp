#include "analyzer/evaluate/evaluate.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "analyzer/evaluate/companions.h"
#include "analyzer/evaluate/deployment.h"
#include "analyzer/evaluate/existence.h"
#include "analyzer/evaluate/gather.h"
#include "analyzer/evaluate/secret_policies.h"
#include "analyzer/evaluate/secrets.h"
#include "analyzer/evaluate/verdict.h"

namespace demarc {
namespace {

void judge_deployment(const Deployment& deployment, EmbeddedTexts& texts, Judgement& judgement) {
  if (deployment.options().scope == InputScope::files) return;
  const std::vector<InputGroup>& groups = deployment.options().groups;
  for (const Policy* policy : deployment.options().policies) {
    if (!groups.empty() && groups.front().policies.count(policy) == 0) continue;
    if (policy->deployment && !policy->deprecated && policy->test) judge_policy(deployment, texts, *policy, nullptr, judgement);
  }
}

}  // namespace

const InputGroup* EvaluateOptions::group(FileId file) const {
  if (groups.empty()) return nullptr;
  return &groups[file < group_of.size() ? group_of[file] : 0];
}

Evaluation evaluate(ResourceGraph& graph, const Catalog& catalog, const Sources& sources, const EvaluateOptions& options) {
  Evaluation evaluation;
  EmbeddedTexts texts(sources);
  EvaluateOptions all = options;
  all.only_secrets = further_secret_policies(options.policies, catalog);
  all.policies.insert(all.policies.end(), all.only_secrets.begin(), all.only_secrets.end());
  FactBook facts(catalog, all.policies);
  Registry registry(graph.resources, facts, texts);
  merge_companions(graph, catalog, registry);
  Deployment deployment(graph, catalog, sources, all, facts, registry, texts);
  std::vector<bool> exists = which_exist(graph, evaluation.notes);
  Judgement judgement = judge_resources(deployment, exists);
  judge_deployment(deployment, texts, judgement);
  merge_same(judgement.findings);
  evaluation.findings = std::move(judgement.findings);
  evaluation.passes = judgement.passes;
  std::move(judgement.notes.begin(), judgement.notes.end(), std::back_inserter(evaluation.notes));
  evaluation.secrets = secret_places(graph, catalog, texts, evaluation.findings);
  evaluation.secrets.insert(evaluation.secrets.end(), judgement.secrets.begin(), judgement.secrets.end());
  mask_defaults(graph, evaluation.secrets);
  return evaluation;
}

}  // namespace demarc
