#pragma once

#include <cstddef>
#include <string_view>

namespace demarc {

// The columns of a terminal that a character or a text takes: wide characters take two, combining and invisible ones none, ill-formed
// bytes one. Requires: the text is printable, without tabs.
// Source: EastAsianWidth.txt and UnicodeData.txt of Unicode 14.0, https://www.unicode.org/reports/tr11/
std::size_t columns_of(char32_t point);
std::size_t columns_of(std::string_view text);

}  // namespace demarc
