#include "analyzer/evaluate/base64.h"

#include <cstdint>

namespace demarc {
namespace {

int digit_of(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+') return 62;
  return c == '/' ? 63 : -1;
}

bool is_line_end(char c) { return c == '\n' || c == '\r'; }

bool is_text(std::uint8_t byte) { return byte >= 0x20 || byte == '\n' || byte == '\r' || byte == '\t'; }

}  // namespace

std::optional<std::string> text_of_base64(std::string_view text) {
  if (text.size() < kShortest) return std::nullopt;
  std::string result;
  std::uint32_t bits = 0;
  int count = 0;
  bool ended = false;
  for (char c : text) {
    if (is_line_end(c)) continue;
    if (c == '=') {
      ended = true;
      continue;
    }
    const int digit = digit_of(c);
    if (digit < 0 || ended) return std::nullopt;
    bits = (bits << 6) | static_cast<std::uint32_t>(digit);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    const auto byte = static_cast<std::uint8_t>(bits >> count);
    if (!is_text(byte)) return std::nullopt;
    result += static_cast<char>(byte);
  }
  return result;
}

}  // namespace demarc
