#pragma once

#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "parsers/document/node.h"
#include "parsers/embedded/holes.h"
#include "parsers/graph/value.h"
#include "parsers/text/arena.h"

namespace demarc {

// What all values have that are made of one embedded text: its sensitivity, what it came through, and its holes.
struct Origin {
  bool sensitive = false;
  const Reference* through = nullptr;
  const Holes* holes = nullptr;
};

// Makes values of nodes. Requires of a tree: a depth that recursion can bear, which the readers see to.
class ValueMaker {
 public:
  ValueMaker(FileId file, Arena& arena, const Origin& origin = {}) : file_(file), arena_(arena), origin_(origin) {}

  Value value(const Node& node);

 private:
  using Index = std::unordered_map<std::string_view, std::size_t>;

  Value content(const Node& node, Place place);
  Value text(const Node& node, Place place);
  Value list(const Node& node, Place place);
  Value map(const Node& node, Place place);
  Entry entry(const Member& member);
  static Index last_of_each(std::span<const Member> members);
  static bool is_last(std::span<const Member> members, std::size_t at, const Index& index);

  FileId file_;
  Arena& arena_;
  Origin origin_;
  std::vector<Value> items_;    // of the lists that are still open
  std::vector<Entry> entries_;  // of the maps that are still open
};

}  // namespace demarc
