#pragma once

#include <optional>
#include <string_view>

#include "parsers/document/node.h"

namespace demarc {

// Whether a node is an intrinsic function: one with a tag, or a map whose only key is Ref or begins with Fn::.
bool is_intrinsic(const Node& node);

// Its name in the short form: "Ref", "FindInMap". Empty of what is none.
std::string_view intrinsic_name(const Node& node);

// What it is given. Requires: is_intrinsic(node).
const Node& intrinsic_argument(const Node& node);

// The parts of an Fn::If that names its condition.
struct Branches {
  std::string_view condition;
  const Node* then = nullptr;
  const Node* otherwise = nullptr;
  Range range;
};
std::optional<Branches> branches_of(const Node& node);

// Whether there is a node that is a map and no function.
bool is_plain_map(const Node* node);

// null, or a Ref of AWS::NoValue.
bool is_nothing(const Node& node);

// The logical id that a text, Ref or Fn::GetAtt names; empty where that is not known.
std::string_view referent(const Node& node);

}  // namespace demarc
