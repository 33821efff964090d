#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>

namespace demarc {

// An IPv4 address, in the lowest 32 bits, or an IPv6 address.
struct IpAddress {
  std::uint64_t high = 0;
  std::uint64_t low = 0;

  friend auto operator<=>(const IpAddress&, const IpAddress&) = default;
};

// The neighbours of an address. Requires: there is one.
IpAddress after(IpAddress address);
IpAddress before(IpAddress address);

enum class Family : std::uint8_t { ipv4, ipv6 };

constexpr int bits(Family family) { return family == Family::ipv4 ? 32 : 128; }

// The addresses from first to last, both included.
struct AddressSpan {
  IpAddress first;
  IpAddress last;

  friend bool operator==(const AddressSpan&, const AddressSpan&) = default;
};

// The addresses that share their first `prefix` bits.
struct AddressBlock {
  Family family = Family::ipv4;
  int prefix = 0;
  AddressSpan span;
};

// Reads an address or a network in CIDR notation: "10.0.0.0/8", "::/0", "2001:DB8::ffff:10.0.0.1/96". An address alone is
// the network of that address. Host bits are dropped, leading zeros are decimal, white space around the text does not count:
// the same as the services that take such text. Nothing if it is neither.
// Text forms: https://www.rfc-editor.org/rfc/rfc4632 (IPv4), https://www.rfc-editor.org/rfc/rfc4291#section-2.2 (IPv6)
std::optional<AddressBlock> read_block(std::string_view text);

// The block of a family with that prefix in which an address lies. Requires: 0 <= prefix <= bits(family).
AddressBlock block_of(Family family, IpAddress address, int prefix);

}  // namespace demarc
