#include "parsers/text/utf8.h"

#include <cstdint>
#include <cstring>

namespace demarc {
namespace {

bool between(unsigned char byte, unsigned char low, unsigned char high) { return byte >= low && byte <= high; }

unsigned char byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}

bool continues(std::string_view text, std::size_t from, std::size_t length) {
  for (std::size_t at = from; at < length; ++at) {
    if (!between(byte_at(text, at), 0x80, 0xBF)) return false;
  }
  return true;
}

std::size_t ascii_prefix(std::string_view text) {
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t word;
    std::memcpy(&word, text.data() + at, 8);
    if (word & 0x8080808080808080u) break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

}  // namespace

std::size_t utf8_length(std::string_view text) {
  if (text.empty()) return 0;
  unsigned char first = byte_at(text, 0);
  unsigned char second = byte_at(text, 1);
  if (first < 0x80) return 1;
  if (between(first, 0xC2, 0xDF)) return continues(text, 1, 2) ? 2 : 0;
  if (between(first, 0xE0, 0xEF)) {
    if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F)) return 0;
    return continues(text, 1, 3) ? 3 : 0;
  }
  if (between(first, 0xF0, 0xF4)) {
    if ((first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F)) return 0;
    return continues(text, 1, 4) ? 4 : 0;
  }
  return 0;
}

std::size_t find_ill_formed(std::string_view text) {
  std::size_t at = 0;
  while (true) {
    at += ascii_prefix(text.substr(at));
    if (at == text.size()) return std::string_view::npos;
    std::size_t length = utf8_length(text.substr(at, 4));
    if (length == 0) return at;
    at += length;
  }
}

char32_t utf8_decode(std::string_view text) {
  std::size_t length = utf8_length(text);
  char32_t point = byte_at(text, 0);
  if (length == 1) return point;
  point &= 0x7Fu >> length;
  for (std::size_t at = 1; at < length; ++at) point = point << 6 | (byte_at(text, at) & 0x3Fu);
  return point;
}

void utf8_append(std::string& text, char32_t point) {
  auto put = [&](char32_t byte) { text.push_back(static_cast<char>(byte)); };
  if (point < 0x80) return put(point);
  if (point < 0x800) {
    put(0xC0 | point >> 6);
  } else {
    if (point < 0x10000) {
      put(0xE0 | point >> 12);
    } else {
      put(0xF0 | point >> 18);
      put(0x80 | (point >> 12 & 0x3F));
    }
    put(0x80 | (point >> 6 & 0x3F));
  }
  put(0x80 | (point & 0x3F));
}

}  // namespace demarc
