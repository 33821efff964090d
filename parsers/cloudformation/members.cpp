#include "parsers/cloudformation/members.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace demarc {
namespace {

constexpr std::size_t kFew = 16;

bool repeated_later(std::span<const Member> members, std::size_t at) {
  return std::any_of(members.begin() + static_cast<std::ptrdiff_t>(at) + 1, members.end(),
                     [&](const Member& later) { return later.key == members[at].key; });
}

}  // namespace

std::vector<const Member*> effective_members(const Node& map) {
  std::vector<const Member*> result;
  if (map.kind != NodeKind::map) return result;
  const std::span<const Member> members = map.members();
  result.reserve(members.size());
  if (members.size() <= kFew) {
    for (std::size_t i = 0; i < members.size(); ++i) {
      if (!repeated_later(members, i)) result.push_back(&members[i]);
    }
    return result;
  }
  std::unordered_set<std::string_view> seen;
  for (std::size_t i = members.size(); i > 0; --i) {
    if (seen.insert(members[i - 1].key).second) result.push_back(&members[i - 1]);
  }
  std::reverse(result.begin(), result.end());
  return result;
}

}  // namespace demarc
