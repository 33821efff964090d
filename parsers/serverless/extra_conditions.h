#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "parsers/document/node.h"
#include "parsers/serverless/forge.h"

namespace demarc {

// When something is there: a condition function of the template ({Condition: Name}, {Fn::Not: […]} …), or simply always or never.
class Presence {
 public:
  static Presence always() { return Presence(true); }
  static Presence never() { return Presence(false); }
  static Presence under(const Node& formula) { return Presence(formula); }

  bool is_always() const { return !formula_ && constant_; }
  bool is_never() const { return !formula_ && !constant_; }
  // Requires: neither always nor never.
  const Node& formula() const { return *formula_; }

 private:
  explicit Presence(bool constant) : constant_(constant) {}
  explicit Presence(const Node& formula) : formula_(formula) {}

  bool constant_ = false;
  std::optional<Node> formula_;
};

// Under which conditions of the template a node is something: those of the Fn::Ifs around its parts.
Presence presence_of(const Made& made, Forge& forge);
Presence opposite(const Presence& presence, Forge& forge);
Presence both(const Presence& a, const Presence& b, Forge& forge);
Presence either(const Presence& a, const Presence& b, Forge& forge);
Presence condition_named(const Node& name, Forge& forge);

// The conditions that a rewritten template needs besides its own.
class ExtraConditions {
 public:
  ExtraConditions(const Node* written, Forge& forge);

  // The name of the condition that a value is a word.
  std::string_view equals(const Node& value, std::string_view word);
  // The name under which a formula can be referred to. Requires: neither always nor never.
  std::string_view name_of(const Presence& presence, std::string_view wish, Range range);

  const std::vector<Member>& members() const { return members_; }

 private:
  std::string_view declare(std::string_view wish, const Node& formula, Range range);

  Forge& forge_;
  std::vector<Member> members_;
  std::unordered_set<std::string_view> taken_;
  std::unordered_map<std::string, std::string_view> equal_;  // by what is written and the word
  std::unordered_map<std::string, std::size_t> numbers_;     // of the names that were taken already
};

}  // namespace demarc
