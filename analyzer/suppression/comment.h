#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "parsers/document/node.h"
#include "parsers/text/source.h"

namespace demarc {

// A comment of a YAML file.
struct Comment {
  Range range;             // from its `#` to the end of the line
  std::string_view text;   // without `#`s and blanks around it
  std::uint32_t line = 0;  // that it speaks of: its own, or, where it stands alone, the next one with something on it
};

// The comments that begin with one of the words, in order. A `#` inside a key, a text or a block scalar begins none.
// Requires: root was read from file.
std::vector<Comment> comments_of(const SourceFile& file, const Node& root, std::span<const std::string_view> words);

}  // namespace demarc
