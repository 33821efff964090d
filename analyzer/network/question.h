#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/network/address_set.h"
#include "analyzer/network/network.h"
#include "parsers/graph/truth.h"

namespace demarc {

// What a test asks of networks: whether one of some ranges is let in whole, or a network that is wider than some prefix.
//   world           every address of the IPv4 internet, or of the IPv6 internet: all but what is reserved for other use
//   private         one of the private ranges: 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, fc00::/7
//   wider-than /N   a network with a prefix shorter than N; an N above 32 speaks of IPv6 only
//   a CIDR block    that block
// Without any word every rule will do, also one that names no network.
// Sources: https://www.iana.org/assignments/iana-ipv4-special-registry,
// https://www.iana.org/assignments/ipv6-unicast-address-assignments,
// https://www.rfc-editor.org/rfc/rfc1918, https://www.rfc-editor.org/rfc/rfc4193
class NetworkQuestion {
 public:
  // Words that are none of those above ask for nothing.
  explicit NetworkQuestion(std::span<const std::string> words);

  bool anything() const { return anything_; }

  // Whether the networks together answer it.
  Truth answered_by(std::span<const Network* const> networks) const;
  Truth answered_by(const Network& network) const;

  // Whether the network has part in the ranges that are asked for.
  bool touches(const Network& network) const;

  // The ranges that are asked for, of one family; those that a prefix asks for are all.
  const AddressSet& asked(Family family) const { return asked_[static_cast<std::size_t>(family)]; }

 private:
  struct Range {
    Family family;
    AddressSet addresses;
    int prefix;  // of the smallest block that holds it
  };
  void ask_for(std::string_view cidr);
  AddressSet union_of_asked(Family family) const;

  std::vector<Range> ranges_;
  std::vector<int> wider_than_;
  bool anything_ = false;
  std::array<AddressSet, 2> asked_;
};

}  // namespace demarc
