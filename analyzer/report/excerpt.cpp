#include "analyzer/report/excerpt.h"

#include <fmt/format.h>

#include <algorithm>

#include "analyzer/report/columns.h"
#include "analyzer/report/escape.h"
#include "analyzer/report/redaction.h"
#include "analyzer/report/region.h"
#include "parsers/text/utf8.h"

namespace demarc {
namespace {

constexpr std::size_t kLeast = 20;               // columns of a line that are shown in the narrowest terminal
constexpr std::uint32_t kBytesAround = 2'000;    // of a line of megabytes no more than these are looked at

// One character as it is shown.
struct Cell {
  std::string text;
  std::size_t columns = 0;
};

void append_cells(std::vector<Cell>& cells, std::string_view text) {
  while (!text.empty()) {
    std::size_t length = std::max<std::size_t>(utf8_length(text.substr(0, 4)), 1);
    std::string shown = text[0] == '\t' ? " " : printable(text.substr(0, length));
    cells.push_back({shown, columns_of(shown)});
    text.remove_prefix(length);
  }
}

// Where characters make a command only together.
void break_commands(std::vector<Cell>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].text != "#") continue;
    std::string text;
    for (std::size_t j = i; j < std::min(i + 6, cells.size()); ++j) text += cells[j].text;
    if (begins_command(text)) cells[i] = {"\\u{23}", 6};
  }
}

std::size_t columns_in(const std::vector<Cell>& cells, std::size_t first, std::size_t last) {
  std::size_t columns = 0;
  for (std::size_t i = first; i < last; ++i) columns += cells[i].columns;
  return columns;
}

// A line of cells of which some are marked, and what is left of it when it is cut.
struct Line {
  std::vector<Cell> cells;
  std::size_t marked_begin = 0, marked_end = 0;
  std::size_t begin = 0, end = 0;
  bool cut_before = false, cut_behind = false;
};

bool continues_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

Line line_of(const SourceFile& file, Range range, const std::vector<Place>& secrets) {
  std::uint32_t number = file.position(range.begin).line;
  std::uint32_t line_begin = file.line_begin(number);
  auto line_end = line_begin + static_cast<std::uint32_t>(file.line(number).size());
  range = {std::min(range.begin, line_end), std::min(range.end, line_end)};
  range.end = std::max(range.begin, range.end);
  std::uint32_t begin = std::max(line_begin, range.begin - std::min(range.begin, kBytesAround));
  std::uint32_t end = std::min(line_end, range.begin + kBytesAround);
  while (begin < end && begin > line_begin && continues_character(file.text()[begin])) ++begin;
  while (end < line_end && continues_character(file.text()[end])) ++end;
  Line line;
  append_cells(line.cells, masked(file, {begin, range.begin}, secrets));
  line.marked_begin = line.cells.size();
  append_cells(line.cells, masked(file, {range.begin, std::min(range.end, end)}, secrets));
  line.marked_end = line.cells.size();
  append_cells(line.cells, masked(file, {std::min(range.end, end), end}, secrets));
  break_commands(line.cells);
  line.cut_before = begin > line_begin;
  line.cut_behind = end < line_end;
  return line;
}

void drop_blanks_behind(Line& line) {
  while (!line.cells.empty() && line.cells.back().text == " ") line.cells.pop_back();
  line.marked_begin = std::min(line.marked_begin, line.cells.size());
  line.marked_end = std::min(line.marked_end, line.cells.size());
}

// Leaves so much of the line that it fits: the marked begin with some of what stands before it.
void cut(Line& line, std::size_t room) {
  line.end = line.cells.size();
  if (columns_in(line.cells, 0, line.end) <= room && !line.cut_before && !line.cut_behind) return;
  room = std::max(room, kLeast) - 2;  // an ellipsis on either side
  std::size_t marked = std::min(columns_in(line.cells, line.marked_begin, line.marked_end), room);
  std::size_t before = std::max(room / 4, (room - marked) / 2);
  line.begin = line.marked_begin;
  for (std::size_t taken = 0; line.begin > 0 && taken + line.cells[line.begin - 1].columns <= before; --line.begin) {
    taken += line.cells[line.begin - 1].columns;
  }
  std::size_t taken = 0;
  for (line.end = line.begin; line.end < line.cells.size() && taken + line.cells[line.end].columns <= room; ++line.end) {
    taken += line.cells[line.end].columns;
  }
  for (; line.end == line.cells.size() && line.begin > 0 && taken + line.cells[line.begin - 1].columns <= room; --line.begin) {
    taken += line.cells[line.begin - 1].columns;
  }
  line.cut_before = line.cut_before || line.begin > 0;
  line.cut_behind = line.cut_behind || line.end < line.cells.size();
}

}  // namespace

std::string excerpt(const SourceFile& file, Range range, const std::vector<Place>& secrets, const Excerpt& how) {
  Line line = line_of(file, range, secrets);
  drop_blanks_behind(line);
  if (line.cells.empty()) return {};
  std::string number = fmt::format("{:>5} | ", file.position(range.begin).line);
  cut(line, how.width > number.size() ? how.width - number.size() : 0);
  std::string text = line.cut_before ? "…" : "";
  for (std::size_t i = line.begin; i < line.end; ++i) text += line.cells[i].text;
  if (line.cut_behind) text += "…";
  std::size_t first = (line.cut_before ? 1 : 0) + columns_in(line.cells, line.begin, std::min(line.marked_begin, line.end));
  std::size_t marked_end = std::max(line.marked_begin, std::min(line.marked_end, line.end));
  std::size_t length = std::max<std::size_t>(columns_in(line.cells, line.marked_begin, marked_end), 1);
  return fmt::format("{}{}\n{}| {}{}^{}{}\n", number, text, std::string(number.size() - 2, ' '), std::string(first, ' '), how.paint,
                     std::string(length - 1, '~'), how.plain);
}

}  // namespace demarc
