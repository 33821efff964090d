#include "analyzer/report/wrap.h"

#include <algorithm>

#include "analyzer/report/excerpt.h"

namespace demarc {

std::string wrapped(std::string_view text, std::size_t indent, std::size_t width) {
  std::string result;
  std::size_t column = indent;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = std::min(text.find(' ', at), text.size());
    std::string_view word = text.substr(at, end - at);
    std::size_t size = columns_of(word);
    if (column > indent && column + 1 + size > width) {
      result += '\n' + std::string(indent, ' ');
      column = indent;
    } else if (column > indent) {
      result += ' ';
      ++column;
    }
    result += word;
    column += size;
    at = end + 1;
  }
  return result;
}

}  // namespace demarc
