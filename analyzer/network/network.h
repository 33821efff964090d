#pragma once

#include <string>
#include <string_view>

#include "analyzer/network/address.h"
#include "parsers/graph/value.h"

namespace demarc {

// A network that a rule names. Of one that is not known, bounds of its prefix may be known.
struct Network {
  bool known = true;
  AddressBlock block;   // of an unknown one only the family counts
  int widest = 0;       // the shortest prefix that it may have
  int narrowest = 0;    // the longest
  std::string written;  // in the words of the file; empty where it is not known or must not be shown
  std::string reason;   // of an unknown one: "CidrIp depends on parameter Cidr, which has no default"
  const Reference* through = nullptr;  // what a known one came through
};

// Reads a settled value as a network. The family is that of the text or, where there is none, the given one.
// Known of unknown ones: a text that ends in "/32" has that prefix; an attribute of a resource (a VPC's or subnet's range, an
// address) is never wider than /8 or, of IPv6, /20: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
// (a VPC is /16 to /28, /44 to /60), with room for address pools.
Network read_network(const Value& value, std::string_view property, Family family);

// A network of which nothing is known.
Network unknown_network(Family family, std::string reason);

}  // namespace demarc
