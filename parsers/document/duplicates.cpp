#include "parsers/document/duplicates.h"

#include <bit>
#include <cstring>
#include <string>

namespace demarc {
namespace {

constexpr std::size_t kFewestSlots = 256;

// Keys differ in length, begin or end; a collision only costs a comparison.
std::uint64_t hash(std::string_view key) {
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

void add_notes(const Member& first, const Member& again, FileId file, std::vector<Note>& notes) {
  std::string quoted = "key \"" + std::string(again.key) + "\"";
  notes.push_back({"duplicate-key", quoted + " is written again further down, which replaces this value", {file, first.key_range}});
  notes.push_back({"duplicate-key", quoted + " is written twice; this value, the last, counts", {file, again.key_range}});
}

}  // namespace

void DuplicateKeys::note(std::span<const Member> members, FileId file, std::vector<Note>& notes) {
  if (members.size() < 2) return;
  if (slots_.size() < members.size() * 2) {
    slots_.assign(std::max(kFewestSlots, std::bit_ceil(members.size() * 2)), {});
    map_ = 0;
  }
  ++map_;
  std::size_t mask = slots_.size() - 1;
  for (std::uint32_t i = 0; i < members.size(); ++i) {
    std::size_t at = hash(members[i].key) & mask;
    while (slots_[at].map == map_ && members[slots_[at].member].key != members[i].key) at = (at + 1) & mask;
    if (slots_[at].map == map_) add_notes(members[slots_[at].member], members[i], file, notes);
    slots_[at] = {map_, i};
  }
}

}  // namespace demarc
