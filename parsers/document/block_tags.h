#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace demarc {

// A tag in front of a block scalar, where yaml-cpp takes the tag for the begin of a key and the text below it, indented no
// further than the tag, for the text of nobody:
//
//   - !Sub |
//     text
//
// Such tags are hidden from yaml-cpp and given back to the scalar that it finds at `header`.
struct BlockTag {
  std::size_t begin;
  std::size_t end;
  std::size_t header;  // where | or > stands
  bool found = false;  // a scalar was read there: this is a tag and no part of some text
};

// What may be such tags, in order.
std::vector<BlockTag> find_block_tags(std::string_view text);

// The text with these tags blank.
std::string without_tags(std::string_view text, const std::vector<BlockTag>& tags);

// The tag as yaml-cpp says it: "!Sub", "tag:yaml.org,2002:str".
std::string full_tag(std::string_view written);

}  // namespace demarc
