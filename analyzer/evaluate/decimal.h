#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace demarc {

// A decimal number as its text says it, without the rounding of a double: 7, 7.0 and 70e-1 are one number, and so is every
// account id. 0.DIGITS times ten to the POINT; no digits: zero.
struct Decimal {
  bool negative = false;
  std::string digits;  // without zeros at either end
  std::int64_t point = 0;
};

// Reads an optional sign, digits with an optional fraction, and an optional exponent. Nothing for any other text.
std::optional<Decimal> read_decimal(std::string_view text);

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);
bool operator==(const Decimal& a, const Decimal& b);

}  // namespace demarc
