#include "parsers/document/duplicates.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <functional>
#include <string>

#include "parsers/document/add_note.h"

namespace demarc {
namespace {

constexpr std::size_t kFewestSlots = 256;

// Most maps are small, and the keys of one differ in length, begin or end: for them it need not look at more.
constexpr std::size_t kSmallMap = 32;

std::uint64_t hash_ends(std::string_view key) {
  std::uint64_t first = 0;
  std::uint64_t last = 0;
  if (key.size() >= 8) {
    std::memcpy(&first, key.data(), 8);
    std::memcpy(&last, key.data() + key.size() - 8, 8);
  } else if (!key.empty()) {
    std::memcpy(&first, key.data(), key.size());
  }
  std::uint64_t mixed = (first * 0x9E3779B97F4A7C15u) ^ (last + key.size()) * 0xC2B2AE3D27D4EB4Fu;
  return mixed ^ mixed >> 32;
}

std::string quoted(const Member& member) { return "key \"" + std::string(member.key) + "\""; }

}  // namespace

void DuplicateKeys::note(std::span<const Member> members, FileId file, std::vector<Note>& notes) {
  if (members.size() < 2) return;
  if (slots_.size() < members.size() * 2) {
    slots_.assign(std::max(kFewestSlots, std::bit_ceil(members.size() * 2)), {});
    map_ = 0;
  }
  ++map_;
  again_.clear();
  for (std::uint32_t i = 0; i < members.size(); ++i) {
    Slot& slot = find(members, members[i].key);
    if (slot.map == map_) {
      const Member& replaced = members[slot.member];
      add_note(notes, {"duplicate-key",
                       quoted(replaced) + " is written again further down, which replaces this value",
                       {file, replaced.key_range}});
      again_.push_back(i);
    }
    slot = {map_, i};
  }
  for (std::uint32_t i : again_) {
    if (find(members, members[i].key).member != i) continue;
    add_note(notes, {"duplicate-key",
                     quoted(members[i]) + " is written more than once; this value, the last, counts",
                     {file, members[i].key_range}});
  }
}

DuplicateKeys::Slot& DuplicateKeys::find(std::span<const Member> members, std::string_view key) {
  std::size_t mask = slots_.size() - 1;
  std::size_t at = (members.size() <= kSmallMap ? hash_ends(key) : std::hash<std::string_view>()(key)) & mask;
  while (slots_[at].map == map_ && members[slots_[at].member].key != key) at = (at + 1) & mask;
  return slots_[at];
}

}  // namespace demarc
