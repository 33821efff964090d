#include "parsers/document/node.h"

#include <algorithm>
#include <iterator>

namespace demarc {

static_assert(sizeof(Node) == 24 && sizeof(Member) == 48);

struct Node::Tagged {
  std::string_view tag;
  const void* data;
};

const void* Node::untagged() const { return static_cast<const Tagged*>(data_)->data; }

std::string_view Node::tag() const { return tagged_ ? static_cast<const Tagged*>(data_)->tag : std::string_view(); }

const Member* Node::find_member(std::string_view key) const {
  if (kind != NodeKind::map) return nullptr;
  std::span<const Member> all = members();
  for (std::size_t i = all.size(); i > 0; --i) {
    if (all[i - 1].key == key) return &all[i - 1];
  }
  return nullptr;
}

const Node* Node::find(std::string_view key) const {
  const Member* member = find_member(key);
  return member ? &member->value : nullptr;
}

Node Node::tagged(std::string_view tag, Arena& arena) const {
  Node node = *this;
  node.data_ = arena.store(Tagged{tag, data_});
  node.tagged_ = true;
  return node;
}

Place Document::place_of(Range range, FileId file, std::span<const Inclusion> inclusions) {
  const auto next = std::find_if(inclusions.begin(), inclusions.end(), [&](const Inclusion& each) { return each.begin > range.begin; });
  if (next != inclusions.end()) range.end = std::min(range.end, next->begin - 1);
  if (next == inclusions.begin()) return {file, range};
  const Inclusion& inclusion = *std::prev(next);
  return {inclusion.file, {range.begin - inclusion.begin, range.end - inclusion.begin}};
}

}  // namespace demarc
