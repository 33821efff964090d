#include "network/asking_ports.h"

#include <fmt/format.h>

#include <charconv>
#include <vector>

namespace demarc {

namespace {

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t at = text.find(separator);
    parts.emplace_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text = text.substr(at + 1);
  }
}

std::uint16_t port(std::string_view text) {
  unsigned number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return static_cast<std::uint16_t>(number);
}

std::string answer_of(std::string_view words, std::string_view json, TrafficRules::Form form) {
  const PortsTest test = asked(words);
  const TemplateJson written(json);
  TrafficRules rules;
  rules.form = form;
  rules.path = "Rules";
  rules.rules = written.value();
  std::string result;
  Scenario scenario;
  do {
    std::vector<Evidence> evidence;
    const Truth truth = judge_ports(test, NetworkQuestion(test.networks), rules, scenario, evidence);
    if (!result.empty()) result += "\nor\n";
    result += truth == Truth::yes ? "yes" : truth == Truth::no ? "no" : "unknown";
    if (!evidence.empty()) result += '\n' + described(evidence, written);
  } while (scenario.next());
  return result;
}

}  // namespace

PortsTest asked(std::string_view words) {
  std::vector<std::string> parts = split(words, ' ');
  PortsTest test;
  test.direction = parts[0] == "egress" ? PortsTest::Direction::egress : PortsTest::Direction::ingress;
  std::size_t at = 1;
  if (parts[at] == "wider-than") {
    test.networks = {parts[at] + ' ' + parts[at + 1]};
    at += 2;
  } else if (parts[at++] != "-") {
    test.networks = split(parts[at - 1], ',');
  }
  test.all_ports = parts[at] == "all";
  if (!test.all_ports) {
    for (const std::string& range : split(parts[at], ',')) {
      const std::vector<std::string> ends = split(range, '-');
      test.ports.push_back({port(ends.front()), port(ends.back())});
    }
  }
  if (at + 1 < parts.size()) test.protocol = parts[at + 1];
  return test;
}

std::string answer(std::string_view test, std::string_view rules) { return answer_of(test, rules, TrafficRules::Form::group); }
std::string answer_acl(std::string_view test, std::string_view rules) { return answer_of(test, rules, TrafficRules::Form::acl); }

}  // namespace demarc
