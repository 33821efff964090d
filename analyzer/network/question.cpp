#include "analyzer/network/question.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <system_error>

namespace demarc {

namespace {

AddressSpan span_of(std::string_view cidr) { return read_block(cidr)->span; }

AddressSet ipv4_internet() {
  constexpr std::string_view kReserved[] = {
      "0.0.0.0/8",    "10.0.0.0/8",     "100.64.0.0/10", "127.0.0.0/8",     "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
      "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4",   "240.0.0.0/4"};
  std::vector<AddressSpan> reserved;
  for (const std::string_view cidr : kReserved) reserved.push_back(span_of(cidr));
  return AddressSet({span_of("0.0.0.0/0")}).without(AddressSet(std::move(reserved)));
}

// An unknown network may be half of a range, and another rule the other half; a quarter is not taken for it.
bool may_hold(const Network& network, int prefix) { return network.widest <= prefix + 1; }

// Whether a prefix of that family is one that "wider than /N" speaks of.
bool counts_for(Family family, int limit) { return limit <= bits(Family::ipv4) || family == Family::ipv6; }

Truth is_wider(const Network& network, int limit) {
  if (!counts_for(network.block.family, limit) || network.widest >= limit) return Truth::no;
  return network.narrowest < limit ? Truth::yes : Truth::unknown;
}

}  // namespace

NetworkQuestion::NetworkQuestion(std::span<const std::string> words) : anything_(words.empty()) {
  constexpr std::string_view kWider = "wider-than /";
  for (const std::string& word : words) {
    if (word == "world") {
      ranges_.push_back({Family::ipv4, ipv4_internet(), 0});
      ranges_.push_back({Family::ipv6, AddressSet({span_of("2000::/3")}), 3});
    } else if (word == "private") {
      for (const std::string_view cidr : {"10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"}) ask_for(cidr);
    } else if (word.starts_with(kWider)) {
      int limit = 0;
      const auto [end, error] = std::from_chars(word.data() + kWider.size(), word.data() + word.size(), limit);
      if (error == std::errc() && end == word.data() + word.size()) wider_than_.push_back(limit);
    } else {
      ask_for(word);
    }
  }
  for (const Family family : {Family::ipv4, Family::ipv6}) asked_[static_cast<std::size_t>(family)] = union_of_asked(family);
}

void NetworkQuestion::ask_for(std::string_view cidr) {
  if (const std::optional<AddressBlock> block = read_block(cidr)) {
    ranges_.push_back({block->family, AddressSet({block->span}), block->prefix});
  }
}

Truth NetworkQuestion::answered_by(std::span<const Network* const> networks) const {
  if (anything_) return Truth::yes;
  Truth result = Truth::no;
  for (const Network* network : networks) {
    for (const int limit : wider_than_) result = either(result, is_wider(*network, limit));
  }
  for (const Range& range : ranges_) {
    std::vector<AddressSpan> known;
    bool possible = false;
    for (const Network* network : networks) {
      if (network->block.family != range.family) continue;
      if (network->known)
        known.push_back(network->block.span);
      else
        possible = possible || may_hold(*network, range.prefix);
    }
    if (AddressSet(std::move(known)).contains(range.addresses)) return Truth::yes;
    if (possible) result = either(result, Truth::unknown);
  }
  return result;
}

Truth NetworkQuestion::answered_by(const Network& network) const {
  const Network* const one[] = {&network};
  return answered_by(one);
}

bool NetworkQuestion::touches(const Network& network) const {
  if (anything_ || !network.known) return true;
  return asked(network.block.family).overlaps(AddressSet({network.block.span}));
}

AddressSet NetworkQuestion::union_of_asked(Family family) const {
  std::vector<AddressSpan> spans;
  for (const Range& range : ranges_) {
    if (range.family == family) spans.insert(spans.end(), range.addresses.spans().begin(), range.addresses.spans().end());
  }
  const bool any_prefix =
      std::any_of(wider_than_.begin(), wider_than_.end(), [&](int limit) { return counts_for(family, limit); });
  if (anything_ || any_prefix) spans.push_back(span_of(family == Family::ipv4 ? "0.0.0.0/0" : "::/0"));
  return AddressSet(std::move(spans));
}

}  // namespace demarc
