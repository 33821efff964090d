#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace demarc {

// IP protocols by their number; https://www.iana.org/assignments/protocol-numbers
using Protocol = int;
constexpr Protocol kAllProtocols = -1;
constexpr Protocol kOtherProtocol = -2;  // a name that is none of those below: certainly not one of them
constexpr Protocol kIcmp = 1;
constexpr Protocol kTcp = 6;
constexpr Protocol kUdp = 17;
constexpr Protocol kIcmpv6 = 58;

// The protocol that a rule names by name or number, in any case: "tcp", "6", "-1", "all".
Protocol protocol_named(std::string_view name);

// The protocols that a test's word stands for: "any" (and nothing) is tcp and udp, "icmp" both ICMPs, "all" all protocols
// at once, a name or number itself.
std::vector<Protocol> protocols_asked(std::string_view word);

// Whether the protocol has ports at all.
constexpr bool has_ports(Protocol protocol) { return protocol == kTcp || protocol == kUdp || protocol == kAllProtocols; }

// As messages call a protocol that a rule names: "tcp", "all protocols", "protocol 50".
std::string describe_protocol(std::string_view name);

}  // namespace demarc
