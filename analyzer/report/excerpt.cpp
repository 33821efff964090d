#include "analyzer/report/excerpt.h"

#include <fmt/format.h>

#include <algorithm>

#include "analyzer/report/escape.h"
#include "analyzer/report/redaction.h"
#include "analyzer/report/region.h"
#include "parsers/text/utf8.h"

namespace demarc {
namespace {

constexpr std::size_t kLongestLine = 200;

struct Block {
  char32_t first, last;
};
constexpr Block kWide[] = {{0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0x4DBF},   {0x4E00, 0xA4CF},   {0xA960, 0xA97F},
                           {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},
                           {0x1F300, 0x1F64F}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}};
constexpr Block kCombining[] = {{0x0300, 0x036F}, {0x200B, 0x200D}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}};

template <std::size_t N>
bool is_in(char32_t point, const Block (&blocks)[N]) {
  return std::any_of(std::begin(blocks), std::end(blocks), [&](const Block& block) { return point >= block.first && point <= block.last; });
}

// Tabs count as the editor's business: each becomes one blank, above and below alike.
std::string without_tabs(std::string text) {
  std::replace(text.begin(), text.end(), '\t', ' ');
  return printable(text);
}

std::string_view code_points(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  while (count-- > 0 && at < text.size()) at += std::max<std::size_t>(utf8_length(text.substr(at, 4)), 1);
  return text.substr(0, at);
}

}  // namespace

std::size_t columns_of(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t length = std::max<std::size_t>(utf8_length(text.substr(at, 4)), 1);
    char32_t point = utf8_length(text.substr(at, 4)) == 0 ? U' ' : utf8_decode(text.substr(at, length));
    columns += is_in(point, kCombining) ? 0 : is_in(point, kWide) ? 2 : 1;
    at += length;
  }
  return columns;
}

std::string excerpt(const SourceFile& file, Range range, const std::vector<Place>& secrets, std::string_view paint, std::string_view plain) {
  Region region = first_line_of(file, range);
  if (file.line(region.begin.line).size() > kLongestLine) return {};
  std::string line = shown_line(file, region.begin.line, secrets);
  std::string before = without_tabs(std::string(code_points(line, region.begin.column - 1)));
  std::string upto = without_tabs(std::string(code_points(line, region.end.column - 1)));
  std::string shown = without_tabs(line);
  while (shown.ends_with(' ')) shown.pop_back();
  if (shown.empty()) return {};
  std::string number = std::to_string(region.begin.line);
  std::string margin(std::max<std::size_t>(number.size(), 5), ' ');
  std::size_t first = columns_of(before);
  std::size_t length = std::max<std::size_t>(columns_of(upto) > first ? columns_of(upto) - first : 1, 1);
  return fmt::format("{:>5} | {}\n{} | {}{}^{}{}\n", number, shown, margin, std::string(first, ' '), paint, std::string(length - 1, '~'), plain);
}

}  // namespace demarc
