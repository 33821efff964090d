#include "parsers/terraform/configuration.h"

#include <algorithm>

namespace demarc {
namespace {

void index_resources(ConfigModule& module) {
  const Node* resources = member_of(module.node, "resources");
  if (resources == nullptr || resources->kind != NodeKind::list) return;
  module.resources.reserve(resources->size());
  for (const Node& resource : resources->items()) {
    const Node* address = member_of(&resource, "address");
    if (address != nullptr && address->kind == NodeKind::text) module.resources.emplace(address->text(), &resource);
  }
}

}  // namespace

const Node* member_of(const Node* map, std::string_view name) {
  return map != nullptr && map->kind == NodeKind::map ? map->find(name) : nullptr;
}

bool is_argument_expression(const Node& expression) {
  if (expression.kind != NodeKind::map) return false;
  return std::all_of(expression.members().begin(), expression.members().end(),
                     [](const Member& member) { return member.key == "constant_value" || member.key == "references"; });
}

Configuration::Configuration(const Node* configuration) {
  modules_.emplace_back();
  modules_.front().node = member_of(configuration, "root_module");
  known_ = modules_.front().node != nullptr;
  for (std::size_t at = 0; at < modules_.size(); ++at) {
    ConfigModule& module = modules_[at];
    index_resources(module);
    const Node* calls = member_of(module.node, "module_calls");
    if (calls == nullptr || calls->kind != NodeKind::map) continue;
    for (const Member& call : calls->members()) {
      const Node* inner = member_of(&call.value, "module");
      if (inner == nullptr) continue;
      ConfigModule& child = modules_.emplace_back();
      child.path = module.path + (module.path.empty() ? "" : ".") + "module." + std::string(call.key);
      child.node = inner;
      child.call = &call.value;
      child.parent = &modules_[at];
      child.name = call.key;
      modules_[at].children.emplace(call.key, &child);
    }
  }
}

}  // namespace demarc
