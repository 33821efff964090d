#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "parsers/document/node.h"

namespace demarc {

// Finds members of one map that share a key, in linear time and without allocating for each map.
class DuplicateKeys {
 public:
  // Adds a "duplicate-key" note at both places for each key that was written before in the same map.
  void note(std::span<const Member> members, FileId file, std::vector<Note>& notes);

 private:
  struct Slot {
    std::uint32_t map = 0;  // the number of the map that filled this slot; others are empty
    std::uint32_t member = 0;
  };

  // The slot of the member of that key, or the free one that it would take.
  Slot& find(std::span<const Member> members, std::string_view key);

  std::vector<Slot> slots_;  // a hash table with linear probing, its size a power of two
  std::uint32_t map_ = 0;
  std::vector<std::uint32_t> again_;  // members of this map whose key was written before
};

}  // namespace demarc
