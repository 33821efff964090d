#include "parsers/cloudformation/mappings.h"

namespace demarc {

const Member* MappingSection::find(const Node& map, std::string_view key) {
  constexpr std::size_t kFew = 16;
  if (map.kind != NodeKind::map || map.size() <= kFew) return map.find_member(key);
  const auto [index, fresh] = indices_.try_emplace(&map);
  if (fresh) {
    for (const Member& member : map.members()) index->second[member.key] = &member;
  }
  const auto found = index->second.find(key);
  return found == index->second.end() ? nullptr : found->second;
}

}  // namespace demarc
