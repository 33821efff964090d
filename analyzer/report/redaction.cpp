#include "analyzer/report/redaction.h"

#include <algorithm>

namespace demarc {

std::string shown_line(const SourceFile& file, std::uint32_t line, const std::vector<Place>& secrets) {
  std::string_view text = file.line(line);
  std::uint32_t begin = file.line_begin(line);
  std::vector<bool> secret(text.size(), false);
  for (const Place& place : secrets) {
    if (place.file != file.id() || place.range.end <= begin || place.range.begin >= begin + text.size()) continue;
    std::size_t first = place.range.begin > begin ? place.range.begin - begin : 0;
    std::size_t last = std::min<std::size_t>(place.range.end - begin, text.size());
    std::fill(secret.begin() + static_cast<std::ptrdiff_t>(first), secret.begin() + static_cast<std::ptrdiff_t>(last), true);
  }
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    bool continues = (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
    if (!secret[at]) result += text[at];
    if (secret[at] && !continues) result += text[at] == ' ' ? ' ' : '*';
  }
  return result;
}

}  // namespace demarc
