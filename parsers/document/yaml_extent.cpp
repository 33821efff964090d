#include "parsers/document/yaml_extent.h"

#include <algorithm>
#include <cctype>

#include "parsers/document/core_schema.h"

namespace demarc {
namespace {

bool is_break(char c) { return c == '\n' || c == '\r'; }
bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_flow_indicator(char c) { return c == ',' || c == '[' || c == ']' || c == '{' || c == '}'; }

bool is_tag_character(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) ||
         std::string_view("-#;/?:@&=+$_.~*'()%!").find(c) != std::string_view::npos;
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(" \t", at), text.size());
}

std::size_t line_end(std::string_view text, std::size_t at) { return std::min(text.find_first_of("\r\n", at), text.size()); }

std::size_t skip_break(std::string_view text, std::size_t at) { return at + (text.substr(at, 2) == "\r\n" ? 2 : 1); }

std::size_t count_spaces(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(' ', at), text.size()) - at;
}

// The spaces before the first line of a block scalar that are no part of its value, whose first word stands at `first_word`.
std::size_t block_indentation(std::string_view text, std::size_t first_line, std::string_view value, std::size_t first_word) {
  std::size_t own = count_spaces(value, value.substr(0, first_word).rfind('\n') + 1);
  std::size_t spaces = count_spaces(text, first_line);
  return spaces - std::min(spaces, own);
}

// A block scalar ends with its last line that is not blank.
std::size_t block_scalar_end(std::string_view text, std::size_t at, std::string_view value) {
  std::size_t header = line_end(text, at);
  std::size_t end = std::min(text.find_first_of(" \t", at), header);
  std::size_t first_word = value.find_first_not_of(" \t\n");
  if (first_word == std::string_view::npos) return end;
  bool first = true;
  std::size_t indentation = 0;
  for (std::size_t line = header; line < text.size();) {
    line = skip_break(text, line);
    std::size_t stop = line_end(text, line);
    std::string_view content = text.substr(line, stop - line);
    if (content.find_first_not_of(" \t") != std::string_view::npos) {
      if (first) indentation = block_indentation(text, line, value, first_word);
      first = false;
      if (count_spaces(content, 0) < indentation) break;
      if (indentation == 0 && (content.starts_with("---") || content.starts_with("..."))) break;
      end = stop;
    }
    line = stop;
  }
  return end;
}

// Matches the characters of the value with those of the text, white space with any white space.
std::size_t plain_end(std::string_view text, std::size_t at, std::string_view value) {
  if (text.substr(at, value.size()) == value) return at + value.size();
  std::size_t end = at;
  for (char c : value) {
    while (at < text.size() && (is_blank(text[at]) || is_break(text[at]))) ++at;
    if (is_blank(c) || c == '\n') continue;
    if (at == text.size() || text[at] != c) break;
    end = ++at;
  }
  return end;
}

}  // namespace

std::size_t skip_blank(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    char c = text[at];
    bool comment = c == '#' && (at == 0 || is_blank(text[at - 1]) || is_break(text[at - 1]));
    if (comment) {
      at = line_end(text, at);
    } else if (is_blank(c) || is_break(c)) {
      ++at;
    } else {
      break;
    }
  }
  return at;
}

std::size_t tag_end(std::string_view text, std::size_t at) {
  if (text.substr(at, 2) == "!<") {
    std::size_t close = text.find_first_of("> \t\r\n", at);
    return close == std::string_view::npos ? text.size() : close + (text[close] == '>' ? 1 : 0);
  }
  while (at < text.size() && is_tag_character(text[at])) ++at;
  return at;
}

std::size_t quoted_end(std::string_view text, std::size_t at) {
  char quote = text[at];
  for (++at; at < text.size(); ++at) {
    if (text[at] == quote && (quote == '"' || text.substr(at + 1, 1) != "'")) return at + 1;
    bool two = quote == '"' ? text[at] == '\\' : text[at] == '\'';
    at += two ? 1 : 0;
  }
  return std::string_view::npos;
}

std::size_t flow_close(std::string_view text, std::size_t at) {
  std::size_t depth = 0;
  while ((at = skip_blank(text, at)) < text.size()) {
    char c = text[at];
    if (c == '"' || c == '\'') {
      at = quoted_end(text, at);
      if (at == std::string_view::npos) return at;
      continue;
    }
    if (c == '[' || c == '{') ++depth;
    if ((c == ']' || c == '}') && --depth == 0) return at + 1;
    ++at;
  }
  return std::string_view::npos;
}

std::size_t anchor_end(std::string_view text, std::size_t at) {
  for (++at; at < text.size(); ++at) {
    if (is_blank(text[at]) || is_break(text[at]) || is_flow_indicator(text[at])) break;
  }
  return std::min(at, text.size());
}

Properties skip_properties(std::string_view text, std::size_t at, bool tagged, bool anchored) {
  Properties found{at, at};
  while (found.body < text.size()) {
    bool& expected = text[found.body] == '!' ? tagged : anchored;
    if ((text[found.body] != '!' && text[found.body] != '&') || !expected) break;
    expected = false;
    found.end = text[found.body] == '!' ? tag_end(text, found.body) : anchor_end(text, found.body);
    found.body = skip_blank(text, found.end);
  }
  return found;
}

std::size_t scalar_end(std::string_view text, std::size_t at, std::string_view value) {
  if (at >= text.size()) return text.size();
  switch (text[at]) {
    case '"':
    case '\'': return std::min(quoted_end(text, at), text.size());
    case '|':
    case '>': return block_scalar_end(text, at, value);
    default: return plain_end(text, at, value);
  }
}

std::size_t flow_end(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    at = skip_blank(text, at);
    if (at == text.size()) break;
    if (text[at] == ']' || text[at] == '}') return at + 1;
    if (text[at] != ',' && text[at] != ':' && text[at] != '?') break;
    ++at;
  }
  return at;
}

std::size_t empty_value(std::string_view text, std::size_t at) {
  std::size_t indicator = skip_blank(text, at);
  if (indicator == text.size() || (text[indicator] != ':' && text[indicator] != '-')) return at;
  std::size_t behind = indicator + 1;
  bool alone = behind == text.size() || is_blank(text[behind]) || is_break(text[behind]) || is_flow_indicator(text[behind]);
  return alone ? behind : at;
}

std::size_t empty_key(std::string_view text, std::size_t at, bool after_comma) {
  at = skip_blank(text, at);
  return after_comma && text.substr(at, 1) == "," ? skip_blank(text, at + 1) : at;
}

bool at_marker(std::string_view text, std::size_t at, std::string_view marker) {
  if (text.substr(at, marker.size()) != marker || (at > 0 && !is_break(text[at - 1]))) return false;
  std::size_t behind = at + marker.size();
  return behind >= text.size() || is_blank(text[behind]) || is_break(text[behind]);
}

std::size_t null_word_end(std::string_view text, std::size_t at, bool is_key, bool in_brackets) {
  std::size_t end = at;
  while (end < text.size() && (std::isalpha(static_cast<unsigned char>(text[end])) || text[end] == '~')) ++end;
  if (end == at || !is_null_word(text.substr(at, end - at))) return 0;
  std::size_t next = skip_spaces(text, end);
  if (next == text.size() || is_break(text[next]) || (in_brackets && is_flow_indicator(text[next]))) return end;
  return (is_key && text[next] == ':') || (text[next] == '#' && next > end) ? end : 0;
}

std::size_t empty_scalar_end(std::string_view text, Properties properties) {
  if (properties.body == text.size()) return properties.end;
  char first = text[properties.body];
  if (first != '"' && first != '\'' && first != '|' && first != '>') return properties.end;
  std::size_t end = scalar_end(text, properties.body, {});
  bool same_line = line_end(text, properties.end) >= properties.body;
  bool is_next_key = !same_line && text.substr(skip_spaces(text, end), 1) == ":";
  return is_next_key ? properties.end : end;
}

}  // namespace demarc
