#include "analyzer/network/address.h"

#include <array>
#include <charconv>
#include <system_error>

namespace demarc {

namespace {

std::optional<unsigned> number(std::string_view digits, int base, std::size_t longest) {
  if (digits.empty() || digits.size() > longest) return {};
  unsigned value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
  if (error != std::errc() || end != digits.data() + digits.size()) return {};
  return value;
}

// What stands before the separator; the rest loses it. The whole rest if there is no separator.
std::string_view take(std::string_view& rest, char separator) {
  const std::size_t at = rest.find(separator);
  const std::string_view part = rest.substr(0, at);
  rest = at == std::string_view::npos ? std::string_view() : rest.substr(at + 1);
  return part;
}

std::optional<std::uint32_t> read_ipv4(std::string_view text) {
  std::uint32_t address = 0;
  for (int i = 0; i < 4; ++i) {
    if (i < 3 && text.find('.') == std::string_view::npos) return {};
    const std::optional<unsigned> part = number(i < 3 ? take(text, '.') : text, 10, 3);
    if (!part || *part > 255) return {};
    address = address << 8 | *part;
  }
  return address;
}

// Groups of 16 bits, at most eight.
struct Groups {
  std::array<std::uint16_t, 8> values{};
  std::size_t count = 0;

  bool add(unsigned value) {
    if (count == values.size()) return false;
    values[count++] = static_cast<std::uint16_t>(value);
    return true;
  }
};

// Reads groups between colons; the last may be an IPv4 address. Nothing at all is no group.
bool read_groups(std::string_view text, bool may_end_in_ipv4, Groups& groups) {
  if (text.empty()) return true;
  while (true) {
    const bool last = text.find(':') == std::string_view::npos;
    const std::string_view part = last ? text : take(text, ':');
    if (last && may_end_in_ipv4 && part.find('.') != std::string_view::npos) {
      const std::optional<std::uint32_t> ipv4 = read_ipv4(part);
      return ipv4 && groups.add(*ipv4 >> 16) && groups.add(*ipv4 & 0xffff);
    }
    const std::optional<unsigned> value = number(part, 16, 4);
    if (!value || !groups.add(*value)) return false;
    if (last) return true;
  }
}

std::optional<IpAddress> read_ipv6(std::string_view text) {
  const std::size_t gap = text.find("::");
  const bool has_gap = gap != std::string_view::npos;
  Groups head;
  Groups tail;
  if (!read_groups(text.substr(0, gap), !has_gap, head)) return {};
  if (has_gap && !read_groups(text.substr(gap + 2), true, tail)) return {};
  const std::size_t written = head.count + tail.count;
  if (has_gap ? written > 7 : written != 8) return {};
  std::array<std::uint16_t, 8> all{};
  for (std::size_t i = 0; i < head.count; ++i) all[i] = head.values[i];
  for (std::size_t i = 0; i < tail.count; ++i) all[8 - tail.count + i] = tail.values[i];
  IpAddress address;
  for (std::size_t i = 0; i < 4; ++i) {
    address.high = address.high << 16 | all[i];
    address.low = address.low << 16 | all[i + 4];
  }
  return address;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

// The lowest `count` bits.
constexpr std::uint64_t ones(int count) { return count >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1; }

}  // namespace

IpAddress after(IpAddress address) {
  if (++address.low == 0) ++address.high;
  return address;
}

IpAddress before(IpAddress address) {
  if (address.low-- == 0) --address.high;
  return address;
}

AddressBlock block_of(Family family, IpAddress address, int prefix) {
  const int host = bits(family) - prefix;
  const std::uint64_t low = ones(host);
  const std::uint64_t high = host > 64 ? ones(host - 64) : 0;
  return {family, prefix, {{address.high & ~high, address.low & ~low}, {address.high | high, address.low | low}}};
}

std::optional<AddressBlock> read_block(std::string_view text) {
  text = trimmed(text);
  const bool has_prefix = text.find('/') != std::string_view::npos;
  const std::string_view written = take(text, '/');
  Family family = Family::ipv6;
  IpAddress address;
  if (const std::optional<std::uint32_t> ipv4 = read_ipv4(written)) {
    family = Family::ipv4;
    address.low = *ipv4;
  } else if (const std::optional<IpAddress> ipv6 = read_ipv6(written)) {
    address = *ipv6;
  } else {
    return {};
  }
  if (!has_prefix) return block_of(family, address, bits(family));
  const std::optional<unsigned> prefix = number(text, 10, 3);
  if (!prefix || *prefix > static_cast<unsigned>(bits(family))) return {};
  return block_of(family, address, static_cast<int>(*prefix));
}

}  // namespace demarc
