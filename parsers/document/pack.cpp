#include "parsers/document/pack.h"

#include <cstdint>
#include <vector>

namespace demarc {
namespace {

// A node is: flags, begin (as the distance from the last one), length, tag if there is one, size, then text, items or
// members. Numbers are written in groups of seven bits, the lowest first; the highest bit says that more follow.
constexpr std::uint8_t kKindMask = 0x07;
constexpr std::uint8_t kTruth = 0x08;
constexpr std::uint8_t kQuoted = 0x10;
constexpr std::uint8_t kTagged = 0x20;

class Packer {
 public:
  std::string bytes;

  void number(std::uint32_t number) {
    for (; number >= 0x80; number >>= 7) bytes.push_back(static_cast<char>(number | 0x80));
    bytes.push_back(static_cast<char>(number));
  }

  void node(const Node& node) {
    std::uint32_t flags = static_cast<std::uint32_t>(node.kind) | (node.truth ? kTruth : 0u) | (node.quoted ? kQuoted : 0u);
    bytes.push_back(static_cast<char>(flags | (node.tag().empty() ? 0u : kTagged)));
    range(node.range);
    if (!node.tag().empty()) text(node.tag());
    if (node.is_scalar()) return text(node.text());
    number(node.size());
    if (node.kind == NodeKind::list) {
      for (const Node& item : node.items()) this->node(item);
    } else {
      for (const Member& member : node.members()) this->member(member);
    }
  }

 private:
  void member(const Member& member) {
    text(member.key);
    range(member.key_range);
    node(member.value);
  }

  void text(std::string_view text) {
    number(static_cast<std::uint32_t>(text.size()));
    bytes.append(text);
  }

  // Distances go both ways, where an alias leads back: the lowest bit is the sign.
  void range(Range range) {
    std::uint32_t distance = range.begin - last_;
    number(distance << 1 ^ (distance >> 31 ? 0xFFFFFFFFu : 0u));
    number(range.end - range.begin);
    last_ = range.begin;
  }

  std::uint32_t last_ = 0;
};

class Unpacker {
 public:
  Unpacker(std::string_view bytes, Arena& arena) : bytes_(bytes), arena_(arena) {}

  std::uint32_t number() {
    std::uint32_t number = 0;
    for (int shift = 0;; shift += 7) {
      std::uint8_t byte = this->byte();
      number |= static_cast<std::uint32_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return number;
    }
  }

  Node node() {
    std::uint8_t flags = byte();
    auto kind = static_cast<NodeKind>(flags & kKindMask);
    Range range = this->range();
    std::string_view tag = flags & kTagged ? text() : std::string_view();
    Node node = content(kind, range);
    node.truth = flags & kTruth;
    node.quoted = flags & kQuoted;
    return tag.empty() ? node : node.tagged(tag, arena_);
  }

 private:
  Node content(NodeKind kind, Range range) {
    if (kind == NodeKind::list) return list(range);
    if (kind == NodeKind::map) return map(range);
    return Node::scalar(kind, text(), range);
  }

  Node list(Range range) {
    std::size_t first = items_.size();
    for (std::uint32_t left = number(); left > 0; --left) items_.push_back(node());
    Node list = Node::list(arena_.store(std::span<const Node>(items_).subspan(first)), range);
    items_.resize(first);
    return list;
  }

  Node map(Range range) {
    std::size_t first = members_.size();
    for (std::uint32_t left = number(); left > 0; --left) {
      std::string_view key = text();
      Range key_range = this->range();
      members_.push_back({key, key_range, node()});
    }
    Node map = Node::map(arena_.store(std::span<const Member>(members_).subspan(first)), range);
    members_.resize(first);
    return map;
  }

  std::uint8_t byte() { return static_cast<std::uint8_t>(bytes_[at_++]); }

  std::string_view text() {
    std::size_t size = number();
    std::string_view text = bytes_.substr(at_, size);
    at_ += size;
    return text;
  }

  Range range() {
    std::uint32_t distance = number();
    last_ += distance >> 1 ^ (distance & 1 ? 0xFFFFFFFFu : 0u);
    std::uint32_t length = number();
    return {last_, last_ + length};
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::uint32_t last_ = 0;
  Arena& arena_;
  std::vector<Node> items_;
  std::vector<Member> members_;
};

}  // namespace

std::string pack(const Document& document) {
  Packer packer;
  packer.number(document.file);
  packer.node(document.root);
  return std::move(packer.bytes);
}

Document unpack(std::string_view bytes) {
  Document document;
  Unpacker unpacker(bytes, document.arena);
  document.file = unpacker.number();
  document.root = unpacker.node();
  return document;
}

Node unpack(std::string_view bytes, Arena& arena) {
  Unpacker unpacker(bytes, arena);
  unpacker.number();
  return unpacker.node();
}

}  // namespace demarc
