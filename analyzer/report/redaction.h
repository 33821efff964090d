#pragma once

#include <string>
#include <vector>

#include "parsers/text/place.h"
#include "parsers/text/source.h"

namespace demarc {

// Places in order, those that overlap or touch made one.
std::vector<Place> joined(std::vector<Place> places);

// The text of a range as it may be shown: each character of a secret place becomes an asterisk. Requires: secrets are joined.
std::string masked(const SourceFile& file, Range range, const std::vector<Place>& secrets);

}  // namespace demarc
