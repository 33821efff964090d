#pragma once

#include <cstdint>

namespace demarc {

// Kleene's three values: no < unknown < yes.
enum class Truth : std::uint8_t { no, unknown, yes };

constexpr Truth truth(bool known) { return known ? Truth::yes : Truth::no; }
constexpr Truth both(Truth a, Truth b) { return a < b ? a : b; }
constexpr Truth either(Truth a, Truth b) { return a < b ? b : a; }
constexpr Truth negate(Truth a) { return a == Truth::unknown ? a : truth(a == Truth::no); }

}  // namespace demarc
