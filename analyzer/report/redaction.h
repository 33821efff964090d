#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parsers/text/place.h"
#include "parsers/text/source.h"

namespace demarc {

// A line of a source file as it may be shown: every byte of a secret place becomes an asterisk, one a character.
// Requires: secrets are sorted by file and begin.
std::string shown_line(const SourceFile& file, std::uint32_t line, const std::vector<Place>& secrets);

}  // namespace demarc
