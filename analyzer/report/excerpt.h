#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "parsers/text/place.h"
#include "parsers/text/source.h"

namespace demarc {

struct Excerpt {
  std::size_t width = 80;          // columns of the terminal: a longer line is cut around the place
  std::string_view paint, plain;   // stand around the caret: the escape sequences of a terminal, or nothing
};

// The source line of a place with a caret under it, secrets masked; empty for an empty line.
//     14 |       AccessControl: PublicRead
//        |       ^~~~~~~~~~~~~~~~~~~~~~~~~
// A tab takes one column. Requires: secrets are joined.
std::string excerpt(const SourceFile& file, Range range, const std::vector<Place>& secrets, const Excerpt& how);

}  // namespace demarc
