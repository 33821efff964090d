#include "parsers/document/shown_text.h"

#include <algorithm>

#include "parsers/document/yaml_extent.h"

namespace demarc {
namespace {

constexpr std::string_view kBreaks = "\r\n";

bool is_break(char c) { return kBreaks.find(c) != std::string_view::npos; }

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
    if (!is_break(text[first])) return first - line <= column;
    line = first;
  }
  return false;
}

// What may be such tags.
std::vector<BlockTag> find_block_tags(std::string_view text) {
  std::vector<BlockTag> tags;
  std::size_t end = 0;
  for (std::size_t at = text.find('!'); at != std::string_view::npos; at = text.find('!', end)) {
    end = tag_end(text, at);
    std::size_t header = skip(text, end, " \t");
    if (header == text.size() || (text[header] != '|' && text[header] != '>')) continue;
    std::size_t behind = skip(text, header + 1, "+-123456789");
    bool explicit_indentation = text.substr(header, behind - header).find_first_of("123456789") != std::string_view::npos;
    std::size_t rest = skip(text, behind, " \t");
    bool header_ends = rest == text.size() || is_break(text[rest]) || text[rest] == '#';
    if (!header_ends || text[at + 1] == '<') continue;
    std::size_t column = column_of_first(text, at);
    if (column == std::string_view::npos) continue;
    if (explicit_indentation || is_shallow(text, rest, column)) tags.push_back({at, end, header});
  }
  return tags;
}

// Whether a line holds nothing but white space from `first` on.
bool ends_line(std::string_view text, std::size_t first) {
  std::size_t end = skip(text, first, " \t");
  return end == text.size() || is_break(text[end]);
}

// The first carriage return from `at` on that no line feed follows.
std::size_t find_lone_return(std::string_view text, std::size_t at) {
  at = text.find('\r', at);
  while (at != std::string_view::npos && text.substr(at + 1, 1) == "\n") at = text.find('\r', at + 1);
  return at;
}

void replace_lone_returns(std::string& text) {
  for (std::size_t at = find_lone_return(text, 0); at != std::string::npos; at = find_lone_return(text, at)) text[at] = '\n';
}

// Replaces the tabs of lines that hold nothing but white space.
void blank_tabs(std::string& text) {
  for (std::size_t line = 0; line < text.size();) {
    std::size_t first = skip(text, line, " \t");
    bool blank = first == text.size() || is_break(text[first]);
    if (blank)
      std::fill(text.begin() + static_cast<std::ptrdiff_t>(line), text.begin() + static_cast<std::ptrdiff_t>(first), ' ');
    std::size_t end = std::min(text.find_first_of(kBreaks, first), text.size());
    line = skip(text, end, kBreaks);
  }
}

}  // namespace

std::string full_tag(std::string_view written) {
  if (written.starts_with("!!")) return "tag:yaml.org,2002:" + std::string(written.substr(2));
  return std::string(written);
}

ShownText::ShownText(std::string_view text) : text_(text), tags_(find_block_tags(text)) {
  if (!tags_.empty() || find_lone_return(text, 0) != std::string_view::npos) hide();
}

void ShownText::hide() {
  blank_ = text_;
  for (const BlockTag& tag : tags_)
    std::fill_n(blank_.begin() + static_cast<std::ptrdiff_t>(tag.begin), tag.end - tag.begin, ' ');
  replace_lone_returns(blank_);
  if (tabs_) blank_tabs(blank_);
  changed_ = true;
}

bool ShownText::revise(const std::optional<Error>& error) {
  std::size_t before = tags_.size();
  bool tab = error && error->range && text_.substr(error->range->begin, 1) == "\t" && ends_line(text_, error->range->begin);
  if (tab && !tabs_) {
    tabs_ = true;
  } else if (!error) {
    std::erase_if(tags_, [](const BlockTag& tag) { return !tag.found; });
    if (tags_.size() == before) return false;
  } else {
    return false;
  }
  hide();
  return true;
}

}  // namespace demarc
