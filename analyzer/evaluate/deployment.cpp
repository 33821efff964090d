#include "analyzer/evaluate/deployment.h"

#include <variant>

#include "analyzer/policy/date.h"

namespace demarc {

Deployment::Deployment(const ResourceGraph& graph, const Catalog& catalog, const Sources& sources, const EvaluateOptions& options,
                       FactBook& facts, const Registry& registry, EmbeddedTexts& texts)
    : resources_(graph.resources),
      catalog_(catalog),
      sources_(sources),
      options_(options),
      registry_(registry),
      today_(day_number(options.as_of)) {
  facts_.reserve(resources_.size());
  for (const Resource& resource : resources_) facts_.push_back(&facts.of(resource));
  for (const Policy* policy : options.policies) {
    for (const TestPointer& test : {policy->when, policy->where, policy->test}) {
      if (test) add_links(*test, texts);
    }
  }
  for (const DefaultRow& row : catalog.defaults) {
    if (row.when) add_links(*row.when, texts);
  }
}

void Deployment::add_links(const Test& test, EmbeddedTexts& texts) {
  if (const auto* combination = std::get_if<Combination>(&test.form)) {
    for (const Test& each : combination->tests) add_links(each, texts);
  } else if (const auto* quantifier = std::get_if<Quantifier>(&test.form)) {
    if (quantifier->where) add_links(*quantifier->where, texts);
  } else if (const auto* relation = std::get_if<Relation>(&test.form)) {
    links_.try_emplace(relation, *relation, resources_, registry_, texts);
    if (relation->where) add_links(*relation->where, texts);
  }
}

}  // namespace demarc
