#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "parsers/document/duplicates.h"
#include "parsers/document/node.h"

namespace demarc {

// Grows a tree from the events of a reader. What is still open is collected on stacks that are reused, and moves into
// the document's arena, at its exact size, when its container closes.
class TreeBuilder {
 public:
  explicit TreeBuilder(Document& document) : document_(document) {}

  std::size_t depth() const { return frames_.size(); }
  bool in_map() const { return !frames_.empty() && frames_.back().is_map; }
  bool in_list() const { return !frames_.empty() && !frames_.back().is_map; }
  // Where the innermost open container begins. Requires: depth() > 0.
  std::uint32_t begin() const { return frames_.back().begin; }

  // Requires: in_map().
  void key(std::string_view key, Range range) {
    key_ = key;
    key_range_ = range;
  }

  Range key_range() const { return key_range_; }

  void add(const Node& value) {
    if (frames_.empty()) {
      document_.root = value;
    } else if (frames_.back().is_map) {
      members_.push_back({key_, key_range_, value});
    } else {
      items_.push_back(value);
    }
  }

  void open_map(std::uint32_t begin) {
    frames_.push_back({key_, key_range_, begin, static_cast<std::uint32_t>(members_.size()), true});
  }
  void open_list(std::uint32_t begin) {
    frames_.push_back({key_, key_range_, begin, static_cast<std::uint32_t>(items_.size()), false});
  }

  // The members of the innermost open map so far. Requires: in_map().
  std::span<const Member> members() const { return std::span<const Member>(members_).subspan(frames_.back().first); }
  void replace_members(std::span<const Member> members) {
    members_.resize(frames_.back().first);
    members_.insert(members_.end(), members.begin(), members.end());
  }

  // Close the innermost container; the node still has to be added.
  Node close_map(std::uint32_t end) {
    duplicates_.note(members(), document_.file, document_.notes);
    Node map = Node::map(document_.arena.store(members()), {begin(), end});
    members_.resize(frames_.back().first);
    pop();
    return map;
  }
  Node close_list(std::uint32_t end) {
    std::uint32_t first = frames_.back().first;
    Node list = Node::list(document_.arena.store(std::span<const Node>(items_).subspan(first)), {begin(), end});
    items_.resize(first);
    pop();
    return list;
  }

 private:
  struct Frame {
    std::string_view key;  // under which the container itself stands
    Range key_range;
    std::uint32_t begin;
    std::uint32_t first;  // of its members or items on their stack
    bool is_map;
  };

  void pop() {
    key_ = frames_.back().key;
    key_range_ = frames_.back().key_range;
    frames_.pop_back();
  }

  Document& document_;
  DuplicateKeys duplicates_;
  std::vector<Frame> frames_;
  std::vector<Member> members_;
  std::vector<Node> items_;
  std::string_view key_;
  Range key_range_;
};

}  // namespace demarc
