#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "parsers/cloudformation/parameter_bounds.h"
#include "parsers/graph/condition.h"

namespace demarc {

// Gives the texts that a variable is compared with their classes, in constant time each.
// Requires: the variables belong to a graph that is still being read, and are not constant.
class Classes {
 public:
  // A class of its own for a text, and the value that it stands for.
  std::uint32_t add(const Variable& variable, std::string_view text, const Value& value);

  // The only texts that the variable may have, where they are too many for a class each.
  void allow(const Variable& variable, std::unordered_set<std::string_view> texts);

  // What a deployment takes of texts that have no class yet.
  void bound(const Variable& variable, const ParameterBounds& bounds) { bounds_[&variable] = bounds; }

  // The class of a text, a new one where it may have it and had none. None if the variable can never be that text.
  // `value` is what a new class stands for. From now on the variable is compared.
  std::optional<std::uint32_t> of(const Variable& variable, std::string_view text, const Value& value);

  // Whether anything tells values of the variable apart.
  bool is_compared(const Variable& variable) const { return compared_.contains(&variable); }
  void compare(const Variable& variable) { compared_.insert(&variable); }

  bool may_be(const Variable& variable, std::string_view text) const;

 private:
  std::unordered_map<const Variable*, std::unordered_map<std::string_view, std::uint32_t>> indices_;
  std::unordered_map<const Variable*, std::unordered_set<std::string_view>> allowed_;
  std::unordered_map<const Variable*, ParameterBounds> bounds_;
  std::unordered_set<const Variable*> compared_;
};

}  // namespace demarc
