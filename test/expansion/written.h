#pragma once

#include <string>
#include <string_view>

#include "parsers/document/node.h"
#include "parsers/document/read.h"

namespace demarc::test {

// A tree in one line, as flow YAML: {a: [1, "b"], c: !Sub "d"}.
inline std::string written(const Node& node) {
  std::string result = node.tag().empty() ? "" : "!" + std::string(node.tag()) + " ";
  if (node.kind == NodeKind::text) return result + '"' + std::string(node.text()) + '"';
  if (node.is_scalar()) return result + (node.kind == NodeKind::null ? "null" : std::string(node.text()));
  const bool list = node.kind == NodeKind::list;
  result += list ? '[' : '{';
  bool first = true;
  const auto separate = [&] {
    if (!first) result += ", ";
    first = false;
  };
  if (list) {
    for (const Node& item : node.items()) separate(), result += written(item);
  } else {
    for (const Member& member : node.members()) separate(), result += std::string(member.key) + ": " + written(member.value);
  }
  return result + (list ? ']' : '}');
}

}  // namespace demarc::test
