#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "parsers/document/node.h"
#include "parsers/terraform/address.h"
#include "parsers/terraform/configuration.h"
#include "parsers/text/arena.h"

namespace demarc {

// One instance of a module: module.a[0].module.b. The root is one too, and so is, for a reference whose index is not
// known, "some instance of module.a" (path without that index, `some`).
struct ModuleInstance {
  std::string_view path;
  const ConfigModule* config = nullptr;  // null where the configuration does not know it
  const ModuleInstance* parent = nullptr;
  std::string_view index;  // as written: 0, "key"; empty: none
  bool some = false;
};

// One entry of resource_changes.
struct ResourceInstance {
  const Node* node = nullptr;
  const Node* change = nullptr;
  std::string_view address;
  Address parts;
  const ModuleInstance* module = nullptr;
  const Node* config = nullptr;               // null: it does not stand in the configuration
  const ResourceInstance* sibling = nullptr;  // the next instance of the same resource
};

// All instances with one address but for indices.
struct InstanceGroup {
  std::uint32_t count = 0;
  ResourceInstance* first = nullptr;
  ResourceInstance* last = nullptr;
};

// The instances of a plan by address. Linear to build, constant to ask.
class Instances {
 public:
  Instances(const Node& resource_changes, const Configuration& configuration, Arena& arena);

  const std::deque<ResourceInstance>& all() const { return all_; }
  const ModuleInstance& root() const { return *root_; }

  // The instance of a module that a call in `parent` makes under an index (empty: none); null if the plan has none.
  const ModuleInstance* child(const ModuleInstance& parent, std::string_view name, std::string_view index) const;
  // The only instance of a called module; null if there are none or several.
  const ModuleInstance* only_child(const ModuleInstance& parent, std::string_view name) const;
  bool any_child(const ModuleInstance& parent, std::string_view name) const;
  // "Some instance" of it. Null if the configuration knows no such call.
  const ModuleInstance* some_child(const ModuleInstance& parent, std::string_view name);

  // The only instance of a module of the configuration, or "some instance" of it.
  const ModuleInstance& of(const ConfigModule& module);

  // The instances of a resource of a module; within "some" module instance, those of all its instances (their siblings are
  // not chained). Null if there are none.
  const InstanceGroup* group(const ModuleInstance& module, std::string_view resource) const;
  // The one with this index (empty: none); null if there is none.
  const ResourceInstance* instance(const ModuleInstance& module, std::string_view resource, std::string_view index) const;

 private:
  const ModuleInstance* module_at(std::string_view path);
  const ModuleInstance* add_module(const ModuleInstance& parent, const AddressStep& step, std::string_view path);
  void add(const Node& node);
  void enter(ResourceInstance& instance);
  std::string_view made_address(const Node& node);
  const std::unordered_map<std::string, InstanceGroup>& by_static() const;

  Arena& arena_;
  std::deque<ModuleInstance> modules_;
  const ModuleInstance* root_ = nullptr;
  std::unordered_map<std::string_view, const ModuleInstance*> by_path_;
  std::unordered_map<std::string_view, const ModuleInstance*> some_by_path_;
  std::unordered_map<std::string, std::vector<const ModuleInstance*>> by_call_;  // paths without their last index
  std::deque<ResourceInstance> all_;
  std::unordered_map<std::string_view, const ResourceInstance*> by_address_;  // those that have an index
  std::unordered_map<std::string_view, InstanceGroup> by_base_;
  mutable std::unordered_map<std::string, InstanceGroup> by_static_;  // without any index; only what stands in indexed modules
};

}  // namespace demarc
