#include "parsers/document/escape.h"

#include <charconv>
#include <cstdint>

#include "parsers/text/utf8.h"

namespace demarc {
namespace {

constexpr std::string_view kLetters = "0abtnvfre \"/\\NLP_";
constexpr std::string_view kMeanings[] = {std::string_view("\0", 1),
                                          "\a",
                                          "\b",
                                          "\t",
                                          "\n",
                                          "\v",
                                          "\f",
                                          "\r",
                                          "\x1B",
                                          " ",
                                          "\"",
                                          "/",
                                          "\\",
                                          "\xC2\x85",
                                          "\xE2\x80\xA8",
                                          "\xE2\x80\xA9",
                                          "\xC2\xA0"};

std::optional<char32_t> hexadecimal(std::string_view digits, std::size_t count) {
  digits = digits.substr(0, count);
  std::uint32_t number = 0;
  auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
  if (digits.size() < count || error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return number;
}

std::optional<char32_t> surrogate_pair(char32_t high, std::string_view rest) {
  if (high < 0xD800 || high > 0xDBFF || rest.substr(0, 2) != "\\u") return std::nullopt;
  std::optional<char32_t> low = hexadecimal(rest.substr(2), 4);
  if (!low || *low < 0xDC00 || *low > 0xDFFF) return std::nullopt;
  return 0x10000 + ((high - 0xD800) << 10) + (*low - 0xDC00);
}

std::optional<Escape> read_code_point(std::string_view raw, std::size_t digits) {
  std::optional<char32_t> point = hexadecimal(raw.substr(2), digits);
  std::size_t length = 2 + digits;
  if (!point) return std::nullopt;
  if (*point >= 0xD800 && *point <= 0xDFFF) {
    point = surrogate_pair(*point, raw.substr(length));
    length += 6;
  }
  if (!point || *point > 0x10FFFF) return std::nullopt;
  Escape escape{{}, length};
  utf8_append(escape.means, *point);
  return escape;
}

bool is_break(char c) { return c == '\n' || c == '\r'; }

}  // namespace

std::optional<Escape> read_escape(std::string_view raw) {
  if (raw.size() < 2) return std::nullopt;
  if (is_break(raw[1])) return Escape{{}, raw.substr(1, 2) == "\r\n" ? 3u : 2u};
  if (raw[1] == 'x') return read_code_point(raw, 2);
  if (raw[1] == 'u') return read_code_point(raw, 4);
  if (raw[1] == 'U') return read_code_point(raw, 8);
  std::size_t letter = kLetters.find(raw[1]);
  if (raw[1] == '\t') return Escape{"\t", 2};
  if (letter == std::string_view::npos) return std::nullopt;
  return Escape{std::string(kMeanings[letter]), 2};
}

}  // namespace demarc
