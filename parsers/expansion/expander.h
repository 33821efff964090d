#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parsers/expansion/loop.h"

namespace demarc {

// Copies parts of a template with their loops expanded.
class Expander {
 public:
  // Where a map stands: its members are resources, outputs or conditions, or it is part of one.
  enum class Level { resources, outputs, conditions, inside };

  Expander(Document& document, const LoopContext& context) : document_(document), context_(context) {}

  Node section(const Node& map, Level level);

  void note(std::string kind, std::string message, Range range);

  // The keys of loops that may make more than what is there.
  std::vector<std::string_view> open_loops;

 private:
  struct Binding {
    std::string_view identifier;
    LoopItem item;
  };
  // A loop as it is written.
  struct Loop {
    const Member* member;
    std::string_view identifier;
    const Node* collection;
    const Node* fragment;
  };
  // Names of resources, attributes and conditions keep ${Identifier} where it is not known.
  enum class Use { value, name };

  std::optional<Loop> loop_of(const Member& member);
  // `guard` is the condition under which the members of a fragment are made; empty: always.
  void members(const Node& map, Level level, std::string_view guard, std::vector<Member>& out);
  void expand(const Member& member, Level level, std::string_view guard, std::vector<Member>& out);
  void expand_within_budget(const Loop& loop, Level level, std::vector<Member>& out);
  void rounds(const Loop& loop, Level level, std::string_view guard, std::vector<Member>& out);
  Collection collect(const Loop& loop);
  Collection any_item(const Loop& loop) const;
  void keep(const Member& member, std::vector<Member>& out);
  Node guarded(const Node& value, Level level, std::string_view guard);
  std::string_view both(std::string_view a, std::string_view b) const;
  Node only_if(std::string_view guard, const Node& value);
  Node conditional(std::string_view guard, const Node& value);
  void note_repeated(const std::vector<Member>& made);

  Node copy_member(const Member& member, Level level);
  Node copy(const Node& node, Use use);
  Node copy_scalar(const Node& node, Use use);
  Node copy_map(const Node& node, Use use);
  Node copy_sub(const Node& argument, Use use);
  // `first` is the use of the first item.
  std::vector<Node> copy_items(const Node& list, Use first, Use others);
  const Binding* binding(std::string_view identifier) const;
  const Binding* mention(const Node& node) const;
  std::string_view replaced(std::string_view text, Use use) const;
  std::vector<const Binding*> unknown_in(std::string_view text) const;
  Node definitions(const std::vector<const Binding*>& unknown, const Node* more);
  Node retagged(Node node, const Node& like);
  bool spent() const;

  Document& document_;
  const LoopContext& context_;
  std::vector<Binding> bindings_;
  std::size_t made_ = 0;       // values
  bool one_round_ = false;     // no loop is run more than once
};

// A text, at a place.
inline Node text_node(std::string_view text, Range range) { return Node::scalar(NodeKind::text, text, range); }

}  // namespace demarc
