#include "analyzer/network/ports.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "analyzer/network/letting.h"
#include "analyzer/network/protocol.h"
#include "analyzer/network/question.h"
#include "analyzer/network/reason.h"
#include "analyzer/network/rule.h"
#include "analyzer/network/words.h"

namespace demarc {

namespace {

// No security group takes more rules, no network ACL more entries; what is longer is not tried rule against rule.
// https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html
constexpr std::size_t kMostRules = 1000;
constexpr std::size_t kMostEntries = 100;

constexpr PortSpan kAllThatMatter{1, 65535};  // nothing listens at port 0

// What a test asks, of one resource.
struct Inquiry {
  const PortsTest& test;
  const NetworkQuestion& question;
  std::vector<TrafficRule> rules;
  TrafficRules::Form form;

  std::vector<PortSpan> ports(Protocol protocol) const {
    if (!has_ports(protocol)) return {{0, 0}};
    if (test.all_ports) return {kAllThatMatter};
    if (test.ports.empty()) return {kEveryPort};
    std::vector<PortSpan> spans;
    for (const PortRange& range : test.ports) spans.push_back({range.first, range.last});
    return spans;
  }
};

// How rules take part in the answer, by their place in the list.
using Parts = std::map<const TrafficRule*, Truth>;

void take_part(Parts& parts, const TrafficRule* rule, Truth truth) {
  Truth& part = parts.try_emplace(rule, Truth::no).first->second;
  part = either(part, truth);
}

// Ports at which the answer may change: the first of what is asked, and wherever a rule begins or ends.
std::set<int> turning_points(const Inquiry& inquiry, const PortSpan& asked) {
  std::set<int> points{asked.first};
  for (const TrafficRule& rule : inquiry.rules) {
    for (const PortSpan& span : {rule.sure, rule.possible}) {
      for (const int port : {span.first, span.last + 1}) {
        if (asked.contains(port)) points.insert(port);
      }
    }
  }
  return points;
}

// Whether traffic is let through at one port. The rules that decide it are added to parts.
Truth open_at(const Inquiry& inquiry, Protocol protocol, int port, Parts& parts) {
  for (const Truth how : {Truth::yes, Truth::unknown}) {
    const std::vector<const TrafficRule*> rules = letting(inquiry.rules, inquiry.form, inquiry.question, protocol, port, how);
    if (answered_by(rules, inquiry.question) < how) continue;
    for (const TrafficRule* rule : decisive(rules, inquiry.question, how)) take_part(parts, rule, how);
    return how;
  }
  return Truth::no;
}

Truth open_in(const Inquiry& inquiry, Protocol protocol, const PortSpan& asked, Parts& parts) {
  const bool every = inquiry.test.all_ports && has_ports(protocol);
  Truth result = truth(every);
  for (const int port : turning_points(inquiry, asked)) {
    const Truth here = open_at(inquiry, protocol, port, parts);
    result = every ? both(result, here) : either(result, here);
    if (result == truth(!every)) return result;
  }
  return result;
}

Truth open_by_several(const Inquiry& inquiry, Parts& parts) {
  Truth result = Truth::no;
  for (const Protocol protocol : protocols_asked(inquiry.test.protocol)) {
    for (const PortSpan& asked : inquiry.ports(protocol)) {
      Parts found;
      const Truth here = open_in(inquiry, protocol, asked, found);
      result = either(result, here);
      for (const auto& [rule, part] : found) take_part(parts, rule, both(part, here));
    }
  }
  return result;
}

// Whether one rule of a group alone does it.
Truth open_by(const Inquiry& inquiry, const TrafficRule& rule) {
  Truth result = Truth::no;
  for (const Protocol protocol : protocols_asked(inquiry.test.protocol)) {
    for (const PortSpan& asked : inquiry.ports(protocol)) {
      const bool every = inquiry.test.all_ports && has_ports(protocol);
      const auto reaches = [&](const PortSpan& span) {
        return every ? span.first <= asked.first && asked.last <= span.last : span.overlaps(asked);
      };
      const bool portless = !has_ports(protocol);
      const Truth ports = portless || reaches(rule.sure) ? Truth::yes : reaches(rule.possible) ? Truth::unknown : Truth::no;
      result = either(result, both(rule.speaks(protocol), ports));
    }
  }
  if (result == Truth::no) return result;
  const TrafficRule* const one[] = {&rule};
  return both(result, answered_by(one, inquiry.question));
}

Truth judge_group(const Inquiry& inquiry, Parts& parts) {
  Truth result = Truth::no;
  std::vector<const TrafficRule*> all;
  for (const TrafficRule& rule : inquiry.rules) {
    const Truth alone = open_by(inquiry, rule);
    if (alone != Truth::no) take_part(parts, &rule, alone);
    result = either(result, alone);
    all.push_back(&rule);
  }
  // Not even all networks together, whatever their ports: no use in trying the ports.
  if (result == Truth::yes || answered_by(all, inquiry.question) == Truth::no) return result;
  if (inquiry.rules.size() > kMostRules) return Truth::unknown;
  return either(result, open_by_several(inquiry, parts));
}

std::vector<TrafficRule> read_rules(const Value& list, const TrafficRules& rules, const PortsTest& test, Scenario& scenario) {
  std::vector<TrafficRule> result;
  const auto add = [&](const Value& item, std::string path) {
    const Value value = scenario.settle(item);
    if (value.is_null()) return;
    TrafficRule rule = read_rule(value, std::move(path), rules.form, scenario);
    if (rules.form == TrafficRules::Form::acl) {
      const Truth wanted = test.direction == PortsTest::Direction::egress ? rule.egress : negate(rule.egress);
      if (wanted == Truth::no) return;
      if (wanted == Truth::unknown) rule.allows = Truth::unknown;
    }
    result.push_back(std::move(rule));
  };
  if (list.is(Value::Kind::list)) {
    for (std::size_t i = 0; i < list.items().size(); ++i) add(list.items()[i], fmt::format("{}[{}]", rules.path, i));
  } else {
    add(list, rules.path);
  }
  return result;
}

// Why an entry that is known itself is in doubt: what is not known of the others.
std::vector<std::string> reasons_of_others(std::span<const TrafficRule> rules) {
  constexpr std::size_t kEnough = 3;
  std::vector<std::string> reasons;
  for (const TrafficRule& rule : rules) {
    for (const std::string& reason : rule.reasons) reasons.push_back(reason);
    for (const Network& network : rule.networks) {
      if (!network.known) reasons.push_back(network.reason);
    }
    if (reasons.size() >= kEnough) break;
  }
  return reasons;
}

Evidence whole_list(const TrafficRules& rules, const Value& list, std::string reason) {
  Evidence whole;
  whole.place = list.place;
  whole.path = rules.path;
  whole.reasons.push_back(std::move(reason));
  return whole;
}

}  // namespace

Truth judge_ports(const PortsTest& test, const NetworkQuestion& question, const TrafficRules& rules, Scenario& scenario,
                  std::vector<Evidence>& evidence) {
  const Value list = scenario.settle(rules.rules);
  if (list.is_null()) return Truth::no;
  if (!list.is(Value::Kind::list) && !list.is(Value::Kind::map)) {
    evidence.push_back(whole_list(rules, list, reason_for(list, rules.path, "list of rules")));
    return Truth::unknown;
  }
  const Inquiry inquiry{test, question, read_rules(list, rules, test, scenario), rules.form};
  Parts parts;
  Truth result = Truth::no;
  if (rules.form == TrafficRules::Form::group) {
    result = judge_group(inquiry, parts);
  } else {
    result = inquiry.rules.size() > kMostEntries ? Truth::unknown : open_by_several(inquiry, parts);
  }
  if (result == Truth::unknown && parts.empty()) {
    evidence.push_back(whole_list(rules, list, fmt::format("{} has more rules than AWS takes", rules.path)));
  }
  for (const TrafficRule& rule : inquiry.rules) {
    const auto part = parts.find(&rule);
    if (part == parts.end() || part->second == Truth::no) continue;
    Evidence one = describe_rule(rule, test, inquiry.question, part->second);
    if (one.truth == Truth::unknown && one.reasons.empty()) one.reasons = reasons_of_others(inquiry.rules);
    evidence.push_back(std::move(one));
  }
  return result;
}

}  // namespace demarc
