#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "parsers/document/node.h"
#include "parsers/serverless/intrinsic.h"
#include "parsers/text/arena.h"

namespace demarc {

// Makes the nodes of a rewritten template, within a budget: what a template writes once, a table may take several times. What is
// made once the budget is spent is empty.
class Forge {
 public:
  explicit Forge(Arena& arena, std::size_t budget = 2'000'000) : arena_(arena), left_(budget) {}

  Node text(std::string_view text, Range range);
  Node list(const std::vector<Node>& items, Range range);
  Node map(const std::vector<Member>& members, Range range);
  // A function in its long form.
  Node call(std::string_view name, const Node& argument, Range range);
  // Something of which nothing is known; `what` is how it is called.
  Node unknown(std::string_view what, Range range);
  std::string_view store(std::string_view text) { return arena_.store(text); }
  Node tagged(const Node& node, std::string_view tag) { return node.tagged(tag, arena_); }
  // The same without its tag.
  static Node untagged(const Node& node);
  const Node* keep(const Node& node) { return arena_.store(node); }

  // Whether more was made than a template can bear.
  bool is_spent() const { return left_ == 0; }

 private:
  void spend(std::size_t nodes) { left_ -= nodes < left_ ? nodes : left_; }

  Arena& arena_;
  std::size_t left_;
};

// What an expression makes of a template: a node or nothing, and the key at which its file writes it, where it does.
struct Made {
  std::optional<Node> node;
  std::optional<Range> key;
};

// An Fn::If with other branches; nothing if both are nothing.
Made chosen(const Branches& branches, const Made& then, const Made& otherwise, Forge& forge);

}  // namespace demarc
