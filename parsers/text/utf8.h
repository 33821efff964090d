#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace demarc {

// The number of bytes of the well-formed character at the begin of text, 0 if it begins with none.
// Follows the Unicode Standard 15.0, table 3-7: no overlong forms, no surrogates, nothing past U+10FFFF.
std::size_t utf8_length(std::string_view text);

// Where the first byte stands that is not part of a well-formed character; npos if there is none.
std::size_t find_ill_formed(std::string_view text);

// The code point at the begin of text. Requires: utf8_length(text) > 0.
char32_t utf8_decode(std::string_view text);

// Requires: code_point is no surrogate and at most U+10FFFF.
void utf8_append(std::string& text, char32_t code_point);

}  // namespace demarc
