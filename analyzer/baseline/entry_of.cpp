#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "analyzer/baseline/baseline.h"

namespace demarc {
namespace {

constexpr std::size_t kLongest = 100;  // bytes of a value that is kept whole
constexpr std::size_t kKept = 60;      // of a longer one

// FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/
std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (char c : text) hash = (hash ^ static_cast<std::uint8_t>(c)) * 0x100000001b3;
  return hash;
}

std::string folded(std::string_view text) {
  std::string result;
  bool blank = false;
  for (char c : text) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      blank = !result.empty();
      continue;
    }
    if (blank) result.push_back(' ');
    blank = false;
    result.push_back(c);
  }
  return result;
}

std::string shortened(const std::string& text) {
  if (text.size() <= kLongest) return text;
  std::size_t end = kKept;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return fmt::format("{}… {:016x}", text.substr(0, end), hash_of(text));
}

bool holds_secret(const Place& place, const std::vector<Place>& secrets) {
  auto key = [](const Place& one) { return std::tuple(one.file, one.range.begin); };
  auto after = std::upper_bound(secrets.begin(), secrets.end(), std::tuple(place.file, place.range.end),
                                [&](const auto& sought, const Place& secret) { return sought < key(secret); });
  if (after == secrets.begin()) return false;
  const Place& secret = *std::prev(after);
  return secret.file == place.file && secret.range.end > place.range.begin;
}

std::string value_of(const Finding& finding, const FindingSources& sources) {
  if (finding.place.file >= sources.sources->size()) return {};
  if (finding.policy->category == Category::secrets) return "(secret)";
  if (sources.secrets && holds_secret(finding.place, *sources.secrets)) return "(secret)";
  std::string_view text = (*sources.sources)[finding.place.file].text();
  Range range = finding.place.range;
  if (range.end > text.size() || range.begin > range.end) return {};
  return shortened(folded(text.substr(range.begin, range.end - range.begin)));
}

// "ingress[0].cidr_blocks[1]" → "ingress[].cidr_blocks[]": a member that moves stays the same.
std::string without_positions(std::string_view path) {
  std::string result;
  for (std::size_t at = 0; at < path.size(); ++at) {
    result.push_back(path[at]);
    if (path[at] != '[') continue;
    std::size_t close = path.find(']', at);
    std::string_view index = path.substr(at + 1, close == std::string_view::npos ? 0 : close - at - 1);
    bool position = !index.empty() && index.find_first_not_of("0123456789") == std::string_view::npos;
    if (position) at += index.size();
  }
  return result;
}

}  // namespace

BaselineEntry entry_of(const Finding& finding, const FindingSources& sources) {
  BaselineEntry entry;
  entry.resource = finding.address;
  entry.policy = finding.policy->id;
  entry.unknown = finding.verdict == Verdict::unknown;
  if (finding.resource == nullptr) return entry;  // the deployment: where it is shown says nothing
  if (finding.place.file < sources.paths->size()) entry.file = (*sources.paths)[finding.place.file];
  entry.path = without_positions(finding.path);
  entry.value = value_of(finding, sources);
  return entry;
}

}  // namespace demarc
