#include <cstdint>
#include <cstdio>
#include <limits>

#include "parsers/text/source.h"
#include "parsers/text/utf8.h"

namespace demarc {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kUtf16LittleMark = "\xFF\xFE";
constexpr std::string_view kUtf16BigMark = "\xFE\xFF";

// `text` is what was well-formed before the mistake at byte `offset` of the file.
Error ill_formed(std::string what, std::string text, std::size_t offset, std::size_t length) {
  SourceFile before(0, {}, std::move(text));
  Position position = before.position(std::numeric_limits<std::uint32_t>::max());
  auto begin = static_cast<std::uint32_t>(offset);
  return {what + " at line " + std::to_string(position.line) + ", column " + std::to_string(position.column) + " (byte " +
              std::to_string(offset) + ")",
          Range{begin, begin + static_cast<std::uint32_t>(length)}, "save the file as UTF-8"};
}

std::string hexadecimal(const char* format, unsigned number) {
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, format, number);
  return buffer;
}

Result<std::string> decode_utf8(std::string bytes) {
  std::size_t mark = bytes.starts_with(kUtf8Mark) ? kUtf8Mark.size() : 0;
  bytes.erase(0, mark);
  std::size_t bad = find_ill_formed(bytes);
  std::size_t zero = bytes.find('\0');
  if (zero < bad) return ill_formed("NUL character", bytes.substr(0, zero), zero + mark, 1);
  if (bad == std::string::npos) return bytes;
  std::string byte = hexadecimal("0x%02X", static_cast<unsigned char>(bytes[bad]));
  return ill_formed("byte " + byte + " is not UTF-8", bytes.substr(0, bad), bad + mark, 1);
}

bool is_high_surrogate(char32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low_surrogate(char32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

Result<std::string> decode_utf16(std::string_view bytes, bool little) {
  auto unit_at = [&](std::size_t at) -> char32_t {
    auto first = static_cast<unsigned char>(bytes[at]);
    auto second = static_cast<unsigned char>(bytes[at + 1]);
    return little ? first | char32_t{second} << 8 : second | char32_t{first} << 8;
  };
  std::string text;
  text.reserve(bytes.size() / 2);
  std::size_t at = bytes.size() >= 2 && unit_at(0) == 0xFEFF ? 2 : 0;
  for (; at + 2 <= bytes.size(); at += 2) {
    char32_t point = unit_at(at);
    if (point == 0) return ill_formed("NUL character", std::move(text), at, 2);
    if (is_high_surrogate(point) && at + 4 <= bytes.size() && is_low_surrogate(unit_at(at + 2))) {
      point = 0x10000 + ((point - 0xD800) << 10) + (unit_at(at + 2) - 0xDC00);
      at += 2;
    } else if (is_high_surrogate(point) || is_low_surrogate(point)) {
      std::string unit = hexadecimal("U+%04X", point);
      return ill_formed("surrogate " + unit + " without its other half", std::move(text), at, 2);
    }
    utf8_append(text, point);
  }
  if (at < bytes.size()) return ill_formed("half a UTF-16 character", std::move(text), at, 1);
  return text;
}

}  // namespace

// JSON and YAML begin with an ASCII character, so a zero byte among the first two tells UTF-16 (RFC 4627, section 3).
Encoding encoding_of(std::string_view bytes) {
  if (bytes.starts_with(kUtf8Mark)) return Encoding::utf8_with_mark;
  if (bytes.starts_with(kUtf16LittleMark)) return Encoding::utf16_little;
  if (bytes.starts_with(kUtf16BigMark)) return Encoding::utf16_big;
  if (bytes.size() < 2 || bytes.size() % 2 != 0) return Encoding::utf8;
  if (bytes[0] != 0 && bytes[1] == 0) return Encoding::utf16_little;
  if (bytes[0] == 0 && bytes[1] != 0) return Encoding::utf16_big;
  return Encoding::utf8;
}

Result<std::string> decode(std::string bytes) {
  if (bytes.size() >= std::numeric_limits<std::uint32_t>::max()) return Error{"the file is larger than 4 GiB", {}, {}};
  switch (encoding_of(bytes)) {
    case Encoding::utf16_little: return decode_utf16(bytes, true);
    case Encoding::utf16_big: return decode_utf16(bytes, false);
    case Encoding::utf8:
    case Encoding::utf8_with_mark: break;
  }
  return decode_utf8(std::move(bytes));
}

}  // namespace demarc
