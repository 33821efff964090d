#pragma once

#include <map>
#include <string>
#include <string_view>

#include "parsers/graph/resource.h"
#include "parsers/terraform/documents.h"
#include "parsers/terraform/instances.h"
#include "parsers/terraform/mapping.h"
#include "parsers/terraform/overlay.h"
#include "parsers/terraform/plan.h"
#include "parsers/terraform/translate.h"

namespace demarc {

// Reads one plan into a graph, resource by resource.
class PlanReader {
 public:
  // Requires: `changes` is the list of resource_changes; everything outlives the reader, and the nodes and mappings the graph.
  PlanReader(const Node& plan, const Node& changes, const SourceFile& file, Scope scope, const Mappings& mappings,
             PlanState state, ResourceGraph& graph);

  void read();

 private:
  void read_change(const ResourceInstance& instance);
  bool is_there(const ResourceInstance& instance) const;
  void read_data_sources(const ConfigModule& module);
  Resource written_resource(std::string_view address, std::string_view type, Place name, Place body);
  const ModuleInstance& module_of(std::string_view path);
  void read_providers();
  void read_provider(const Member& member);
  void add(const ResourceInstance& instance, Resource& resource);
  void add_translated(const TypeMapping& mapping, const ResourceInstance& instance, const Value& arguments, Resource& resource);
  Value kept(const Value& arguments);
  bool add_by_rule(const ResourceInstance& instance, const Value& arguments, Resource& resource);
  const TypeMapping* mapping_of(std::string_view type) const;
  Value attributes_of(const ResourceInstance& instance, const Value& arguments, std::span<const Entry> translated);
  void add_region(const ResourceInstance& instance, const Value& arguments, std::vector<Entry>& attributes);
  std::span<const Spelling> spellings(const TypeMapping& mapping);
  void note_unmapped();

  const Node& plan_;
  FileId file_;
  Scope scope_;
  const Mappings& mappings_;
  PlanState state_;
  ResourceGraph& graph_;
  const Node* variables_;
  Configuration configuration_;
  Instances instances_;
  OriginFinder origins_;
  Overlay overlay_;
  Documents documents_;
  Translator translator_;
  std::unordered_map<const TypeMapping*, std::span<const Spelling>> spellings_;
  std::map<std::string_view, Value> regions_;              // by provider_config_key
  std::map<std::string_view, FoldedNames> names_by_rule_;  // by Terraform type
  struct Unmapped {
    std::size_t count = 0;
    Place first;
  };
  std::map<std::string_view, Unmapped> unmapped_;
};

}  // namespace demarc
