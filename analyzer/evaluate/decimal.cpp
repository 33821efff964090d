#include "analyzer/evaluate/decimal.h"

#include <charconv>

namespace demarc {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Takes the digits at the front of text.
std::string_view take_digits(std::string_view& text) {
  std::size_t count = 0;
  while (count < text.size() && is_digit(text[count])) ++count;
  std::string_view digits = text.substr(0, count);
  text.remove_prefix(count);
  return digits;
}

bool take_sign(std::string_view& text) {
  if (text.empty() || (text[0] != '-' && text[0] != '+')) return false;
  bool negative = text[0] == '-';
  text.remove_prefix(1);
  return negative;
}

std::optional<std::int64_t> read_exponent(std::string_view text) {
  if (text.empty()) return 0;
  if (text[0] != 'e' && text[0] != 'E') return std::nullopt;
  text.remove_prefix(1);
  bool negative = take_sign(text);
  std::int32_t exponent = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), exponent);
  if (text.empty() || !is_digit(text[0]) || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return negative ? -std::int64_t{exponent} : exponent;
}

}  // namespace

std::optional<Decimal> read_decimal(std::string_view text) {
  Decimal result;
  result.negative = take_sign(text);
  std::string_view whole = take_digits(text), fraction;
  if (!text.empty() && text[0] == '.') {
    text.remove_prefix(1);
    fraction = take_digits(text);
  }
  if (whole.empty() && fraction.empty()) return std::nullopt;
  std::optional<std::int64_t> exponent = read_exponent(text);
  if (!exponent) return std::nullopt;
  result.digits.append(whole).append(fraction);
  result.point = static_cast<std::int64_t>(whole.size()) + *exponent;
  std::size_t first = result.digits.find_first_not_of('0');
  if (first == std::string::npos) return Decimal();
  result.digits.erase(0, first);
  result.digits.erase(result.digits.find_last_not_of('0') + 1);
  result.point -= static_cast<std::int64_t>(first);
  return result;
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  auto sign = [](const Decimal& n) { return n.digits.empty() ? 0 : n.negative ? -1 : 1; };
  if (sign(a) != sign(b)) return sign(a) <=> sign(b);
  const Decimal& small = a.negative ? b : a;
  const Decimal& large = a.negative ? a : b;
  if (small.digits.empty()) return std::strong_ordering::equal;
  if (small.point != large.point) return small.point <=> large.point;
  int order = small.digits.compare(large.digits);
  return order <=> 0;
}

bool operator==(const Decimal& a, const Decimal& b) { return (a <=> b) == 0; }

}  // namespace demarc
