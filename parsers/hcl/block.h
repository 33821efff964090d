#pragma once

#include <string_view>
#include <vector>

#include "parsers/document/node.h"
#include "parsers/text/note.h"
#include "parsers/text/place.h"

namespace demarc {

// `name = expression`.
struct HclAttribute {
  std::string_view name;
  Range name_range;
  Range value;                 // of the expression
  const Node* node = nullptr;  // the value, of a file in JSON syntax
};

// `type "label" … { … }`, or a file as a whole (no type). Views into the file's text.
// In JSON syntax whether a member is an attribute or a block is for the provider's schema to say: it is an attribute.
struct HclBlock {
  std::string_view type;
  std::vector<std::string_view> labels;
  Range header;  // from the type to the last label; in JSON syntax the key
  Range range;   // with the body
  std::vector<HclAttribute> attributes;
  std::vector<HclBlock> blocks;
};

// One Terraform source file, as far as its structure goes: expressions are kept as ranges.
struct HclFile {
  FileId file = 0;
  HclBlock root;
  std::vector<Range> comments;  // each with its mark, without the line break
  std::vector<Note> notes;      // what could not be read; what stands before and behind it was
  Arena arena;                  // of nodes, in JSON syntax
};

}  // namespace demarc
