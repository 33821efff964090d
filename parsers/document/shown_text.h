#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parsers/text/result.h"

namespace demarc {

// A tag in front of a block scalar, where yaml-cpp takes the tag for the begin of a key and the text below it, indented no
// further than the tag, for the text of nobody:
//
//   - !Sub |
//     text
//
// Such tags, but for those in !<>, are hidden from yaml-cpp and given back to the scalar that it finds at `header`.
struct BlockTag {
  std::size_t begin;
  std::size_t end;
  std::size_t header;  // where | or > stands
  bool found = false;  // a scalar was read there: this is a tag and no part of some text
};

// The tag as yaml-cpp says it: "!Sub", "tag:yaml.org,2002:str".
std::string full_tag(std::string_view written);

// What yaml-cpp is shown in place of a text: as long, with what it gets wrong left blank, and with line feeds for carriage
// returns that stand alone, behind which it does not count columns anew.
class ShownText {
 public:
  explicit ShownText(std::string_view text);

  std::string_view text() const { return changed_ ? std::string_view(blank_) : text_; }
  // In order.
  std::vector<BlockTag>& tags() { return tags_; }

  // Learns from a reading of text(), which may have failed. Whether it must be read again, since something was hidden in
  // vain that is part of a text, or since tabs on blank lines have to be hidden.
  bool revise(const std::optional<Error>& error);

 private:
  void hide();

  std::string_view text_;
  std::string blank_;
  std::vector<BlockTag> tags_;
  bool tabs_ = false;  // on blank lines are hidden
  bool changed_ = false;
};

}  // namespace demarc
