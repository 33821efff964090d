#include "parsers/hcl/lexer.h"

#include <algorithm>

namespace demarc {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c & 0x80) != 0; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

HclToken kind_of(char c) {
  switch (c) {
    case '{': case '[': case '(': return HclToken::open;
    case '}': case ']': case ')': return HclToken::close;
    case ',': return HclToken::comma;
    default: return HclToken::other;
  }
}

std::string_view trimmed(std::string_view line) {
  std::size_t begin = line.find_first_not_of(" \t");
  std::size_t end = line.find_last_not_of(" \t\r");
  return begin == std::string_view::npos ? std::string_view() : line.substr(begin, end - begin + 1);
}

}  // namespace

std::uint32_t HclLexer::end_of_line(std::uint32_t from) const {
  std::size_t end = text_.find('\n', from);
  return static_cast<std::uint32_t>(end == std::string_view::npos ? text_.size() : end);
}

bool HclLexer::skip_comment() {
  std::uint32_t begin = at_;
  if (at(at_) == '#' || (at(at_) == '/' && at(at_ + 1) == '/')) {
    at_ = end_of_line(at_);
    std::uint32_t end = at_ > begin && text_[at_ - 1] == '\r' ? at_ - 1 : at_;
    comments.push_back({begin, end});
    return true;
  }
  if (at(at_) != '/' || at(at_ + 1) != '*') return false;
  std::size_t end = text_.find("*/", at_ + 2);
  at_ = static_cast<std::uint32_t>(end == std::string_view::npos ? text_.size() : end + 2);
  comments.push_back({begin, at_});
  return true;
}

// A string holds templates ${…} and %{…}, which hold strings again; "$${" and "%%{" are text.
std::uint32_t HclLexer::end_of_quoted() const {
  std::vector<std::uint32_t> braces;  // open ones of each template that is not closed; 0 between two of them: inside quotes
  bool quoted = true;
  std::uint32_t i = at_ + 1;
  for (; i < text_.size(); ++i) {
    char c = text_[i];
    if (quoted) {
      if (c == '\\') {
        ++i;
      } else if (c == '"') {
        if (braces.empty()) return i + 1;
        quoted = false;
      } else if ((c == '$' || c == '%') && at(i + 1) == '{') {
        if (i > at_ + 1 && text_[i - 1] == c) continue;
        braces.push_back(1);
        quoted = false;
        ++i;
      } else if (c == '\n' && braces.empty()) {
        return i;
      }
      continue;
    }
    if (c == '"') quoted = true;
    if (c == '{') ++braces.back();
    if (c == '}' && --braces.back() == 0) {
      braces.pop_back();
      quoted = true;
    }
  }
  return i < text_.size() ? i : static_cast<std::uint32_t>(text_.size());
}

std::uint32_t HclLexer::end_of_heredoc() const {
  std::uint32_t line = end_of_line(at_);
  std::uint32_t mark_begin = at_ + (at(at_ + 2) == '-' ? 3 : 2);
  std::string_view mark = trimmed(text_.substr(mark_begin, line - mark_begin));
  if (mark.empty()) return at_ + 2;
  while (line < text_.size()) {
    std::uint32_t begin = line + 1;
    line = end_of_line(begin);
    std::string_view text = text_.substr(begin, line - begin);
    if (trimmed(text) == mark) return begin + static_cast<std::uint32_t>(text.find(mark) + mark.size());
  }
  return static_cast<std::uint32_t>(text_.size());
}

std::uint32_t HclLexer::end_of_word() const {
  std::uint32_t i = at_;
  while (i < text_.size() && (is_letter(text_[i]) || is_digit(text_[i]) || text_[i] == '-')) ++i;
  return i;
}

std::uint32_t HclLexer::end_of_number() const {
  std::uint32_t i = at_;
  while (i < text_.size() && (is_digit(text_[i]) || is_letter(text_[i]) || (text_[i] == '.' && is_digit(at(i + 1))))) ++i;
  return i;
}

HclLexeme HclLexer::next() {
  while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\r' || skip_comment())) {
    if (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\r')) ++at_;
  }
  const std::uint32_t begin = at_;
  if (begin >= text_.size()) return {HclToken::end, {begin, begin}};
  const char c = text_[begin];
  HclToken token = HclToken::other;
  if (c == '\n') {
    token = HclToken::newline;
    at_ = begin + 1;
  } else if (c == '"') {
    token = HclToken::text;
    at_ = end_of_quoted();
  } else if (c == '<' && at(begin + 1) == '<') {
    token = HclToken::text;
    at_ = end_of_heredoc();
  } else if (is_letter(c)) {
    token = HclToken::identifier;
    at_ = end_of_word();
  } else if (is_digit(c)) {
    token = HclToken::number;
    at_ = end_of_number();
  } else if ((c == '=' && (at(begin + 1) == '=' || at(begin + 1) == '>')) || ((c == '!' || c == '<' || c == '>') && at(begin + 1) == '=')) {
    at_ = begin + 2;
  } else {
    token = c == '=' || c == ':' ? HclToken::equals : kind_of(c);
    at_ = begin + 1;
  }
  return {token, {begin, at_}};
}

}  // namespace demarc
