#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "analyzer/evaluate/credentials.h"
#include "analyzer/evaluate/evaluate.h"
#include "analyzer/evaluate/facts.h"
#include "analyzer/evaluate/links.h"
#include "analyzer/evaluate/registry.h"
#include "analyzer/network/question.h"

namespace demarc {

// Everything about a run that is the same in all worlds: the resources with their companions merged in, what the catalog says
// of them, and who names whom. Nothing in it changes while resources are judged, so that threads may share it.
class Deployment {
 public:
  // Requires: what is given outlives the deployment; companions are merged; facts know all types of the graph.
  Deployment(const ResourceGraph& graph, const Catalog& catalog, const Sources& sources, const EvaluateOptions& options,
             FactBook& facts, const Registry& registry, EmbeddedTexts& texts);

  const std::vector<Resource>& resources() const { return resources_; }
  const Catalog& catalog() const { return catalog_; }
  const Sources& sources() const { return sources_; }
  const EvaluateOptions& options() const { return options_; }
  const Registry& registry() const { return registry_; }
  const Credentials& credentials() const { return credentials_; }

  const Facts& facts(const Resource& resource) const { return *facts_[number(resource)]; }
  std::uint32_t number(const Resource& resource) const { return static_cast<std::uint32_t>(&resource - resources_.data()); }

  // Whether a value that another input leaves open may name the resource.
  bool is_handed_out(const Resource& resource) const { return handed_out_[number(resource)]; }

  // Requires: the relation stands in a policy of the options, or in `when` of a row of defaults.
  const Links& links(const Relation& relation) const { return links_.at(&relation); }

  // What a test of ports asks of networks. Requires: the test stands where a relation may.
  const NetworkQuestion& question(const PortsTest& ports) const { return questions_.at(&ports); }

  // The day of the run as a number (see date.h); nothing if none is given.
  std::optional<std::int64_t> today() const { return today_; }

 private:
  ResourceGroups groups() const;
  // Gets ready what a test asks: links of its relations, questions of its ports.
  void prepare(const Test& test, const ResourceGroups& groups, EmbeddedTexts& texts);

  const std::vector<Resource>& resources_;
  const Catalog& catalog_;
  const Sources& sources_;
  const EvaluateOptions& options_;
  const Registry& registry_;
  Credentials credentials_;
  std::vector<const Facts*> facts_;  // by number
  std::vector<bool> handed_out_;     // by number
  std::unordered_map<const Relation*, Links> links_;
  std::unordered_map<const PortsTest*, NetworkQuestion> questions_;
  std::optional<std::int64_t> today_;
};

}  // namespace demarc
