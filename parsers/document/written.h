#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "parsers/text/place.h"

namespace demarc {

// Leads from the bytes of a text back to the string that stands for it in a YAML or JSON file: through quotes, escapes,
// folded lines, indentation, and the ${Name} of substitutions.
class Written {
 public:
  // `raw` is the string as written: tags, anchors, quotes and the header of a block scalar included. `holes` are the spans
  // of the text that raw writes as ${Name} or {{name}}, in order; a ${Name} that is no hole may stand for any text.
  // Nothing if raw does not say what text says.
  static std::optional<Written> align(std::string_view text, std::string_view raw, std::span<const Range> holes = {});

  // The bytes of raw that say the bytes of text.
  Range locate(Range range) const;

 private:
  friend class Aligner;

  struct Piece {
    std::uint32_t text;
    std::uint32_t size;
    std::uint32_t raw;
    std::uint32_t raw_size;
    bool whole;  // its bytes have no places of their own: an escape, a substitution
  };

  std::vector<Piece>::const_iterator piece_at(std::uint32_t offset) const;

  std::vector<Piece> pieces_;  // in order; white space may lie between
};

}  // namespace demarc
