#include "analyzer/report/escape.h"

#include <fmt/format.h>

#include <algorithm>

#include "parsers/text/utf8.h"

namespace demarc {
namespace {

bool is_hidden(char32_t point) {
  if (point < 0x20 || (point >= 0x7F && point < 0xA0)) return true;
  return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069) || point == 0x200E || point == 0x200F ||
         point == 0x2028 || point == 0x2029 || point == 0xFEFF;
}

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
}

}  // namespace

std::string printable(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    std::size_t length = utf8_length(text.substr(at, 4));
    if (length == 0) {
      result += "\uFFFD";
      ++at;
      continue;
    }
    char32_t point = utf8_decode(text.substr(at, length));
    if (point == '\n') {
      result += "\\n";
    } else if (point == '\t') {
      result += "\\t";
    } else if (is_hidden(point)) {
      result += fmt::format("\\u{{{:x}}}", static_cast<unsigned>(point));
    } else {
      result += text.substr(at, length);
    }
    at += length;
  }
  return result;
}

std::string uri_of_path(std::string_view path) {
  std::string result;
  std::string_view first = path.substr(0, path.find('/'));
  if (first.find(':') != std::string_view::npos) result = "./";
  for (char c : path) {
    if (c == '\\') c = '/';
    if (is_unreserved(c) || c == '/') {
      result += c;
    } else {
      result += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return result;
}

std::string markdown_text(std::string_view text) {
  std::string result;
  for (char c : printable(text)) {
    if (c == '<') {
      result += "&lt;";
      continue;
    }
    if (c == '&') {
      result += "&amp;";
      continue;
    }
    if (std::string_view("\\`*_[]|~#").find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
  return result;
}

}  // namespace demarc
