#include "parsers/serverless/globals.h"

#include <algorithm>
#include <unordered_map>

namespace demarc {
namespace {

bool is_plain(const Node& node, NodeKind kind) { return node.kind == kind && !is_intrinsic(node); }

// The tree may be deep; its reader has bounded how deep.
Node merge(const Node& global, const Node& own, Forge& forge) {
  if (is_plain(global, NodeKind::list) && is_plain(own, NodeKind::list)) {
    std::vector<Node> items(global.items().begin(), global.items().end());
    items.insert(items.end(), own.items().begin(), own.items().end());
    return forge.list(items, own.range);
  }
  if (!is_plain(global, NodeKind::map) || !is_plain(own, NodeKind::map)) return own;
  std::vector<Member> members(own.members().begin(), own.members().end());
  std::unordered_map<std::string_view, std::size_t> places;
  for (std::size_t i = 0; i < members.size(); ++i) places[members[i].key] = i;
  for (const Member& member : global.members()) {
    const auto [found, is_new] = places.try_emplace(member.key, members.size());
    if (is_new) {
      members.push_back(member);
    } else {
      Member& mine = members[found->second];
      mine.value = merge(member.value, mine.value, forge);
    }
  }
  return forge.map(members, own.range);
}

bool is_ignored(const Node* ignored, std::string_view name) {
  if (ignored == nullptr) return false;
  if (ignored->is_scalar()) return ignored->text() == "*" || ignored->text() == name;
  if (ignored->kind != NodeKind::list) return false;
  const auto items = ignored->items();
  return std::any_of(items.begin(), items.end(), [&](const Node& item) { return item.is_scalar() && item.text() == name; });
}

}  // namespace

Node merge_globals(const Node& globals, const Node& own, const Node* ignored, Forge& forge) {
  std::vector<Member> taken;
  for (const Member& member : globals.members()) {
    if (!is_ignored(ignored, member.key)) taken.push_back(member);
  }
  return merge(forge.map(taken, globals.range), own, forge);
}

}  // namespace demarc
