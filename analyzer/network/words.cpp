#include "analyzer/network/words.h"

#include <fmt/format.h>

#include <algorithm>

namespace demarc {

namespace {

std::string ports_of(const TrafficRule& rule, const PortsTest& test) {
  if (test.all_ports) return "all ports";
  if (test.ports.empty()) return rule.range_word;
  std::vector<std::string> texts;
  for (const PortRange& range : test.ports) {
    if (!rule.possible.overlaps({range.first, range.last})) continue;
    texts.push_back(range.first == range.last ? fmt::format("{}", range.first) : fmt::format("{}-{}", range.first, range.last));
  }
  return listed(texts);
}

std::string networks_of(const TrafficRule& rule, const NetworkQuestion& question) {
  std::vector<std::string> texts;
  for (const Network& network : rule.networks) {
    if (!network.written.empty() && question.touches(network)) texts.push_back(network.written);
  }
  return listed(texts);
}

// Of several networks that let traffic in none alone decides.
const Reference* decided_through(const TrafficRule& rule, const NetworkQuestion& question) {
  const Network* only = nullptr;
  for (const Network& network : rule.networks) {
    if (!network.known || !question.touches(network)) continue;
    if (only != nullptr) return nullptr;
    only = &network;
  }
  return only != nullptr && only->through != nullptr ? only->through : rule.ports_through;
}

std::vector<std::string> reasons_of(const TrafficRule& rule, const NetworkQuestion& question) {
  std::vector<std::string> reasons = rule.reasons;
  const bool networks_matter = std::none_of(rule.networks.begin(), rule.networks.end(),
                                            [&](const Network& network) { return question.answered_by(network) == Truth::yes; });
  for (const Network& network : rule.networks) {
    if (networks_matter && !network.known && question.answered_by(network) == Truth::unknown) reasons.push_back(network.reason);
  }
  std::vector<std::string> once;
  for (std::string& reason : reasons) {
    if (std::find(once.begin(), once.end(), reason) == once.end()) once.push_back(std::move(reason));
  }
  return once;
}

}  // namespace

std::string listed(const std::vector<std::string>& texts) {
  constexpr std::size_t kMost = 3;
  if (texts.empty()) return {};
  const std::size_t shown = texts.size() <= kMost ? texts.size() - 1 : kMost - 1;
  std::string result;
  for (std::size_t i = 0; i < shown; ++i) result += fmt::format("{}{}", i == 0 ? "" : ", ", texts[i]);
  if (texts.size() > kMost) return fmt::format("{} and {} more", result, texts.size() - shown);
  return texts.size() == 1 ? texts[0] : fmt::format("{} and {}", result, texts.back());
}

Evidence describe_rule(const TrafficRule& rule, const PortsTest& test, const NetworkQuestion& question, Truth truth) {
  Evidence evidence;
  evidence.truth = truth;
  evidence.place = rule.place;
  evidence.path = rule.path;
  const std::string networks = networks_of(rule, question);
  const std::string ports = ports_of(rule, test);
  if (!networks.empty()) evidence.words.emplace_back("from", networks);
  evidence.words.emplace_back("to", ports);
  evidence.words.emplace_back("port", ports);
  evidence.words.emplace_back("protocol", rule.protocol_word);
  evidence.words.emplace_back("range", rule.range_word);
  evidence.through = decided_through(rule, question);
  if (truth == Truth::unknown) evidence.reasons = reasons_of(rule, question);
  return evidence;
}

}  // namespace demarc
