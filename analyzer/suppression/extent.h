#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "parsers/document/node.h"
#include "parsers/text/source.h"

namespace demarc {

// What begins on a line: all of the members and items of which the first character stands there, from the begin of the line to
// the end of the last of them. A resource's header thus gives the resource, a dash the item, a plain line itself.
// Requires: root was read from file. One walk, whatever the number of lines.
std::map<std::uint32_t, Range> extents_of(const SourceFile& file, const Node& root, const std::vector<std::uint32_t>& lines);

// A resource of a template: where it is named, up to where the next one begins.
struct ResourceExtent {
  std::string_view name;
  const Node* body = nullptr;
  Range range;
};
std::vector<ResourceExtent> resource_extents(const SourceFile& file, const Node& root);

}  // namespace demarc
