#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "parsers/text/arena.h"
#include "parsers/text/note.h"
#include "parsers/text/place.h"

namespace demarc {

enum class NodeKind : std::uint8_t { null, boolean, number, text, list, map };

struct Member;

// One value of a YAML or JSON file and where it stands. Nodes live in their Document's arena.
//   null, boolean, number, text: `text()` is the scalar: unescaped for text, as written for the others (no precision is lost).
//   list: items(). map: members(), in the order of the file, duplicate keys included.
// A large plan has millions of nodes: what few of them have, a tag, is kept beside them.
class Node {
 public:
  NodeKind kind = NodeKind::null;
  bool truth = false;   // of a boolean
  bool quoted = false;  // a YAML scalar in quotes or a block scalar; every JSON string

 private:
  bool tagged_ = false;  // data_ points to a Tagged; stands here so that a node fills 24 bytes

 public:
  Range range;  // of the value as written, tag, anchor and quotes included; a block list or map from its first to its last token

  std::string_view text() const { return {static_cast<const char*>(data()), size_}; }
  std::span<const Node> items() const { return {static_cast<const Node*>(data()), size_}; }
  inline std::span<const Member> members() const;
  std::uint32_t size() const { return size_; }  // bytes of a scalar, items, members

  // The local YAML tag without its exclamation mark ("Ref", "Sub", "GetAtt"), the whole name of another one; empty where
  // there is none and for those of YAML's core schema, which decide the kind.
  std::string_view tag() const;

  bool is_scalar() const { return kind != NodeKind::list && kind != NodeKind::map; }

  // The value under a key; with duplicate keys the last one, as CloudFormation and JSON readers take it. Null if there is none.
  const Node* find(std::string_view key) const;
  const Member* find_member(std::string_view key) const;

  // What is passed must outlive the node. Requires of scalar: a kind that is neither list nor map.
  static Node scalar(NodeKind kind, std::string_view text, Range range) { return make(kind, text.data(), text.size(), range); }
  static Node list(std::span<const Node> items, Range range) { return make(NodeKind::list, items.data(), items.size(), range); }
  static inline Node map(std::span<const Member> members, Range range);

  // The same node with a tag. Requires: the node has none yet.
  Node tagged(std::string_view tag, Arena& arena) const;

 private:
  struct Tagged;

  static Node make(NodeKind kind, const void* data, std::size_t size, Range range) {
    Node node;
    node.kind = kind;
    node.range = range;
    node.size_ = static_cast<std::uint32_t>(size);
    node.data_ = data;
    return node;
  }
  const void* data() const { return tagged_ ? untagged() : data_; }
  const void* untagged() const;

  std::uint32_t size_ = 0;
  const void* data_ = nullptr;
};

struct Member {
  std::string_view key;
  Range key_range;
  Node value;
};

inline std::span<const Member> Node::members() const { return {static_cast<const Member*>(data()), size_}; }

inline Node Node::map(std::span<const Member> members, Range range) {
  return make(NodeKind::map, members.data(), members.size(), range);
}

// A file whose tree was put into that of another: ranges from `begin` on, which lies behind the text of that other, count its
// bytes from there.
struct Inclusion {
  FileId file = 0;
  std::uint32_t begin = 0;
};

// A located tree and the memory that it lives in.
struct Document {
  Arena arena;
  FileId file = 0;
  Node root;
  std::vector<Note> notes;  // duplicate keys, merge keys, further YAML documents
  std::vector<Inclusion> inclusions;  // in the order of their ranges

  // Where a node of the tree is written: of what begins in one file and ends in another, what stands in the first.
  Place place(Range range) const { return place_of(range, file, inclusions); }

  static Place place_of(Range range, FileId file, std::span<const Inclusion> inclusions);
};

}  // namespace demarc
