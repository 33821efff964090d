#include "parsers/cloudformation/parameter_bounds.h"

#include <algorithm>
#include <charconv>
#include <system_error>

namespace demarc {
namespace {

template <class T>
std::optional<T> number_of(std::string_view text) {
  T number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

template <class T>
std::optional<T> bound(const Node& declaration, std::string_view key) {
  const Node* node = declaration.find(key);
  return node != nullptr && node->is_scalar() ? number_of<T>(node->text()) : std::nullopt;
}

// Characters, not bytes: those that continue one do not count.
std::uint64_t length_of(std::string_view text) {
  return static_cast<std::uint64_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace

bool is_number(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const auto fits = [](char c) { return (c >= '0' && c <= '9') || c == '.'; };
  return !text.empty() && text.front() != '.' && text.back() != '.' && std::all_of(text.begin(), text.end(), fits) &&
         std::count(text.begin(), text.end(), '.') <= 1;
}

bool ParameterBounds::allow(std::string_view text) const {
  const std::uint64_t length = length_of(text);
  if ((min_length && length < *min_length) || (max_length && length > *max_length)) return false;
  if (!number) return true;
  const std::optional<double> value = number_of<double>(text);
  if (!value) return false;
  return !(min_value && *value < *min_value) && !(max_value && *value > *max_value);
}

ParameterBounds parameter_bounds(const Node& declaration, const ParameterType& type) {
  ParameterBounds bounds;
  if (type.list || type.stored) return bounds;
  bounds.number = type.number;
  if (type.number) {
    bounds.min_value = bound<double>(declaration, "MinValue");
    bounds.max_value = bound<double>(declaration, "MaxValue");
  } else {
    bounds.min_length = bound<std::uint64_t>(declaration, "MinLength");
    bounds.max_length = bound<std::uint64_t>(declaration, "MaxLength");
  }
  return bounds;
}

}  // namespace demarc
