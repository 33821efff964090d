#pragma once

#include <algorithm>
#include <string_view>

#include "parsers/document/node.h"

namespace demarc {

// Finds members of one map again and again. Terraform writes its maps sorted; others are searched from their end, so that
// the last of several members of one name is found.
class Lookup {
 public:
  // Null or no map: has no members.
  explicit Lookup(const Node* map) {
    if (map == nullptr || map->kind != NodeKind::map) return;
    members_ = map->members();
    sorted_ = std::adjacent_find(members_.begin(), members_.end(), not_before) == members_.end();
  }

  std::span<const Member> members() const { return members_; }

  const Node* find(std::string_view key) const {
    if (!sorted_) {
      for (auto member = members_.rbegin(); member != members_.rend(); ++member) {
        if (member->key == key) return &member->value;
      }
      return nullptr;
    }
    auto found = std::lower_bound(members_.begin(), members_.end(), key,
                                  [](const Member& member, std::string_view name) { return member.key < name; });
    return found != members_.end() && found->key == key ? &found->value : nullptr;
  }

 private:
  static bool not_before(const Member& a, const Member& b) { return a.key >= b.key; }

  std::span<const Member> members_;
  bool sorted_ = true;
};

}  // namespace demarc
