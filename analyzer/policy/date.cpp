#include "analyzer/policy/date.h"

#include <charconv>
#include <chrono>

namespace demarc {
namespace {

template <class Number>
std::optional<Number> number_of(std::string_view text) {
  Number number{};
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace

std::optional<std::int64_t> day_number(std::string_view date) {
  if (date.size() != 10 || date[4] != '-' || date[7] != '-') return std::nullopt;
  auto year = number_of<unsigned>(date.substr(0, 4));
  auto month = number_of<unsigned>(date.substr(5, 2));
  auto day = number_of<unsigned>(date.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  std::chrono::year_month_day calendar(std::chrono::year(static_cast<int>(*year)), std::chrono::month(*month),
                                       std::chrono::day(*day));
  if (!calendar.ok()) return std::nullopt;
  return std::chrono::sys_days(calendar).time_since_epoch().count();
}

std::optional<std::int64_t> days_of(std::string_view duration) {
  std::size_t space = duration.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  auto count = number_of<std::int32_t>(duration.substr(0, space));
  std::string_view unit = duration.substr(space + 1);
  if (!count) return std::nullopt;
  if (unit == "day" || unit == "days") return *count;
  if (unit == "week" || unit == "weeks") return std::int64_t{7} * *count;
  return std::nullopt;
}

}  // namespace demarc
