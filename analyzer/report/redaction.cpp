#include "analyzer/report/redaction.h"

#include <algorithm>
#include <tuple>

namespace demarc {
namespace {

bool continues_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

}  // namespace

std::vector<Place> joined(std::vector<Place> places) {
  std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
    return std::tuple(a.file, a.range.begin, a.range.end) < std::tuple(b.file, b.range.begin, b.range.end);
  });
  std::vector<Place> result;
  for (const Place& place : places) {
    bool joins = !result.empty() && result.back().file == place.file && place.range.begin <= result.back().range.end;
    if (joins) {
      result.back().range.end = std::max(result.back().range.end, place.range.end);
    } else {
      result.push_back(place);
    }
  }
  return result;
}

std::string masked(const SourceFile& file, Range range, const std::vector<Place>& secrets) {
  auto ends_before = [](const Place& place, const Place& sought) {
    return std::tuple(place.file, place.range.end) <= std::tuple(sought.file, sought.range.begin);
  };
  auto secret = std::lower_bound(secrets.begin(), secrets.end(), Place{file.id(), range}, ends_before);
  std::string result;
  for (std::uint32_t at = range.begin; at < range.end && at < file.text().size(); ++at) {
    while (secret != secrets.end() && secret->file == file.id() && secret->range.end <= at) ++secret;
    bool hidden = secret != secrets.end() && secret->file == file.id() && secret->range.begin <= at;
    char byte = file.text()[at];
    if (!hidden) result += byte;
    if (hidden && !continues_character(byte)) result += byte == ' ' ? ' ' : '*';
  }
  return result;
}

}  // namespace demarc
