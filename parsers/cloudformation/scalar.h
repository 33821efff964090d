#pragma once

#include <string_view>

#include "parsers/document/node.h"

namespace demarc {

// The text that CloudFormation makes of a scalar where it wants a string: true and True are "true". Requires: node is a scalar.
inline std::string_view scalar_text(const Node& node) {
  if (node.kind == NodeKind::boolean) return node.truth ? "true" : "false";
  return node.text();
}

}  // namespace demarc
