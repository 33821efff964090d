#include "analyzer/report/json_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "analyzer/report/escape.h"
#include "parsers/text/utf8.h"

namespace demarc {
namespace {

void append_escaped(std::string& text, char32_t point) {
  if (point >= 0x10000) {
    text += fmt::format("\\u{:04x}", 0xD7C0 + (static_cast<unsigned>(point) >> 10));
    point = 0xDC00 + (point & 0x3FF);
  }
  text += fmt::format("\\u{:04x}", static_cast<unsigned>(point));
}

}  // namespace

// Outside strings JSON has no character that is escaped here, line breaks apart.
std::string json_text(const nlohmann::ordered_json& value) {
  std::string plain = value.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
  std::string result;
  result.reserve(plain.size());
  for (std::size_t at = 0; at < plain.size();) {
    std::string_view rest = std::string_view(plain).substr(at);
    std::size_t length = std::max<std::size_t>(utf8_length(rest.substr(0, 4)), 1);
    char32_t point = utf8_decode(rest.substr(0, length));
    if (rest.starts_with("</")) {
      result += "\\u003c";
    } else if (begins_command(rest)) {
      result += "\\u0023";
    } else if (point != '\n' && misleads(point)) {
      append_escaped(result, point);
    } else {
      result += rest.substr(0, length);
    }
    at += length;
  }
  return result;
}

}  // namespace demarc
