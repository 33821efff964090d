#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parsers/text/place.h"
#include "parsers/text/source.h"

namespace demarc {

// The source line of a place with a caret under it, secrets masked; empty for a line too long to be read by people.
//     14 |       AccessControl: PublicRead
//        |       ^~~~~~~~~~~~~~~~~~~~~~~~~
// `paint` and `plain` stand around the caret: the escape sequences of a terminal, or nothing.
std::string excerpt(const SourceFile& file, Range range, const std::vector<Place>& secrets, std::string_view paint, std::string_view plain);

// The columns of a terminal that a text takes: wide characters take two, combining ones none.
// Source: https://www.unicode.org/reports/tr11/ (ranges of East Asian wide characters, abridged to blocks)
std::size_t columns_of(std::string_view text);

}  // namespace demarc
