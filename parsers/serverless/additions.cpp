#include "parsers/serverless/additions.h"

#include "parsers/serverless/intrinsic.h"

namespace demarc {

Additions::Branch& Additions::below(Branch& branch, const std::string& step, Range key) {
  Branch*& found = branch.by_name[step];
  if (found == nullptr) {
    found = &branches_.emplace_back();
    found->key = key;
    branch.members.emplace_back(step, found);
  }
  return *found;
}

void Additions::add(std::string_view resource, const std::vector<std::string>& steps, const Node& value, Range key) {
  Branch*& tree = trees_[resource];
  if (tree == nullptr) tree = &branches_.emplace_back();
  Branch* branch = tree;
  for (const std::string& step : steps) {
    if (step == "+") {
      branch->items.push_back(value);
      return;
    }
    branch = &below(*branch, step, key);
  }
  branch->values.push_back(value);
}

Node Additions::applied(std::string_view resource, const Node& properties, Forge& forge) const {
  const auto found = trees_.find(resource);
  return found == trees_.end() ? properties : merged(*found->second, properties, forge);
}

Node Additions::made(const Branch& branch, Forge& forge) {
  if (!branch.values.empty()) return branch.values[0];
  if (!branch.items.empty()) return forge.list(branch.items, branch.key);
  return merged(branch, forge.map({}, branch.key), forge);
}

Node Additions::merged(const Branch& branch, const Node& written, Forge& forge) {
  if (is_intrinsic(written)) return written;
  if (written.kind == NodeKind::list) {
    std::vector<Node> items(written.items().begin(), written.items().end());
    items.insert(items.end(), branch.items.begin(), branch.items.end());
    return forge.list(items, written.range);
  }
  if (written.kind != NodeKind::map) return written;
  std::vector<Member> members(written.members().begin(), written.members().end());
  std::unordered_map<std::string_view, std::size_t> places;
  for (std::size_t i = 0; i < members.size(); ++i) places[members[i].key] = i;
  for (const auto& [name, child] : branch.members) {
    const auto found = places.find(name);
    if (found == places.end()) {
      members.push_back({forge.store(name), child->key, made(*child, forge)});
    } else {
      Member& member = members[found->second];
      member.value = merged(*child, member.value, forge);
    }
  }
  return forge.map(members, written.range);
}

}  // namespace demarc
