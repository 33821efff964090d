#include "analyzer/report/region.h"

#include <algorithm>

namespace demarc {

Region region_of(const SourceFile& file, Range range) {
  return {file.position(range.begin), file.position(std::max(range.begin, range.end))};
}

Region first_line_of(const SourceFile& file, Range range) {
  Region region = region_of(file, range);
  if (region.end.line == region.begin.line) return region;
  auto end = file.line_begin(region.begin.line) + static_cast<std::uint32_t>(file.line(region.begin.line).size());
  region.end = file.position(end);
  return region;
}

}  // namespace demarc
