#include "parsers/document/block_tags.h"

#include <algorithm>

#include "parsers/document/yaml_extent.h"

namespace demarc {
namespace {

constexpr std::string_view kBreaks = "\r\n";

std::size_t skip(std::string_view text, std::size_t at, std::string_view characters) {
  return std::min(text.find_first_not_of(characters, at), text.size());
}

// The column of a tag that stands first on its line or behind the dashes of list items, npos elsewhere.
std::size_t column_of_first(std::string_view text, std::size_t at) {
  std::size_t before = at == 0 ? std::string_view::npos : text.find_last_of(kBreaks, at - 1);
  std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  return skip(text, begin, " -?") == at ? at - begin : std::string_view::npos;
}

// Whether the text that follows the line of a header is indented no further than `column`.
bool is_shallow(std::string_view text, std::size_t header, std::size_t column) {
  std::size_t line = std::min(text.find_first_of(kBreaks, header), text.size());
  while (line < text.size()) {
    line = skip(text, line, kBreaks);
    std::size_t first = skip(text, line, " ");
    if (first == text.size()) return false;
    if (kBreaks.find(text[first]) == std::string_view::npos) return first - line <= column;
    line = first;
  }
  return false;
}

}  // namespace

std::vector<BlockTag> find_block_tags(std::string_view text) {
  std::vector<BlockTag> tags;
  for (std::size_t at = text.find('!'); at != std::string_view::npos; at = text.find('!', at + 1)) {
    std::size_t end = tag_end(text, at);
    std::size_t header = skip(text, end, " \t");
    if (header == text.size() || (text[header] != '|' && text[header] != '>')) continue;
    std::size_t behind = skip(text, header + 1, "+-123456789");
    bool explicit_indentation = text.substr(header, behind - header).find_first_of("123456789") != std::string_view::npos;
    std::size_t rest = skip(text, behind, " \t");
    bool header_ends = rest == text.size() || kBreaks.find(text[rest]) != std::string_view::npos || text[rest] == '#';
    std::size_t column = column_of_first(text, at);
    if (!header_ends || column == std::string_view::npos) continue;
    if (explicit_indentation || is_shallow(text, rest, column)) tags.push_back({at, end, header});
  }
  return tags;
}

std::string without_tags(std::string_view text, const std::vector<BlockTag>& tags) {
  std::string blank(text);
  for (const BlockTag& tag : tags) std::fill_n(blank.begin() + static_cast<std::ptrdiff_t>(tag.begin), tag.end - tag.begin, ' ');
  return blank;
}

std::string full_tag(std::string_view written) {
  if (written.starts_with("!<")) return std::string(written.substr(2, written.size() - 3));
  if (written.starts_with("!!")) return "tag:yaml.org,2002:" + std::string(written.substr(2));
  return std::string(written);
}

}  // namespace demarc
