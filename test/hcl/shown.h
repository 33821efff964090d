#pragma once

#include <string>

#include "parsers/hcl/read.h"

namespace demarc {

// A file's blocks, attributes, comments and notes, one a line, each with its lines and columns.
std::string show(const HclFile& hcl, const SourceFile& file);

// What stands at a range, as "line:column text"; of several lines the first.
std::string show_at(const SourceFile& file, Range range);

}  // namespace demarc
