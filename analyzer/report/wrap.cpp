#include "analyzer/report/wrap.h"

#include <algorithm>

#include "analyzer/report/columns.h"

namespace demarc {
namespace {

std::string wrapped_line(std::string_view text, std::size_t indent, std::size_t width) {
  std::string result(std::min(text.find_first_not_of(' '), text.size()), ' ');
  std::size_t column = indent + result.size();
  bool first = true;
  for (std::size_t at = result.size(); at < text.size();) {
    std::size_t end = std::min(text.find(' ', at), text.size());
    std::string_view word = text.substr(at, end - at);
    std::size_t size = columns_of(word);
    if (!first && column + 1 + size > width) {
      result += '\n' + std::string(indent, ' ');
      column = indent;
    } else if (!first) {
      result += ' ';
      ++column;
    }
    result += word;
    column += size;
    first = false;
    at = end + 1;
  }
  return result;
}

}  // namespace

std::string wrapped(std::string_view text, std::size_t indent, std::size_t width) {
  while (text.ends_with('\n')) text.remove_suffix(1);
  std::string result;
  while (true) {
    std::size_t end = text.find('\n');
    result += wrapped_line(text.substr(0, end), indent, width);
    if (end == std::string_view::npos) return result;
    result += '\n' + std::string(indent, ' ');
    text.remove_prefix(end + 1);
  }
}

}  // namespace demarc
