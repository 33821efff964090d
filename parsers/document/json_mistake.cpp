#include "parsers/document/json_mistake.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdlib>
#include <string>

#include "parsers/text/utf8.h"

namespace demarc {
namespace {

using After = JsonProgress::After;

constexpr std::string_view kSpace = " \t\r\n";

std::size_t skip_space(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(kSpace, at), text.size());
}

Error at(std::string message, std::size_t begin, std::size_t length = 1, std::string hint = {}) {
  auto first = static_cast<std::uint32_t>(begin);
  return {std::move(message), Range{first, first + static_cast<std::uint32_t>(length)}, std::move(hint)};
}

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

std::string_view word_at(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size() && is_word(text[end])) ++end;
  return text.substr(begin, end - begin);
}

std::size_t character_length(std::string_view text, std::size_t begin) {
  return std::max<std::size_t>(utf8_length(text.substr(begin, 4)), 1);
}

Error truncated(std::string_view text, const JsonProgress& progress, std::string missing) {
  std::string container = progress.in_map ? "map" : "list";
  std::string hint = "it looks cut off; write or download the whole file again";
  if (progress.open) missing += ", inside a " + container + " that is never closed";
  return at("the file ends where " + missing, text.size(), 0, hint);
}

bool is_hexadecimal(std::string_view digits) {
  return digits.size() == 4 && std::all_of(digits.begin(), digits.end(), [](unsigned char c) { return std::isxdigit(c) != 0; });
}

Error bad_escape(std::string_view text, std::size_t begin) {
  if (text.substr(begin, 2) != "\\u") {
    return at("a backslash in a string must be followed by one of \" \\ / b f n r t u", begin,
              1 + character_length(text, begin + 1));
  }
  if (!is_hexadecimal(text.substr(begin + 2, 4)))
    return at("\\u in a string must be followed by four hexadecimal digits", begin, 2);
  return at("half of a surrogate pair in a string", begin, 6);
}

bool good_escape(std::string_view text, std::size_t begin, std::size_t& length) {
  length = 2;
  if (begin + 1 < text.size() && std::string_view("\"\\/bfnrt").find(text[begin + 1]) != std::string_view::npos) return true;
  auto unit = [&](std::size_t from) -> unsigned long {
    if (text.substr(from, 2) != "\\u" || !is_hexadecimal(text.substr(from + 2, 4))) return 0x110000;
    return std::strtoul(std::string(text.substr(from + 2, 4)).c_str(), nullptr, 16);
  };
  unsigned long first = unit(begin);
  if (first == 0x110000) return false;
  length = 6;
  if (first < 0xD800 || first > 0xDFFF) return true;
  unsigned long second = unit(begin + 6);
  length = 12;
  return first < 0xDC00 && second >= 0xDC00 && second <= 0xDFFF;
}

// Sets end behind the closing quote if the string is good.
std::optional<Error> check_string(std::string_view text, std::size_t begin, std::size_t& end) {
  for (std::size_t i = begin + 1; i < text.size();) {
    auto byte = static_cast<unsigned char>(text[i]);
    std::size_t length = 1;
    if (byte == '"') {
      end = i + 1;
      return std::nullopt;
    }
    if (byte == '\n' || byte == '\r')
      return at("a string is not closed on its line", begin, i - begin, "write line breaks inside strings as \\n");
    if (byte < 0x20)
      return at(
          byte == '\t' ? "a tab inside a string must be written as \\t" : "a control character inside a string must be escaped",
          i);
    if (byte == '\\' && i + 1 < text.size()) {
      if (!good_escape(text, i, length)) return bad_escape(text, i);
    } else if (byte >= 0x80) {
      length = utf8_length(text.substr(i, 4));
      if (length == 0) return at("a byte that is not UTF-8 inside a string", i);
    }
    i += length;
  }
  return at("the file ends inside a string", begin, text.size() - begin,
            "it looks cut off; write or download the whole file again");
}

Error bad_word(std::string_view text, std::size_t begin) {
  std::string_view word = word_at(text, begin);
  std::string message = "unknown word " + std::string(word.substr(0, 40));
  std::string lower;
  for (char c : word) lower.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
  if (lower == "none" || lower == "undefined" || lower == "nil") lower = "null";
  if (lower == "true" || lower == "false" || lower == "null") return at(message, begin, word.size(), "write " + lower);
  return at(message, begin, word.size(), "texts stand in double quotes");
}

bool is_number_character(char c) { return is_word(c) || c == '+' || c == '-' || c == '.'; }

Error bad_number(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size() && is_number_character(text[end])) ++end;
  std::string number(text.substr(begin, end - begin));
  bool plain = number.find_first_not_of("0123456789+-.eE") == std::string::npos;
  if (plain && std::isinf(std::strtod(number.c_str(), nullptr))) return at("a number too large to be held", begin, end - begin);
  std::string hint = "put it in quotes if it is no number, such as an account id";
  return at("a malformed number", begin, end - begin, number.size() > 1 ? hint : "");
}

// A number whose good begin was taken for the whole, as in 012 or 1.2.3: where it begins.
std::optional<std::size_t> number_before(std::string_view text, std::size_t end) {
  if (end == text.size() || !is_number_character(text[end])) return std::nullopt;
  std::size_t begin = end;
  while (begin > 0 && is_number_character(text[begin - 1])) --begin;
  bool number = begin < end && (text[begin] == '-' || std::isdigit(static_cast<unsigned char>(text[begin])));
  return number ? std::optional(begin) : std::nullopt;
}

std::optional<Error> comment(std::string_view text, std::size_t begin) {
  if (text.substr(begin, 2) != "//" && text.substr(begin, 2) != "/*" && text[begin] != '#') return std::nullopt;
  return at("JSON has no comments", begin, text[begin] == '#' ? 1 : 2);
}

// Expects a value; the text there is known to be wrong somewhere.
Error bad_value(std::string_view text, std::size_t begin, const JsonProgress& progress, const std::string& where) {
  if (begin == text.size()) return truncated(text, progress, "a value is expected");
  char first = text[begin];
  std::size_t end = begin;
  if (first == '"') return check_string(text, begin, end).value_or(at("a malformed string", begin));
  if (first == '-' || std::isdigit(static_cast<unsigned char>(first))) return bad_number(text, begin);
  if (std::isalpha(static_cast<unsigned char>(first))) return bad_word(text, begin);
  if (first == '\'') return at("strings stand in double quotes in JSON", begin);
  if (std::optional<Error> error = comment(text, begin)) return *error;
  return at("expected a value" + where, begin, character_length(text, begin));
}

Error bad_key(std::string_view text, std::size_t begin, const JsonProgress& progress) {
  if (begin == text.size()) return truncated(text, progress, "a key is expected");
  std::size_t end = begin;
  if (text[begin] == '"') return check_string(text, begin, end).value_or(at("a malformed key", begin));
  if (text[begin] == '\'' || is_word(text[begin]))
    return at("keys stand in double quotes in JSON", begin, std::max<std::size_t>(word_at(text, begin).size(), 1));
  if (std::optional<Error> error = comment(text, begin)) return *error;
  return at("expected a key in double quotes", begin, character_length(text, begin));
}

Error after_value(std::string_view text, std::size_t begin, const JsonProgress& progress) {
  std::string close = progress.in_map ? "}" : "]";
  if (begin == text.size()) return truncated(text, progress, "a comma or " + close + " is expected");
  if (text[begin] != ',') {
    if (std::optional<Error> error = comment(text, begin)) return *error;
    return at("expected a comma or " + close + " after a value", begin, character_length(text, begin));
  }
  std::size_t next = skip_space(text, begin + 1);
  if (next < text.size() && text[next] == close[0])
    return at("a comma before " + close, begin, 1, "remove the comma behind the last value");
  if (progress.in_map) return bad_key(text, next, progress);
  return bad_value(text, next, progress, " after a comma");
}

}  // namespace

Error json_mistake(std::string_view text, const JsonProgress& progress) {
  std::size_t begin = skip_space(text, progress.end);
  switch (progress.after) {
    case After::nothing:
      if (begin == text.size()) return at("the file is empty", begin, 0);
      return bad_value(text, begin, progress, "");
    case After::opening:
      if (progress.in_map) return bad_key(text, begin, progress);
      return bad_value(text, begin, progress, " or ] after [");
    case After::key:
      if (begin == text.size()) return truncated(text, progress, "a colon is expected");
      if (text[begin] != ':') return at("expected a colon after a key", begin, character_length(text, begin));
      return bad_value(text, skip_space(text, begin + 1), progress, " after a colon");
    case After::value: break;
  }
  if (std::optional<std::size_t> number = number_before(text, progress.end)) return bad_number(text, *number);
  if (progress.open) return after_value(text, begin, progress);
  if (std::optional<Error> error = comment(text, begin)) return *error;
  return at("unexpected text after the end of the document", begin, character_length(text, begin));
}

}  // namespace demarc
