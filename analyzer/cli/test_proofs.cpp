#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "analyzer/cli/analysis.h"
#include "analyzer/cli/check_options.h"
#include "analyzer/cli/command.h"
#include "analyzer/cli/input.h"
#include "analyzer/cli/library.h"
#include "analyzer/cli/proof.h"
#include "analyzer/evaluate/evaluate.h"
#include "analyzer/evaluate/facts.h"
#include "analyzer/report/text.h"

namespace demarc {
namespace {

namespace fs = std::filesystem;

struct Tally {
  std::size_t policies = 0;
  std::size_t proofs = 0;
  std::size_t broken = 0;
};

bool is_proof(const std::string& name) {
  constexpr std::string_view kEndings[] = {".template.yaml", ".template.yml", ".template.json", ".plan.json"};
  return std::any_of(std::begin(kEndings), std::end(kEndings), [&](std::string_view ending) { return name.ends_with(ending); });
}

std::vector<Input> proofs_of(const std::string& folder, const Policy& policy) {
  std::vector<Input> proofs;
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator((fs::path(folder) / policy.file).parent_path(), error)) {
    std::string path = entry.path().generic_string();
    if (is_proof(path)) proofs.push_back({path, path, true, 0, {}});
  }
  std::sort(proofs.begin(), proofs.end(), [](const Input& a, const Input& b) { return a.name < b.name; });
  return proofs;
}

struct Expected {
  std::string address;
  Expectation verdict;
  Place name;
  Place body;
};

std::vector<Expected> expectations(const Policy& policy, const Input& proof, const Analysis& analysis) {
  std::vector<Expected> result;
  std::optional<Expectation> of_file = expectation_of(fs::path(proof.path).filename().string());
  if (policy.deployment && of_file) result.push_back({"deployment", *of_file, {}, {}});
  if (policy.deployment) return result;
  for (const Resource& resource : analysis.graph.resources) {
    std::optional<Expectation> verdict = expectation_of(last_name(resource.address));
    // The metadata of a template have no name of their own.
    if (!verdict && is_part(resource.type) && is_among(resource, policy.types)) verdict = of_file;
    if (verdict) result.push_back({std::string(resource.address), *verdict, resource.name, resource.body});
  }
  return result;
}

std::string disagreement(const Sources& sources, const Policy& policy, const Expected& expected, Expectation actual, const Evaluation& evaluation) {
  Position at = sources[expected.name.file].position(expected.name.range.begin);
  std::string text = fmt::format("{}:{}:{}: {}: {} is expected to be {}, but is {}\n", sources[expected.name.file].name(), at.line, at.column,
                                 policy.id, expected.address, name_of(expected.verdict), name_of(actual));
  for (const Finding& finding : evaluation.findings) {
    bool here = finding.address == expected.address || (finding.resource != nullptr && finding.resource->address == expected.address);
    if (here) text += fmt::format("     {}: {}\n", name_of(finding.verdict), sentence(finding));
  }
  return text;
}

bool is_inside(const Place& inner, const Place& outer) {
  return inner.file == outer.file && outer.range.begin <= inner.range.begin && inner.range.end <= outer.range.end;
}

// What a resource of AWS::Serverless implies stands inside it, and has the beginning of its name: of all of them one has the
// verdict.
bool is_proven_by_another(const Expected& expected, const std::vector<Expected>& all, const std::vector<Finding>& findings) {
  return std::any_of(all.begin(), all.end(), [&](const Expected& other) {
    bool related = other.address != expected.address && (is_inside(other.body, expected.body) || is_inside(expected.body, other.body));
    return related && other.verdict == expected.verdict && verdict_on(other.address, findings) == other.verdict;
  });
}

void run_proof(const Policy& policy, const Input& proof, const Library& library, const std::string& as_of, Tally& tally) {
  Analysis analysis = analyse({proof}, library.mappings, library.serverless, {InputReading()});
  for (const InputFailure& failure : analysis.failures) {
    ++tally.broken;
    print(write_failure(analysis.sources, failure, style_of(Stream::out, "auto")));
  }
  std::vector<Expected> expected = expectations(policy, proof, analysis);
  EvaluateOptions how;
  how.policies = {&policy};
  how.as_of = as_of;
  Evaluation evaluation = evaluate(analysis.graph, library.catalog, analysis.sources, how);
  for (const Expected& each : expected) {
    ++tally.proofs;
    Expectation actual = verdict_on(each.address, evaluation.findings);
    if (actual == each.verdict) continue;
    if (actual == Expectation::none && is_proven_by_another(each, expected, evaluation.findings)) continue;
    ++tally.broken;
    print(disagreement(analysis.sources, policy, each, actual, evaluation));
  }
}

Status run_folder(const std::string& folder, const std::string& as_of, Tally& tally) {
  Library library;
  if (LibraryErrors errors = read_library(BuiltIn::tables, {folder}, library); !errors.empty()) {
    complain(errors);
    return Status::wrong_use;
  }
  for (const Policy& policy : library.catalog.policies) {
    ++tally.policies;
    std::size_t before = tally.proofs;
    for (const Input& proof : proofs_of(folder, policy)) run_proof(policy, proof, library, as_of, tally);
    if (tally.proofs > before) continue;
    ++tally.broken;
    print(fmt::format("{}: {} has no proofs beside it\n", policy.file, policy.id));
  }
  return Status::clean;
}

}  // namespace

Status test_proofs(const Invocation& invocation) {
  if (invocation.arguments.empty()) return wrong_use({"test which folder?", {}, "for example: demarc test policies"});
  Result<std::string> as_of = read_as_of(invocation);
  if (!as_of) return wrong_use(as_of.error());
  Tally tally;
  for (const std::string& folder : invocation.arguments) {
    if (run_folder(folder, *as_of, tally) == Status::wrong_use) return Status::wrong_use;
  }
  if (tally.policies == 0) return wrong_use({"there are no policies in there", {}, "a policy is a YAML file with an id"});
  if (!invocation.has("quiet")) print(fmt::format("{} policies, {} proofs, {} of them broken\n", tally.policies, tally.proofs, tally.broken));
  return tally.broken == 0 ? Status::clean : Status::findings;
}

}  // namespace demarc
