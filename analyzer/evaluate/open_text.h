#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "parsers/graph/truth.h"
#include "parsers/graph/value.h"

namespace demarc {

// A text of which parts are open, as a row of symbols: bytes, and signs for what may stand there. Partly known texts have
// holes; patterns have `*` and `?`.
class OpenText {
 public:
  using Symbol = std::uint16_t;
  static constexpr Symbol kHole = 256;       // any text, not known which
  static constexpr Symbol kAnything = 257;   // `*`: whatever the text is
  static constexpr Symbol kCharacter = 258;  // `?`

  void add(std::string_view literal);
  void add(Symbol symbol) { symbols_.push_back(symbol); }
  void add_glob(std::string_view glob);  // `*` and `?` have their meaning
  void add_value(const Value& value);    // a scalar, or a partial text with its holes; a hole for anything else

  bool has_hole() const;
  void fold_case();  // for comparisons that ignore the case of ASCII letters

  const std::vector<Symbol>& symbols() const { return symbols_; }

 private:
  std::vector<Symbol> symbols_;
};

// Whether a text matches a pattern: yes if it does whatever fills the holes of both, no if no filling makes it match.
// What is too long to be decided in a short time is unknown.
Truth matches(const OpenText& text, const OpenText& pattern);

}  // namespace demarc
