#include <string>

#include "catch.h"
#include "parsers/text/source.h"

using namespace demarc;

namespace {

// The decoded text, or the error with its range in bytes.
std::string show(const std::string& bytes) {
  Result<std::string> text = decode(bytes);
  if (text) return *text;
  const Error& error = text.error();
  std::string range = error.range ? std::to_string(error.range->begin) + "-" + std::to_string(error.range->end) + ": " : "";
  return range + error.message + (error.hint.empty() ? "" : "; " + error.hint);
}

std::string utf16(const std::u16string& units, bool little, bool mark) {
  std::string bytes;
  auto put = [&](char16_t unit) {
    char low = static_cast<char>(unit & 0xFF);
    char high = static_cast<char>(unit >> 8);
    bytes += little ? std::string{low, high} : std::string{high, low};
  };
  if (mark) put(0xFEFF);
  for (char16_t unit : units) put(unit);
  return bytes;
}

}  // namespace

TEST_CASE("UTF-8 is taken as it is, without its byte order mark") {
  CHECK(show("") == "");
  CHECK(show("a: é 😀\n") == "a: é 😀\n");
  CHECK(show("\xEF\xBB\xBF{}") == "{}");
  CHECK(show("\xEF\xBB\xBF") == "");
}

TEST_CASE("UTF-16 is decoded in both byte orders, with and without a mark") {
  for (bool little : {true, false}) {
    for (bool mark : {true, false}) {
      INFO((little ? "little endian" : "big endian") << (mark ? ", mark" : ""));
      CHECK(show(utf16(u"{\"é\": \"日😀\"}", little, mark)) == "{\"é\": \"日😀\"}");
    }
  }
}

TEST_CASE("a byte that is not UTF-8 is an error with line, column and byte") {
  CHECK(show("a: 1\nb: \xE9t\xE9\n") == "8-9: byte 0xE9 is not UTF-8 at line 2, column 4 (byte 8); save the file as UTF-8");
  CHECK(show("é\xC3") == "2-3: byte 0xC3 is not UTF-8 at line 1, column 2 (byte 2); save the file as UTF-8");
  CHECK(show("\xEF\xBB\xBF\xFF") == "3-4: byte 0xFF is not UTF-8 at line 1, column 1 (byte 3); save the file as UTF-8");
}

TEST_CASE("overlong forms, surrogates and what is past the last code point are not UTF-8") {
  CHECK(show("\xC0\xAF").find("byte 0xC0 is not UTF-8") != std::string::npos);
  CHECK(show("\xE0\x80\xAF").find("byte 0xE0 is not UTF-8") != std::string::npos);
  CHECK(show("\xED\xA0\x80").find("byte 0xED is not UTF-8") != std::string::npos);
  CHECK(show("\xF4\x90\x80\x80").find("byte 0xF4 is not UTF-8") != std::string::npos);
  CHECK(show("\xF5\x80\x80\x80").find("byte 0xF5 is not UTF-8") != std::string::npos);
  CHECK(show("\xF4\x8F\xBF\xBF") == "\xF4\x8F\xBF\xBF");
}

TEST_CASE("NUL characters are errors") {
  CHECK(show(std::string("ab\ncd\0e", 7)) == "5-6: NUL character at line 2, column 3 (byte 5); save the file as UTF-8");
  CHECK(show(std::string("{\0\0\0}\0", 6)) == "2-4: NUL character at line 1, column 2 (byte 2); save the file as UTF-8");
}

TEST_CASE("half a surrogate pair and half a character of UTF-16 are errors") {
  CHECK(show(utf16({u'{', 0xD83D, u'}'}, true, true)) ==
        "4-6: surrogate U+D83D without its other half at line 1, column 2 (byte 4); save the file as UTF-8");
  CHECK(show(utf16({u'{', 0xDE00}, false, true)) ==
        "4-6: surrogate U+DE00 without its other half at line 1, column 2 (byte 4); save the file as UTF-8");
  CHECK(show(utf16(u"{}", true, true) + "x") ==
        "6-7: half a UTF-16 character at line 1, column 3 (byte 6); save the file as UTF-8");
}

TEST_CASE("a binary file is an error, not a text") {
  CHECK(show("PK\x03\x04\x14\xFF").find("is not UTF-8") != std::string::npos);
  CHECK(show(std::string("\x7F"
                         "ELF\0\0",
                         6))
            .find("NUL character") != std::string::npos);
}
