#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace demarc {

// A day of the proleptic Gregorian calendar ("2026-11-24"), as the number of days since 1970-01-01.
// Nothing if the text is no such date.
std::optional<std::int64_t> day_number(std::string_view date);

// "0 days", "1 day", "90 days", "2 weeks", "-30 days" as a number of days; nothing if the text is no such duration.
std::optional<std::int64_t> days_of(std::string_view duration);

}  // namespace demarc
