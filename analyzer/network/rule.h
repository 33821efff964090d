#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analyzer/network/network.h"
#include "analyzer/network/ports.h"
#include "analyzer/network/protocol.h"
#include "parsers/graph/scenario.h"
#include "parsers/graph/truth.h"

namespace demarc {

// Ports from first to last, both included; none where last < first.
struct PortSpan {
  int first = 0;
  int last = -1;

  bool overlaps(const PortSpan& other) const { return first <= other.last && other.first <= last; }
  bool contains(int port) const { return first <= port && port <= last; }
};

constexpr PortSpan kEveryPort{0, 65535};

// One rule of a security group or entry of a network ACL, as far as it is known.
struct TrafficRule {
  Place place;
  std::string path;
  Protocol protocol = kAllProtocols;
  bool protocol_known = true;
  PortSpan sure = kEveryPort;        // ports that it certainly speaks of
  PortSpan possible = kEveryPort;    // ports that it may speak of
  std::vector<Network> networks;     // none: it names groups or prefix lists instead
  std::vector<std::string> reasons;  // of what is unknown beside the networks
  std::string protocol_word;         // "tcp", "all protocols"
  std::string range_word;            // "22", "20-30", "all ports", "22-…" where the other end is not known
  const Reference* ports_through = nullptr;  // what an end of the range came through

  // Of an entry of a network ACL.
  Truth allows = Truth::yes;  // else it denies
  std::optional<int> number;  // nothing: not known
  Truth egress = Truth::no;

  Truth speaks(Protocol asked) const;            // of that protocol
  Truth speaks(Protocol asked, int port) const;  // and of that port, where the protocol has ports
};

// Reads one rule. A value that is no map gives a rule that may be anything.
// Names of properties: those of security groups and network ACLs, and of the few types that keep such rules under other
// names (IpRange, Cidrs). Groups and prefix lists that a rule names are not networks: what they hold stands elsewhere, and
// neither is ever the whole internet unless somebody says so there.
TrafficRule read_rule(const Value& value, std::string path, TrafficRules::Form form, Scenario& scenario);

}  // namespace demarc
