#pragma once

#include <string>
#include <string_view>

namespace demarc {

// Words of a text on lines of at most `width` columns, each but the first behind `indent` blanks; the first one's indent is written
// already. A word that is wider has a line of its own; a line break of the text stays one, and so do the blanks behind it.
// No line break at the end.
std::string wrapped(std::string_view text, std::size_t indent, std::size_t width);

}  // namespace demarc
