#include "analyzer/evaluate/deployment.h"

#include <variant>

#include "analyzer/evaluate/handed_out.h"
#include "analyzer/policy/date.h"

namespace demarc {

Deployment::Deployment(const ResourceGraph& graph, const Catalog& catalog, const Sources& sources, const EvaluateOptions& options,
                       FactBook& facts, const Registry& registry, EmbeddedTexts& texts)
    : resources_(graph.resources),
      catalog_(catalog),
      sources_(sources),
      options_(options),
      registry_(registry),
      credentials_(catalog),
      handed_out_(handed_out(graph.resources, registry)),
      today_(day_number(options.as_of)) {
  facts_.reserve(resources_.size());
  for (const Resource& resource : resources_) facts_.push_back(&facts.of(resource));
  const ResourceGroups grouped = groups();
  for (const Policy* policy : options.policies) {
    for (const TestPointer& test : {policy->when, policy->where, policy->test}) {
      if (test) prepare(*test, grouped, texts);
    }
  }
  for (const DefaultRow& row : catalog.defaults) {
    if (row.when) prepare(*row.when, grouped, texts);
  }
}

ResourceGroups Deployment::groups() const {
  ResourceGroups result;
  std::unordered_map<const Facts*, std::size_t> known;
  for (std::uint32_t number = 0; number < resources_.size(); ++number) {
    if (!remains(resources_[number])) continue;
    auto [at, added] = known.try_emplace(facts_[number], result.size());
    if (added) result.emplace_back();
    result[at->second].push_back(number);
  }
  return result;
}

void Deployment::prepare(const Test& test, const ResourceGroups& groups, EmbeddedTexts& texts) {
  if (const auto* combination = std::get_if<Combination>(&test.form)) {
    for (const Test& each : combination->tests) prepare(each, groups, texts);
  } else if (const auto* quantifier = std::get_if<Quantifier>(&test.form)) {
    if (quantifier->where) prepare(*quantifier->where, groups, texts);
  } else if (const auto* relation = std::get_if<Relation>(&test.form)) {
    links_.try_emplace(relation, *relation, groups, registry_, texts);
    if (relation->where) prepare(*relation->where, groups, texts);
  } else if (const auto* ports = std::get_if<PortsTest>(&test.form)) {
    questions_.try_emplace(ports, ports->networks);
  }
}

}  // namespace demarc
