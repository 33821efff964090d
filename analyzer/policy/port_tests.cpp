#include <fmt/format.h>

#include <array>
#include <charconv>

#include "analyzer/policy/fields.h"
#include "analyzer/policy/operands.h"
#include "analyzer/policy/tests.h"

namespace demarc {
namespace {

constexpr std::array<std::string_view, 1> kOuterKeys = {"ports"};
constexpr std::array<std::string_view, 5> kKeys = {"direction", "from", "to-network", "to", "protocol"};
constexpr std::array<std::string_view, 2> kDirections = {"ingress", "egress"};
constexpr std::array<std::string_view, 4> kProtocols = {"tcp", "udp", "icmp", "any"};
constexpr std::array<std::string_view, 2> kNetworks = {"world", "private"};
constexpr std::array<std::string_view, 1> kWiderKey = {"wider-than"};

std::optional<unsigned> number(std::string_view text, unsigned most) {
  unsigned value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value > most) return std::nullopt;
  return value;
}

std::optional<PortRange> port_range(std::string_view text) {
  std::size_t dash = text.find('-');
  std::optional<unsigned> first = number(text.substr(0, dash), 65535);
  std::optional<unsigned> last = dash == std::string_view::npos ? first : number(text.substr(dash + 1), 65535);
  if (!first || !last || *first > *last) return std::nullopt;
  return PortRange{static_cast<std::uint16_t>(*first), static_cast<std::uint16_t>(*last)};
}

std::string no_port(const Literal& literal) { return port_range(literal.text) ? "" : "is no port and no range such as 20-30"; }

// Only the form: what addresses mean is the network room's.
bool looks_like_cidr(std::string_view text) {
  std::size_t slash = text.find('/');
  if (slash == std::string_view::npos || !number(text.substr(slash + 1), 128)) return false;
  std::string_view address = text.substr(0, slash);
  return address.find_first_of(".:") != std::string_view::npos &&
         address.find_first_not_of("0123456789abcdefABCDEF.:") == std::string_view::npos;
}

std::string no_network(const Literal& literal) {
  if (literal.text == "world" || literal.text == "private" || looks_like_cidr(literal.text)) return "";
  return fmt::format("is none of world, private or {{wider-than: /24}}, and no CIDR{}", did_you_mean(literal.text, kNetworks));
}

class PortsReader {
 public:
  PortsReader(const Node& node, const Reading& reading)
      : reading_(reading), fields_(node, "a test of ports", kKeys, reading.mistakes) {}

  PortsTest read() {
    if (const Node* direction = fields_.find("direction")) {
      std::optional<std::size_t> known = read_name(*direction, "\"direction\"", kDirections, reading_.mistakes);
      if (known) test_.direction = static_cast<PortsTest::Direction>(*known);
    }
    read_networks();
    read_ports();
    if (const Node* protocol = fields_.find("protocol")) {
      std::optional<std::size_t> known = read_name(*protocol, "\"protocol\"", kProtocols, reading_.mistakes);
      if (known) test_.protocol = kProtocols[*known];
    }
    return std::move(test_);
  }

 private:
  void read_networks() {
    bool ingress = test_.direction == PortsTest::Direction::ingress;
    std::string_view key = ingress ? "from" : "to-network", other = ingress ? "to-network" : "from";
    if (const Member* wrong = fields_.node().find_member(other)) {
      reading_.mistakes.add(wrong->key_range, fmt::format("\"{}\" has no meaning for {}; write \"{}\"", other,
                                                          ingress ? "ingress" : "egress", key));
    }
    const Node* node = fields_.need(key);
    if (!node) return;
    std::span<const Node> items = node->kind == NodeKind::list ? node->items() : std::span<const Node>(node, 1);
    if (items.empty()) reading_.mistakes.add(node->range, fmt::format("\"{}\" is an empty list", key));
    for (const Node& item : items) read_network(item, fmt::format("\"{}\"", key));
  }

  void read_network(const Node& item, const std::string& what) {
    if (item.kind == NodeKind::map) {
      Fields wider(item, what, kWiderKey, reading_.mistakes);
      std::optional<std::string> prefix = wider.needed_text("wider-than");
      if (!prefix) return;
      if ((*prefix)[0] == '/' && number(std::string_view(*prefix).substr(1), 128)) {
        test_.networks.push_back("wider-than " + *prefix);
      } else {
        reading_.mistakes.add(wider.find("wider-than")->range,
                              fmt::format("\"wider-than\" must be a prefix length such as /24, not \"{}\"", *prefix));
      }
      return;
    }
    std::optional<std::vector<std::string>> networks = read_literal_texts(item, what, reading_, no_network);
    if (networks) test_.networks.insert(test_.networks.end(), networks->begin(), networks->end());
  }

  void read_ports() {
    const Node* to = fields_.need("to");
    if (!to) return;
    test_.all_ports = to->is_scalar() && to->text() == "all";
    if (test_.all_ports) return;
    std::optional<std::vector<std::string>> ports = read_literal_texts(*to, "\"to\"", reading_, no_port);
    if (!ports) return;
    for (const std::string& port : *ports) test_.ports.push_back(*port_range(port));
  }

  const Reading& reading_;
  Fields fields_;
  PortsTest test_;
};

}  // namespace

std::optional<Test> read_ports(const Node& node, const Standing&, const Reading& reading) {
  Fields(node, "a test with ports", kOuterKeys, reading.mistakes);
  return Test{PortsReader(*node.find("ports"), reading).read(), node.range};
}

}  // namespace demarc
