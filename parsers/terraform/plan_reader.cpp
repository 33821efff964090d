#include "parsers/terraform/plan_reader.h"

#include <algorithm>

#include "parsers/terraform/node_value.h"

namespace demarc {
namespace {

constexpr Unknown kNotInPlan{Why::unread_file, false, "the configuration"};

std::string_view text_of(const Node* node) { return node != nullptr && node->is_scalar() ? node->text() : std::string_view(); }

Place place_of(const Node* node, const Node& other, FileId file) { return {file, node != nullptr ? node->range : other.range}; }

}  // namespace

PlanReader::PlanReader(const Node& plan, const Node& changes, const SourceFile& file, Scope scope, const Mappings& mappings,
                       PlanState state, ResourceGraph& graph)
    : plan_(plan),
      file_(file.id()),
      scope_(scope),
      mappings_(mappings),
      state_(state),
      graph_(graph),
      variables_(member_of(&plan, "variables")),
      configuration_(member_of(&plan, "configuration")),
      instances_(changes, configuration_, graph.arena),
      origins_(instances_, graph.arena),
      overlay_(file.id(), scope, variables_, origins_, graph.arena, state),
      documents_(instances_, mappings, file, scope, variables_, origins_, graph.arena),
      translator_(file.text(), graph.arena, [this](const Value& reference) { return documents_.document_of(reference); }) {}

void PlanReader::read() {
  graph_.resources.reserve(graph_.resources.size() + instances_.all().size());
  read_providers();
  for (const ResourceInstance& instance : instances_.all()) read_change(instance);
  for (const ConfigModule& module : configuration_.modules()) read_data_sources(module);
  note_unmapped();
}

const TypeMapping* PlanReader::mapping_of(std::string_view type) const { return mappings_.find(type); }

bool PlanReader::is_there(const ResourceInstance& instance) const {
  const Node* before = member_of(instance.change, "before");
  return state_ == PlanState::after || (before != nullptr && before->kind != NodeKind::null);
}

void PlanReader::read_change(const ResourceInstance& instance) {
  if (!is_there(instance)) return;
  Resource resource;
  resource.scope = scope_;
  resource.dialect = Dialect::terraform;
  resource.address = instance.address;
  if (const Node* deposed = member_of(instance.node, "deposed")) {
    std::string address = std::string(instance.address) + " (deposed " + std::string(text_of(deposed)) + ")";
    resource.address = graph_.arena.store(std::string_view(address));
  }
  resource.name = place_of(member_of(instance.node, "address"), *instance.node, file_);
  resource.body = {file_, instance.node->range};
  std::string_view type = instance.parts.type;
  if (instance.parts.data) type = graph_.arena.store(std::string_view("data." + std::string(type)));
  resource.type = resource.written_type = type;
  add(instance, resource);
}

void PlanReader::add(const ResourceInstance& instance, Resource& resource) {
  const TypeMapping* mapping = mapping_of(resource.written_type);
  Value arguments = overlay_.arguments(instance, mapping != nullptr ? &mapping->body : nullptr);
  bool keeps = mapping == nullptr || mapping->keeps_names || mapping->by.size() > 0;
  if (keeps && arguments.is(Value::Kind::map)) arguments = kept(arguments);
  if (mapping != nullptr) return add_translated(*mapping, instance, arguments, resource);
  if (add_by_rule(instance, arguments, resource)) return;
  if (!instance.parts.data) {
    Unmapped& unmapped = unmapped_[resource.written_type];
    if (unmapped.count++ == 0) unmapped.first = resource.name;
  }
  resource.properties = arguments;
  resource.attributes = attributes_of(instance, arguments, {});
  graph_.resources.push_back(std::move(resource));
}

// Arguments whose own entries stay.
Value PlanReader::kept(const Value& arguments) {
  Value result = Value::map(graph_.arena.store(arguments.entries()), arguments.place);
  result.sensitive = arguments.sensitive;
  return result;
}

bool PlanReader::add_by_rule(const ResourceInstance& instance, const Value& arguments, Resource& resource) {
  std::optional<std::string> type = is_by_rule(resource.written_type) ? mappings_.type_name(resource.written_type) : std::nullopt;
  if (!type) return false;
  resource.type = graph_.arena.store(std::string_view(*type));
  auto [names, fresh] = names_by_rule_.emplace(resource.written_type, FoldedNames());
  if (fresh) names->second = mappings_.names_of(*type);
  resource.properties = renamed_by_rule(arguments, names->second, graph_.arena);
  resource.attributes = attributes_of(instance, arguments, {});
  graph_.resources.push_back(std::move(resource));
  return true;
}

void PlanReader::add_translated(const TypeMapping& mapping, const ResourceInstance& instance, const Value& arguments,
                                Resource& resource) {
  Reference self;
  self.scope = scope_;
  self.target = resource.address;
  self.attribute = "id";
  Translation translation = translator_.translate(mapping, arguments, *graph_.arena.store(self));
  resource.type = translation.type;
  if (translation.mapping != nullptr) resource.spellings = spellings(*translation.mapping);
  resource.attributes = attributes_of(instance, arguments, translation.attributes);
  for (const Value& properties : translation.properties) {
    Resource one = resource;
    one.properties = properties;
    graph_.resources.push_back(std::move(one));
  }
}

Value PlanReader::attributes_of(const ResourceInstance& instance, const Value& arguments, std::span<const Entry> translated) {
  std::vector<Entry> attributes(translated.begin(), translated.end());
  Place place{file_, instance.node->range};
  if (state_ == PlanState::before) {
    const std::vector<Value> none = {Value::text("no-op", place)};
    attributes.push_back({"change", "change", place, Value::list(graph_.arena.store(none), place)});
  } else if (const Node* actions = member_of(instance.change, "actions")) {
    attributes.push_back({"change", "change", {file_, actions->range}, value_of_node(*actions, file_, false, graph_.arena)});
  }
  attributes.push_back({"lifecycle", "lifecycle", place, Value::unknown(&kNotInPlan, place)});
  add_region(instance, arguments, attributes);
  return Value::map(graph_.arena.store(attributes), place);
}

// The Region that the resource names itself (provider 6), else that of its provider block.
void PlanReader::add_region(const ResourceInstance& instance, const Value& arguments, std::vector<Entry>& attributes) {
  const Entry* region = arguments.find("region");
  if (region != nullptr && member_of(member_of(instance.config, "expressions"), "region") != nullptr) {
    attributes.push_back({"region", "region", region->key_place, region->value});
    return;
  }
  auto found = regions_.find(text_of(member_of(instance.config, "provider_config_key")));
  if (found != regions_.end()) attributes.push_back({"region", "region", found->second.place, found->second});
}

std::span<const Spelling> PlanReader::spellings(const TypeMapping& mapping) {
  auto [found, fresh] = spellings_.emplace(&mapping, std::span<const Spelling>());
  if (fresh) found->second = graph_.arena.store(spellings_of(mapping, graph_.arena));
  return found->second;
}

// Data sources that were read before the plan was made stand in no change: what is written of them is in the configuration.
void PlanReader::read_data_sources(const ConfigModule& module) {
  const Node* resources = member_of(module.node, "resources");
  if (resources == nullptr || resources->kind != NodeKind::list) return;
  const ModuleInstance& here = instances_.of(module);
  for (const Node& node : resources->items()) {
    const Node* address = member_of(&node, "address");
    if (!text_of(address).starts_with("data.") || instances_.group(here, address->text()) != nullptr) continue;
    std::string full(here.path);
    full += (full.empty() ? "" : ".") + std::string(address->text());
    Resource resource = written_resource(full, "data." + std::string(parse_address(address->text()).type),
                                         {file_, address->range}, {file_, node.range});
    const Node* expressions = member_of(&node, "expressions");
    if (expressions != nullptr)
      resource.properties = overlay_.expressions(*expressions, {&here, {}, member_of(&node, "for_each_expression"), false});
    graph_.resources.push_back(std::move(resource));
  }
}

// What only stands in the configuration.
Resource PlanReader::written_resource(std::string_view address, std::string_view type, Place name, Place body) {
  Resource resource;
  resource.scope = scope_;
  resource.dialect = Dialect::terraform;
  resource.address = graph_.arena.store(address);
  resource.type = resource.written_type = graph_.arena.store(type);
  resource.name = name;
  resource.body = body;
  resource.properties = resource.attributes = Value::map({}, body);
  return resource;
}

const ModuleInstance& PlanReader::module_of(std::string_view path) {
  for (const ConfigModule& module : configuration_.modules()) {
    if (module.path == path) return instances_.of(module);
  }
  return instances_.root();
}

void PlanReader::read_providers() {
  const Node* providers = member_of(member_of(&plan_, "configuration"), "provider_config");
  if (providers == nullptr || providers->kind != NodeKind::map) return;
  for (const Member& member : providers->members()) read_provider(member);
}

void PlanReader::read_provider(const Member& member) {
  const Node* expressions = member_of(&member.value, "expressions");
  std::string_view name = text_of(member_of(&member.value, "name"));
  if (expressions == nullptr || name.empty()) return;
  std::string module(text_of(member_of(&member.value, "module_address")));
  std::string_view alias = text_of(member_of(&member.value, "alias"));
  std::string address = module + (module.empty() ? "" : ".") + "provider." + std::string(name);
  if (!alias.empty()) address += "." + std::string(alias);
  Resource resource =
      written_resource(address, "provider." + std::string(name), {file_, member.key_range}, {file_, member.value.range});
  resource.properties = overlay_.expressions(*expressions, {&module_of(module), {}, nullptr, false});
  if (const Entry* region = resource.properties.find("region")) regions_.emplace(member.key, region->value);
  graph_.resources.push_back(std::move(resource));
}

void PlanReader::note_unmapped() {
  std::size_t foreign = 0;
  std::string providers;
  for (const auto& [type, unmapped] : unmapped_) {
    std::string_view provider = type.substr(0, type.find('_'));
    bool aws = provider == "aws" || provider == "awscc";
    if (!aws) {
      foreign += unmapped.count;
      bool named = providers == provider || providers.ends_with(", " + std::string(provider));
      if (!named) providers += (providers.empty() ? "" : ", ") + std::string(provider);
      continue;
    }
    std::string count = unmapped.count == 1 ? "1 resource" : std::to_string(unmapped.count) + " resources";
    graph_.notes.push_back(
        {"unmapped-type", count + " of type " + std::string(type) + ", which has no mapping table: its Terraform names are kept",
         unmapped.first, true});
  }
  if (foreign == 0) return;
  std::string count = foreign == 1 ? "1 resource" : std::to_string(foreign) + " resources";
  graph_.notes.push_back(
      {"other-provider", count + " of other providers than AWS (" + providers + ")", {file_, plan_.range}, false});
}

}  // namespace demarc
