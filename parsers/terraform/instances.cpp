#include "parsers/terraform/instances.h"

namespace demarc {
namespace {

std::string call_path(std::string_view parent, std::string_view name) {
  std::string path(parent);
  if (!path.empty()) path += '.';
  path += "module.";
  path += name;
  return path;
}

std::string local_address(const ModuleInstance& module, std::string_view resource) {
  std::string address(module.path);
  if (!address.empty()) address += '.';
  address += resource;
  return address;
}

std::string_view text_of(const Node* node) { return node != nullptr && node->is_scalar() ? node->text() : std::string_view(); }

const ConfigModule* child_config(const ModuleInstance& parent, std::string_view name) {
  if (parent.config == nullptr) return nullptr;
  auto found = parent.config->children.find(name);
  return found == parent.config->children.end() ? nullptr : found->second;
}

const Node* config_of(const ResourceInstance& instance) {
  if (instance.module->config == nullptr) return nullptr;
  std::string_view local = instance.parts.base;
  if (!instance.parts.module.empty()) local.remove_prefix(instance.parts.module.size() + 1);
  auto found = instance.module->config->resources.find(local);
  return found == instance.module->config->resources.end() ? nullptr : found->second;
}

bool within_some(const ModuleInstance& module) {
  for (const ModuleInstance* at = &module; at != nullptr; at = at->parent) {
    if (at->some) return true;
  }
  return false;
}

}  // namespace

Instances::Instances(const Node& resource_changes, const Configuration& configuration, Arena& arena) : arena_(arena) {
  modules_.push_back({{}, &configuration.root(), nullptr, {}, false});
  root_ = &modules_.front();
  by_path_.emplace(std::string_view(), root_);
  by_base_.reserve(resource_changes.size());
  for (const Node& node : resource_changes.items()) add(node);
}

void Instances::add(const Node& node) {
  ResourceInstance instance;
  instance.node = &node;
  instance.change = member_of(&node, "change");
  instance.address = text_of(member_of(&node, "address"));
  if (instance.address.empty()) instance.address = made_address(node);
  if (instance.address.empty() || instance.change == nullptr) return;
  instance.parts = parse_address(instance.address);
  instance.module = module_at(instance.parts.module);
  instance.config = config_of(instance);
  all_.push_back(instance);
  if (member_of(&node, "deposed") == nullptr) enter(all_.back());
}

// Of an entry that was written by hand: from its other members.
std::string_view Instances::made_address(const Node& node) {
  std::string_view type = text_of(member_of(&node, "type"));
  std::string_view name = text_of(member_of(&node, "name"));
  if (type.empty() || name.empty()) return {};
  std::string address(text_of(member_of(&node, "module_address")));
  if (!address.empty()) address += '.';
  if (text_of(member_of(&node, "mode")) == "data") address += "data.";
  address += std::string(type) + "." + std::string(name);
  const Node* index = member_of(&node, "index");
  if (index != nullptr && index->kind == NodeKind::number) address += "[" + std::string(index->text()) + "]";
  if (index != nullptr && index->kind == NodeKind::text) address += "[\"" + std::string(index->text()) + "\"]";
  return arena_.store(std::string_view(address));
}

void Instances::enter(ResourceInstance& instance) {
  if (!instance.parts.index.empty()) by_address_.emplace(instance.address, &instance);
  InstanceGroup& group = by_base_[instance.parts.base];
  if (group.last != nullptr) group.last->sibling = &instance;
  if (group.first == nullptr) group.first = &instance;
  group.last = &instance;
  ++group.count;
}

// Few plans ask for this, so it is made when one does.
const std::unordered_map<std::string, InstanceGroup>& Instances::by_static() const {
  if (!by_static_.empty()) return by_static_;
  for (const auto& [base, group] : by_base_) {
    if (group.first->parts.module.find('[') == std::string_view::npos) continue;
    InstanceGroup& wide = by_static_[without_indices(base)];
    wide.first = group.first;
    wide.last = group.last;
    wide.count += group.count;
  }
  if (by_static_.empty()) by_static_.emplace(std::string(), InstanceGroup());
  return by_static_;
}

const ModuleInstance* Instances::module_at(std::string_view path) {
  auto found = by_path_.find(path);
  if (found != by_path_.end()) return found->second;
  const ModuleInstance* at = root_;
  std::vector<AddressStep> steps = address_steps(path);
  for (std::size_t step = 1; step < steps.size(); step += 2) at = add_module(*at, steps[step], path.substr(0, steps[step].end));
  return at;
}

const ModuleInstance* Instances::add_module(const ModuleInstance& parent, const AddressStep& step, std::string_view path) {
  auto [found, fresh] = by_path_.emplace(path, nullptr);
  if (!fresh) return found->second;
  modules_.push_back({path, child_config(parent, step.name), &parent, step.index, false});
  found->second = &modules_.back();
  by_call_[call_path(parent.path, step.name)].push_back(&modules_.back());
  return &modules_.back();
}

const ModuleInstance* Instances::child(const ModuleInstance& parent, std::string_view name, std::string_view index) const {
  std::string path = call_path(parent.path, name);
  if (!index.empty()) path += "[" + std::string(index) + "]";
  auto found = by_path_.find(path);
  return found == by_path_.end() ? nullptr : found->second;
}

const ModuleInstance* Instances::only_child(const ModuleInstance& parent, std::string_view name) const {
  auto found = by_call_.find(call_path(parent.path, name));
  return found != by_call_.end() && found->second.size() == 1 ? found->second.front() : nullptr;
}

bool Instances::any_child(const ModuleInstance& parent, std::string_view name) const {
  return by_call_.find(call_path(parent.path, name)) != by_call_.end();
}

const ModuleInstance* Instances::some_child(const ModuleInstance& parent, std::string_view name) {
  const ConfigModule* config = child_config(parent, name);
  if (config == nullptr) return nullptr;
  std::string path = call_path(parent.path, name);
  auto found = some_by_path_.find(path);
  if (found != some_by_path_.end()) return found->second;
  modules_.push_back({arena_.store(std::string_view(path)), config, &parent, {}, true});
  some_by_path_.emplace(modules_.back().path, &modules_.back());
  return &modules_.back();
}

const ModuleInstance& Instances::of(const ConfigModule& module) {
  if (module.parent == nullptr) return *root_;
  const ModuleInstance& parent = of(*module.parent);
  const ModuleInstance* only = only_child(parent, module.name);
  return only != nullptr ? *only : *some_child(parent, module.name);
}

const InstanceGroup* Instances::group(const ModuleInstance& module, std::string_view resource) const {
  std::string base = local_address(module, resource);
  if (within_some(module)) {
    auto wide = by_static().find(without_indices(base));
    if (wide != by_static().end()) return &wide->second;
  }
  auto found = by_base_.find(base);
  return found == by_base_.end() ? nullptr : &found->second;
}

const ResourceInstance* Instances::instance(const ModuleInstance& module, std::string_view resource,
                                            std::string_view index) const {
  std::string address = local_address(module, resource);
  if (index.empty()) {
    auto group = by_base_.find(address);
    bool plain = group != by_base_.end() && group->second.first->parts.index.empty();
    return plain ? group->second.first : nullptr;
  }
  address += "[" + std::string(index) + "]";
  auto found = by_address_.find(address);
  return found == by_address_.end() ? nullptr : found->second;
}

}  // namespace demarc
