#include "analyzer/evaluate/part.h"

#include <algorithm>
#include <tuple>

namespace demarc {
namespace {

std::uint32_t begin_of(const Part& part) { return std::min(part.name.range.begin, part.body.range.begin); }
std::uint32_t end_of(const Part& part) { return std::max(part.name.range.end, part.body.range.end); }

}  // namespace

const Part* part_at(const Resource& resource, const Place& place) {
  auto after = std::upper_bound(resource.parts.begin(), resource.parts.end(), place, [](const Place& sought, const Part& part) {
    return std::tuple(sought.file, sought.range.begin) < std::tuple(part.name.file, begin_of(part));
  });
  if (after == resource.parts.begin()) return nullptr;
  const Part& part = *std::prev(after);
  bool inside = part.name.file == place.file && begin_of(part) <= place.range.begin && place.range.end <= end_of(part);
  return inside ? &part : nullptr;
}

void sort_parts(Resource& resource) {
  std::sort(resource.parts.begin(), resource.parts.end(), [](const Part& a, const Part& b) {
    return std::tuple(a.name.file, begin_of(a), a.address) < std::tuple(b.name.file, begin_of(b), b.address);
  });
}

}  // namespace demarc
