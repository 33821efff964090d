#include "analyzer/network/network.h"

#include <charconv>
#include <optional>
#include <system_error>
#include <utility>

#include "analyzer/network/reason.h"

namespace demarc {

namespace {

constexpr int widest_of_resource(Family family) { return family == Family::ipv4 ? 8 : 20; }

// The prefix behind the last slash of a text that ends in one.
std::optional<int> written_prefix(std::string_view tail, Family family) {
  const std::size_t slash = tail.rfind('/');
  if (slash == std::string_view::npos) return {};
  int prefix = 0;
  const std::string_view digits = tail.substr(slash + 1);
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), prefix);
  if (error != std::errc() || end != digits.data() + digits.size() || prefix < 0 || prefix > bits(family)) return {};
  return prefix;
}

bool is_attribute(const Value& value) {
  if (value.is(Value::Kind::reference)) return value.reference().kind == Reference::Kind::resource;
  return value.is(Value::Kind::unknown) && value.unknown().why == Why::attribute;
}

}  // namespace

Network unknown_network(Family family, std::string reason) {
  Network network;
  network.known = false;
  network.block.family = family;
  network.narrowest = bits(family);
  network.reason = std::move(reason);
  return network;
}

Network read_network(const Value& value, std::string_view property, Family family) {
  if (value.is_scalar()) {
    if (const std::optional<AddressBlock> block = read_block(value.scalar())) {
      return {true, *block, block->prefix, block->prefix, value.sensitive ? std::string() : std::string(value.scalar()), {}, value.through};
    }
  }
  Network network = unknown_network(family, reason_for(value, property, "network in CIDR notation"));
  if (value.is(Value::Kind::partial)) {
    const std::span<const Piece> pieces = value.pieces();
    if (pieces.size() == 1 && pieces[0].hole != nullptr) return read_network(*pieces[0].hole, property, family);
    if (const std::optional<int> prefix = written_prefix(pieces.back().literal, family)) {
      network.widest = network.narrowest = *prefix;
    }
  } else if (is_attribute(value)) {
    network.widest = widest_of_resource(family);
  }
  return network;
}

}  // namespace demarc
