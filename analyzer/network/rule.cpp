#include "analyzer/network/rule.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <system_error>

#include "analyzer/network/reason.h"

namespace demarc {

namespace {

// A property of a rule under the first of some names, settled.
struct Property {
  Value value = Value::null();
  std::string_view name;  // in the words of the file
};

template <std::size_t N>
Property property(const Value& map, const std::array<std::string_view, N>& names, Scenario& scenario) {
  for (const std::string_view name : names) {
    const Entry* entry = map.find(name);
    if (entry == nullptr) continue;
    const Value value = scenario.settle(entry->value);
    // Terraform writes "" for what is not set.
    const bool empty = value.is(Value::Kind::text) && value.scalar().empty();
    if (!value.is_null() && !empty) return {value, entry->written.empty() ? entry->key : entry->written};
  }
  return {};
}

Property property(const Value& map, std::string_view name, Scenario& scenario) {
  return property(map, std::array{name}, scenario);
}

// A whole number as texts write it: "22", "22.0".
std::optional<int> whole_number(const Value& value) {
  if (!value.is_scalar()) return {};
  std::string_view text = value.scalar();
  if (text.size() > 2 && text.substr(text.size() - 2) == ".0") text.remove_suffix(2);
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return {};
  return number;
}

void read_protocol(const Value& map, Scenario& scenario, TrafficRule& rule) {
  const Property protocol = property(map, std::array<std::string_view, 2>{"IpProtocol", "Protocol"}, scenario);
  if (protocol.value.is_null()) return;
  if (!protocol.value.is_scalar()) {
    rule.protocol_known = false;
    rule.protocol_word = "a protocol that is not known";
    rule.reasons.push_back(reason_for(protocol.value, protocol.name));
    return;
  }
  rule.protocol = protocol_named(protocol.value.scalar());
  rule.protocol_word = describe_protocol(protocol.value.scalar());
}

struct Ends {
  Property from;
  Property to;
};

Ends ends_of(const Value& map, TrafficRules::Form form, Scenario& scenario) {
  if (form == TrafficRules::Form::group) return {property(map, "FromPort", scenario), property(map, "ToPort", scenario)};
  const Property range = property(map, "PortRange", scenario);
  if (!range.value.is(Value::Kind::map)) return {range, range};
  return {property(range.value, "From", scenario), property(range.value, "To", scenario)};
}

// One end of a range; nothing where it is not known.
std::optional<int> end_of(const Property& end, int absent, TrafficRule& rule) {
  if (end.value.is_null()) return absent;
  const std::optional<int> number = whole_number(end.value);
  if (number && *number == -1) return absent;
  if (number && kEveryPort.contains(*number)) return number;
  rule.reasons.push_back(reason_for(end.value, end.name, "port"));
  return {};
}

std::string range_words(std::optional<int> from, std::optional<int> to) {
  if (!from && !to) return "ports that are not known";
  if (!from || !to) return from ? fmt::format("{}-…", *from) : fmt::format("…-{}", *to);
  if (*from <= 1 && *to == kEveryPort.last) return "all ports";
  return *from == *to ? fmt::format("{}", *from) : fmt::format("{}-{}", *from, *to);
}

// Rules of TCP and UDP speak of their ports; all others of no port or, for all protocols, of every one.
void read_ports(const Value& map, TrafficRules::Form form, Scenario& scenario, TrafficRule& rule) {
  const bool ports_count = !rule.protocol_known || rule.protocol == kTcp || rule.protocol == kUdp;
  if (!ports_count) return;
  const Ends ends = ends_of(map, form, scenario);
  const std::optional<int> from = end_of(ends.from, kEveryPort.first, rule);
  const std::optional<int> to = end_of(ends.to, kEveryPort.last, rule);
  if (from && to && *to < *from) {
    rule.reasons.push_back(fmt::format("{} is greater than {}", ends.from.name, ends.to.name));
    rule.sure = {};
  } else {
    rule.possible = {from.value_or(kEveryPort.first), to.value_or(kEveryPort.last)};
    if (from && to)
      rule.sure = rule.possible;
    else if (from)
      rule.sure = {*from, *from};
    else if (to)
      rule.sure = {*to, *to};
    else
      rule.sure = {};
  }
  rule.range_word = range_words(from, to);
  for (const Property& end : {ends.from, ends.to}) {
    if (rule.ports_through == nullptr && end.value.is_scalar()) rule.ports_through = end.value.through;
  }
  // A rule of an unknown protocol may be one for all protocols, whose ports do not count.
  if (!rule.protocol_known) rule.possible = kEveryPort;
}

struct NetworkName {
  std::string_view name;
  Family family;
};

constexpr NetworkName kGroupNetworks[] = {{"CidrIp", Family::ipv4},  {"CidrIpv6", Family::ipv6}, {"CIDRIP", Family::ipv4},
                                          {"IpRange", Family::ipv4}, {"Cidrs", Family::ipv4},    {"Ipv6Cidrs", Family::ipv6},
                                          {"Cidr", Family::ipv4}};
constexpr NetworkName kAclNetworks[] = {{"CidrBlock", Family::ipv4}, {"Ipv6CidrBlock", Family::ipv6}};

void read_networks(const Value& map, std::span<const NetworkName> names, Scenario& scenario, TrafficRule& rule) {
  for (const NetworkName& each : names) {
    const Property found = property(map, each.name, scenario);
    if (found.value.is_null()) continue;
    if (!found.value.is(Value::Kind::list)) {
      rule.networks.push_back(read_network(found.value, found.name, each.family));
      continue;
    }
    for (const Value& item : found.value.items()) {
      const Value member = scenario.settle(item);
      if (!member.is_null()) rule.networks.push_back(read_network(member, found.name, each.family));
    }
  }
}

void read_acl(const Value& map, Scenario& scenario, TrafficRule& rule) {
  const Property action = property(map, "RuleAction", scenario);
  rule.allows = Truth::unknown;
  if (action.value.is_scalar()) {
    const std::string_view word = action.value.scalar();
    if (word == "allow" || word == "ALLOW" || word == "Allow") rule.allows = Truth::yes;
    if (word == "deny" || word == "DENY" || word == "Deny") rule.allows = Truth::no;
  }
  if (rule.allows == Truth::unknown) rule.reasons.push_back(reason_for(action.value, "RuleAction", "action"));
  const Property number = property(map, "RuleNumber", scenario);
  rule.number = whole_number(number.value);
  if (!rule.number) rule.reasons.push_back(reason_for(number.value, "RuleNumber", "number"));
  const Property egress = property(map, "Egress", scenario);
  if (egress.value.is_scalar()) {
    const std::string_view word = egress.value.scalar();
    rule.egress = truth(word == "true" || word == "True" || word == "TRUE");
  } else if (!egress.value.is_null()) {
    rule.egress = Truth::unknown;
    rule.reasons.push_back(reason_for(egress.value, egress.name));
  }
}

}  // namespace

Truth TrafficRule::speaks(Protocol asked) const {
  if (!protocol_known) return Truth::unknown;
  return truth(protocol == kAllProtocols || protocol == asked);
}

Truth TrafficRule::speaks(Protocol asked, int port) const {
  const Truth of_protocol = speaks(asked);
  if (!has_ports(asked)) return of_protocol;
  if (!possible.contains(port)) return Truth::no;
  return both(of_protocol, sure.contains(port) ? Truth::yes : Truth::unknown);
}

TrafficRule read_rule(const Value& value, std::string path, TrafficRules::Form form, Scenario& scenario) {
  TrafficRule rule;
  rule.place = value.place;
  rule.path = std::move(path);
  rule.protocol_word = "all protocols";
  rule.range_word = "all ports";
  if (!value.is(Value::Kind::map)) {
    rule.protocol_known = false;
    rule.sure = {};
    rule.allows = Truth::unknown;
    rule.egress = Truth::unknown;
    rule.reasons.push_back(reason_for(value, rule.path, "rule"));
    for (const Family family : {Family::ipv4, Family::ipv6}) rule.networks.push_back(unknown_network(family, rule.reasons[0]));
    return rule;
  }
  read_protocol(value, scenario, rule);
  read_ports(value, form, scenario, rule);
  const bool group = form == TrafficRules::Form::group;
  read_networks(value, group ? std::span<const NetworkName>(kGroupNetworks) : std::span<const NetworkName>(kAclNetworks),
                scenario, rule);
  if (!group) read_acl(value, scenario, rule);
  return rule;
}

}  // namespace demarc
