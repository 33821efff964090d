#pragma once

#include <string_view>
#include <vector>

#include "parsers/text/place.h"

namespace demarc {

enum class HclToken : std::uint8_t {
  identifier,
  number,
  text,     // "…" with everything inside, or a heredoc from << to its end mark
  open,     // { [ (
  close,    // } ] )
  equals,   // = or :
  comma,
  newline,
  other,    // operators, and what belongs to no language
  end
};

struct HclLexeme {
  HclToken token = HclToken::end;
  Range range;
};

// Cuts HCL into lexemes. Comments are set aside; templates inside of quotes are one lexeme, however deep they nest.
// A quote or comment that is not closed goes on to the end of the text.
// https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
class HclLexer {
 public:
  // Requires: text outlives the lexer and is shorter than 4 GiB; limit <= text.size().
  HclLexer(std::string_view text, std::uint32_t begin, std::uint32_t limit) : text_(text.substr(0, limit)), at_(begin) {}

  HclLexeme next();

  std::vector<Range> comments;

 private:
  bool skip_comment();
  std::uint32_t end_of_line(std::uint32_t from) const;
  std::uint32_t end_of_quoted() const;
  std::uint32_t end_of_heredoc() const;
  std::uint32_t end_of_word() const;
  std::uint32_t end_of_number() const;
  char at(std::size_t offset) const { return offset < text_.size() ? text_[offset] : '\0'; }

  std::string_view text_;
  std::uint32_t at_;
};

}  // namespace demarc
