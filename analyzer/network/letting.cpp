#include "analyzer/network/letting.h"

#include <algorithm>

namespace demarc {

namespace {

constexpr std::size_t kPrunedUpTo = 32;

// Whether a denial is tried before an entry; an order that is not known is taken either way, as `how` wants it.
bool comes_first(const TrafficRule& denial, const TrafficRule& entry, Truth how) {
  if (!denial.number || !entry.number) return how == Truth::unknown;
  return *denial.number < *entry.number;
}

// What denials before an entry take from it: with yes what they certainly take, with unknown also what they may.
AddressSet denied_before(const TrafficRule& entry, std::span<const TrafficRule> rules, Family family, Protocol protocol, int port,
                         Truth how) {
  std::vector<AddressSpan> spans;
  for (const TrafficRule& rule : rules) {
    if (both(negate(rule.allows), rule.speaks(protocol, port)) < how || !comes_first(rule, entry, how)) continue;
    for (const Network& network : rule.networks) {
      if (network.block.family != family) continue;
      if (network.known)
        spans.push_back(network.block.span);
      else if (how == Truth::unknown)
        spans.push_back(block_of(family, {}, 0).span);
    }
  }
  return AddressSet(std::move(spans));
}

bool is_hidden(const TrafficRule& entry, std::span<const TrafficRule> rules, const NetworkQuestion& question, Protocol protocol,
               int port, Truth how) {
  return std::all_of(entry.networks.begin(), entry.networks.end(), [&](const Network& network) {
    const Family family = network.block.family;
    const AddressSet& asked = question.asked(family);
    const AddressSet its_own = network.known ? AddressSet({network.block.span}) : asked;
    return !its_own.without(denied_before(entry, rules, family, protocol, port, how)).overlaps(asked);
  });
}

std::vector<const Network*> networks_of(std::span<const TrafficRule* const> rules) {
  std::vector<const Network*> networks;
  for (const TrafficRule* rule : rules) {
    for (const Network& network : rule->networks) networks.push_back(&network);
  }
  return networks;
}

int widest(const TrafficRule& rule) {
  int result = bits(Family::ipv6);
  for (const Network& network : rule.networks) result = std::min(result, network.widest);
  return result;
}

void drop_needless(std::vector<const TrafficRule*>& rules, const NetworkQuestion& question, Truth how) {
  for (std::size_t i = rules.size(); i-- > 0;) {
    std::vector<const TrafficRule*> others = rules;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
    if (answered_by(others, question) >= how) rules = std::move(others);
  }
}

}  // namespace

std::vector<const TrafficRule*> letting(std::span<const TrafficRule> rules, TrafficRules::Form form,
                                        const NetworkQuestion& question, Protocol protocol, int port, Truth how) {
  const Truth hidden = how == Truth::yes ? Truth::unknown : Truth::yes;
  std::vector<const TrafficRule*> result;
  for (const TrafficRule& rule : rules) {
    if (both(rule.allows, rule.speaks(protocol, port)) < how) continue;
    if (form == TrafficRules::Form::acl && is_hidden(rule, rules, question, protocol, port, hidden)) continue;
    result.push_back(&rule);
  }
  return result;
}

Truth answered_by(std::span<const TrafficRule* const> rules, const NetworkQuestion& question) {
  if (question.anything()) return truth(!rules.empty());
  return question.answered_by(networks_of(rules));
}

std::vector<const TrafficRule*> decisive(std::span<const TrafficRule* const> rules, const NetworkQuestion& question, Truth how) {
  std::vector<const TrafficRule*> alone;
  for (const TrafficRule* rule : rules) {
    const TrafficRule* const one[] = {rule};
    if (answered_by(one, question) >= how) alone.push_back(rule);
  }
  if (!alone.empty()) return alone;
  std::vector<const TrafficRule*> sorted(rules.begin(), rules.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const TrafficRule* a, const TrafficRule* b) { return widest(*a) < widest(*b); });
  // One rule more never answers worse: the shortest run of the widest networks that is enough.
  std::size_t enough = sorted.size();
  for (std::size_t too_few = 0; too_few + 1 < enough;) {
    const std::size_t middle = too_few + (enough - too_few) / 2;
    (answered_by(std::span(sorted).first(middle), question) >= how ? enough : too_few) = middle;
  }
  sorted.resize(enough);
  if (sorted.size() <= kPrunedUpTo) drop_needless(sorted, question, how);
  return sorted;
}

}  // namespace demarc
