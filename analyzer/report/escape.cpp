#include "analyzer/report/escape.h"

#include <fmt/format.h>

#include <algorithm>

#include "parsers/text/utf8.h"

namespace demarc {
namespace {

struct Block {
  char32_t first, last;
};
constexpr Block kMisleading[] = {{0x00, 0x1F},     {0x7F, 0x9F},     {0x061C, 0x061C}, {0x200E, 0x200F}, {0x2028, 0x202E}, {0x2066, 0x206F},
                                 {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0xFFFE, 0xFFFF}, {0xE0000, 0xE0FFF}};

struct Replacement {
  std::string_view text, by;
};
constexpr Replacement kMarkdown[] = {{"<", "&lt;"}, {">", "&gt;"}, {"&", "&amp;"}, {"@", "@<!-- -->"}, {"://", ":<!-- -->//"}, {"www.", "www<!-- -->."}};
constexpr Replacement kXml[] = {{"<", "&lt;"}, {">", "&gt;"}, {"&", "&amp;"}, {"\"", "&quot;"}};
constexpr std::string_view kMarkup = "\\`*_[]|~#$";

// Replaces what the table has, and puts a back slash before each of `marked`.
template <std::size_t N>
std::string replaced(std::string_view text, const Replacement (&table)[N], std::string_view marked) {
  std::string result;
  while (!text.empty()) {
    auto found = std::find_if(std::begin(table), std::end(table), [&](const Replacement& row) { return text.starts_with(row.text); });
    if (found != std::end(table)) {
      result += found->by;
      text.remove_prefix(found->text.size());
      continue;
    }
    if (marked.find(text.front()) != std::string_view::npos) result += '\\';
    result += text.front();
    text.remove_prefix(1);
  }
  return result;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
}

}  // namespace

bool misleads(char32_t point) {
  return std::any_of(std::begin(kMisleading), std::end(kMisleading), [&](const Block& block) { return point >= block.first && point <= block.last; });
}

bool begins_command(std::string_view text) {
  constexpr std::string_view kAzure = "##vso[";
  if (text.starts_with("##[")) return true;
  return text.size() >= kAzure.size() && std::equal(kAzure.begin(), kAzure.end(), text.begin(), [](char a, char b) { return a == lower(b); });
}

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
    } else if (misleads(point) || begins_command(text.substr(at))) {
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

std::string markdown_text(std::string_view text) { return replaced(printable(text), kMarkdown, kMarkup); }

std::string xml_text(std::string_view text) { return replaced(printable(text), kXml, ""); }

}  // namespace demarc
