#include "parsers/terraform/planned_values.h"

#include <vector>

#include "parsers/terraform/configuration.h"

namespace demarc {
namespace {

Node change_of(const Node& resource, Arena& arena) {
  std::vector<Member> change;
  if (const Node* values = member_of(&resource, "values")) change.push_back({"after", values->range, *values});
  if (const Node* sensitive = member_of(&resource, "sensitive_values"))
    change.push_back({"after_sensitive", sensitive->range, *sensitive});
  std::vector<Member> members(resource.members().begin(), resource.members().end());
  members.push_back({"change", resource.range, Node::map(arena.store(change), resource.range)});
  return Node::map(arena.store(members), resource.range);
}

}  // namespace

Node changes_of_planned_values(const Node& plan, Arena& arena) {
  std::vector<Node> changes;
  std::vector<const Node*> modules{member_of(member_of(&plan, "planned_values"), "root_module")};
  for (std::size_t at = 0; at < modules.size(); ++at) {
    const Node* resources = member_of(modules[at], "resources");
    if (resources != nullptr && resources->kind == NodeKind::list) {
      for (const Node& resource : resources->items()) {
        if (resource.kind == NodeKind::map) changes.push_back(change_of(resource, arena));
      }
    }
    const Node* children = member_of(modules[at], "child_modules");
    if (children == nullptr || children->kind != NodeKind::list) continue;
    for (const Node& child : children->items()) modules.push_back(&child);
  }
  return Node::list(arena.store(changes), plan.range);
}

}  // namespace demarc
