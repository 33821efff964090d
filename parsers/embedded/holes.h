#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "parsers/graph/value.h"
#include "parsers/text/arena.h"

namespace demarc {

// A partly known text made readable: each hole becomes a placeholder, its number between two code points of private use
// that do not occur in the text, and is found again in the texts that were read out of it.
class Holes {
 public:
  // Nothing if the text uses all code points of private use.
  static std::optional<Holes> fill(std::span<const Piece> pieces);

  // The text with placeholders. In JSON those that stand outside of strings are in quotes.
  const std::string& text() const { return text_; }
  // Where the placeholders stand, quotes included.
  const std::vector<Range>& spans() const { return spans_; }

  // A text that was read: the hole itself where it is nothing else, else a text or partial text.
  // Requires: read outlives the value.
  Value restore(std::string_view read, Place place, Arena& arena) const;

  // A key that was read, with ${Name} in place of a hole.
  std::string_view name(std::string_view key, Arena& arena) const;

 private:
  const Value* placeholder(std::string_view read, std::size_t at, std::size_t& length) const;
  std::vector<Piece> split(std::string_view read) const;
  void add_literal(std::string_view literal, bool json);
  void add_hole(const Value* hole, bool json);

  std::string mark_;  // the code point, as UTF-8
  std::string text_;
  std::vector<Range> spans_;
  std::vector<const Value*> values_;
  bool in_string_ = false;
  bool escaped_ = false;
};

}  // namespace demarc
