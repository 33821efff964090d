#pragma once

#include <cstdint>

#include "parsers/text/place.h"
#include "parsers/text/source.h"

namespace demarc {

// A place as reports count it: lines and columns from 1, the end column behind the last character.
struct Region {
  Position begin;
  Position end;
};

Region region_of(const SourceFile& file, Range range);

// What a finding's line shows: a value that spans lines is cut at the end of its first, so that editors and pull requests
// mark one line.
Region first_line_of(const SourceFile& file, Range range);

}  // namespace demarc
