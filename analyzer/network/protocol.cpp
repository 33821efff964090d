#include "analyzer/network/protocol.h"

#include <fmt/format.h>

#include <charconv>
#include <system_error>

namespace demarc {

namespace {

struct Named {
  std::string_view name;
  Protocol protocol;
};

constexpr Named kNames[] = {{"tcp", kTcp}, {"udp", kUdp}, {"icmp", kIcmp}, {"icmpv6", kIcmpv6}, {"all", kAllProtocols}};

bool same_ignoring_case(std::string_view text, std::string_view lower) {
  if (text.size() != lower.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c) != lower[i]) return false;
  }
  return true;
}

}  // namespace

Protocol protocol_named(std::string_view name) {
  for (const Named& named : kNames) {
    if (same_ignoring_case(name, named.name)) return named.protocol;
  }
  int number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  const bool read = error == std::errc() && end == name.data() + name.size();
  return read && number >= kAllProtocols && number <= 255 ? number : kOtherProtocol;
}

std::vector<Protocol> protocols_asked(std::string_view word) {
  if (word.empty() || word == "any") return {kTcp, kUdp};
  if (word == "icmp") return {kIcmp, kIcmpv6};
  return {protocol_named(word)};
}

std::string describe_protocol(std::string_view name) {
  const Protocol protocol = protocol_named(name);
  if (protocol == kAllProtocols) return "all protocols";
  for (const Named& named : kNames) {
    if (named.protocol == protocol) return std::string(named.name);
  }
  return fmt::format("protocol {}", name);
}

}  // namespace demarc
