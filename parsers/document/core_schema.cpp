#include "parsers/document/core_schema.h"

#include <algorithm>
#include <utility>

namespace demarc {
namespace {

constexpr std::string_view kPrefix = "tag:yaml.org,2002:";

constexpr std::pair<std::string_view, NodeKind> kTags[] = {
    {"null", NodeKind::null}, {"bool", NodeKind::boolean}, {"int", NodeKind::number}, {"float", NodeKind::number},
    {"str", NodeKind::text},  {"seq", NodeKind::list},     {"map", NodeKind::map},
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t take_digits(std::string_view& text) {
  std::size_t count = 0;
  while (count < text.size() && is_digit(text[count])) ++count;
  text.remove_prefix(count);
  return count;
}

void take_sign(std::string_view& text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
}

// [-+]? ( 0 | [1-9][0-9]* )? ( \. [0-9]* )? ( [eE] [-+]? [0-9]+ )?, with a digit before the exponent
bool is_decimal(std::string_view text) {
  take_sign(text);
  bool leading_zero = text.starts_with('0');
  std::size_t whole = take_digits(text);
  if (leading_zero && whole > 1) return false;
  std::size_t fraction = 0;
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    fraction = take_digits(text);
  }
  if (whole + fraction == 0) return false;
  if (text.starts_with('e') || text.starts_with('E')) {
    text.remove_prefix(1);
    take_sign(text);
    if (take_digits(text) == 0) return false;
  }
  return text.empty();
}

template <std::size_t N>
bool is_among(std::string_view text, const std::string_view (&words)[N]) {
  return std::find(words, words + N, text) != words + N;
}

}  // namespace

bool is_null_word(std::string_view text) {
  constexpr std::string_view kNull[] = {"", "~", "null", "Null", "NULL"};
  return is_among(text, kNull);
}

bool is_true_word(std::string_view text) {
  constexpr std::string_view kTrue[] = {"true", "True", "TRUE"};
  return is_among(text, kTrue);
}

NodeKind kind_of_plain(std::string_view text) {
  constexpr std::string_view kFalse[] = {"false", "False", "FALSE"};
  if (is_null_word(text)) return NodeKind::null;
  if (is_true_word(text) || is_among(text, kFalse)) return NodeKind::boolean;
  return is_decimal(text) ? NodeKind::number : NodeKind::text;
}

std::optional<NodeKind> kind_of_tag(std::string_view tag) {
  if (tag == "!") return NodeKind::text;
  if (!tag.starts_with(kPrefix)) return std::nullopt;
  for (const auto& [name, kind] : kTags) {
    if (tag.substr(kPrefix.size()) == name) return kind;
  }
  return std::nullopt;
}

}  // namespace demarc
