#pragma once

#include <optional>
#include <string_view>

#include "parsers/document/node.h"

namespace demarc {

// An intrinsic function as a template writes it: `!Sub text` or `{"Fn::Sub": "text"}`.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
struct Call {
  std::string_view name;  // in its long form: "Fn::Sub", "Ref", "Condition"; of a tag that is none of them the tag
  const Node* argument = nullptr;
  bool tagged = false;  // short form: the argument is the call itself, its tag left aside
};

// The call that a node is: one with a local tag, or a map whose only key is Ref or begins with Fn::. Loops
// (Fn::ForEach::Name) are none.
std::optional<Call> call_of(const Node& node);

// The same without a look at the node's tag.
std::optional<Call> long_call_of(const Node& node);

}  // namespace demarc
