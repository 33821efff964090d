#include <utility>

#include "analyzer/evaluate/find.h"
#include "analyzer/evaluate/join.h"
#include "analyzer/evaluate/judge.h"
#include "analyzer/evaluate/words.h"
#include "analyzer/iam/statement.h"
#include "analyzer/network/ports.h"

namespace demarc {
namespace {

// Reasons that begin with a path have it in the words of policies.
void put_into_words_of_file(World& world, const Resource& resource, Evidence& evidence) {
  std::string_view first = std::string_view(evidence.path).substr(0, evidence.path.find_first_of(".["));
  if (first.empty()) return;
  for (std::string& reason : evidence.reasons) {
    std::size_t end = std::min(reason.find(' '), reason.size());
    std::string_view path = std::string_view(reason).substr(0, end);
    if (path.substr(0, path.find_first_of(".[")) != first) continue;
    std::string written = written_path(resource, trail_along(world, resource, path));
    if (!written.empty()) reason.replace(0, end, written);
  }
}

// Every piece of evidence that speaks for the answer is an observation of its own; found: where the rules or documents stand.
std::vector<Observation> observations(World& world, const Item& item, const Test& test, const Found& found, Truth truth,
                                      std::vector<Evidence>&& evidence) {
  std::vector<Observation> result;
  for (Evidence& one : evidence) {
    if (one.truth != truth) continue;
    Observation observation = observe(item, test, found);
    if (found.row) one.place = found.anchor;
    if (item.resource) put_into_words_of_file(world, *item.resource, one);
    observation.evidence = &world.evidence.emplace_back(std::move(one));
    result.push_back(std::move(observation));
  }
  if (!result.empty()) return result;
  result.push_back(observe(item, test, found));
  if (truth == Truth::unknown) result[0].why = "cannot be judged";
  return result;
}

// Where the properties are not known as a whole, the path is what was looked for.
std::string path_of(const Found& found, const Path& path) { return found.trail ? policy_path(found.trail) : path.text; }

std::vector<PolicyDocument> documents_of(World& world, const Item& properties, const StatementTest& statement, Found& first) {
  std::vector<PolicyDocument> documents;
  for (const DocumentRow* row : world.deployment.facts(*properties.resource).documents) {
    if (!is_asked_for(row->document, statement.document)) continue;
    for (const Found& found : find_all(world, properties, row->path)) {
      if (first.absent()) first = found;
      if (!found.absent()) documents.push_back({row->document, path_of(found, row->path), found.value});
    }
  }
  return documents;
}

DocumentOwner owner_of(World& world, const Resource& resource) {
  const EvaluateOptions& options = world.deployment.options();
  const InputGroup* group = options.group(resource.name.file);
  return {resource.scope, resource.address, known_names(world, resource), group ? group->trusted_accounts : options.trusted_accounts};
}

}  // namespace

Answer judge(World& world, const Item& item, const Test& test, const StatementTest& statement) {
  Item properties = item.resource ? properties_of(*item.resource, world) : item;
  Found first;
  first.anchor = properties.anchor;
  std::vector<PolicyDocument> documents;
  if (item.resource) documents = documents_of(world, properties, statement, first);
  if (documents.empty()) return answer_absent(world, item, test, first, statement.absent);
  std::vector<Evidence> evidence;
  Truth truth = judge_statements(statement, documents, owner_of(world, *item.resource), world.deployment.sources(),
                                 world.scenario, evidence);
  return {truth, observations(world, item, test, first, truth, std::move(evidence))};
}

Answer judge(World& world, const Item& item, const Test& test, const PortsTest& ports) {
  Answer answer{Truth::no, {}};
  Observation nothing = observe(item, test, {});
  nothing.found.anchor = item.anchor;
  if (!item.resource) return {Truth::no, {nothing}};
  Item properties = properties_of(*item.resource, world);
  for (const RuleRow* row : world.deployment.facts(*item.resource).rules) {
    if (row->direction != ports.direction) continue;
    Found found = find(world, properties, row->path);
    nothing.found = found;
    if (found.unwritten) return answer_absent(world, item, test, found, Truth::no);
    std::vector<Evidence> evidence;
    TrafficRules rules{row->acl ? TrafficRules::Form::acl : TrafficRules::Form::group, path_of(found, row->path), found.value};
    Truth truth = judge_ports(ports, world.deployment.question(ports), rules, world.scenario, evidence);
    if (truth < answer.truth || truth == Truth::no) continue;
    if (truth > answer.truth) answer = {truth, {}};
    for (Observation& observation : observations(world, item, test, found, truth, std::move(evidence)))
      answer.because.push_back(observation);
  }
  if (answer.because.empty()) answer.because.push_back(nothing);
  return answer;
}

}  // namespace demarc
