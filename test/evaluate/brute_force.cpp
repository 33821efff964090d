#include <fmt/format.h>

#include <array>
#include <map>
#include <optional>
#include <random>
#include <regex>
#include <string>
#include <utility>
#include <vector>

#include "catch.h"
#include "judged.h"

using namespace demarc;
using namespace demarc::test;

namespace {

constexpr int kParameters = 3;
constexpr int kConditions = 4;
constexpr int kNamed = 3;                         // values that a template names: a, b and c
constexpr int kValues = 5;                        // y and z stand for all others
using World = std::array<int, kParameters>;      // the value of each parameter
using Verdicts = std::map<std::string, Verdict>;  // by policy and resource

const std::string kPolicies = R"(id: leaf
title: T
severity: low
for: A::B::C
require: {property: V, in: [a, b]}
absent: fail
message: fails
---
id: items
title: T
severity: low
for: A::B::C
each: Items
where: {property: On, is: b}
forbid: {property: Port, is: c}
absent: pass
message: fails
---
id: whole
title: T
severity: low
for: A::B::C
when: {property: V, is: a}
require: {any: [{property: W, is: b}, {not: {property: Items, set: true}}]}
absent: pass
message: fails
---
id: attribute
title: T
severity: low
for: A::B::C
require: {attribute: DeletionPolicy, is: a}
absent: fail
message: fails
---
id: relation
title: T
severity: low
for: A::B::C
require: {refers-to: A::B::C, via: Other, where: {property: V, is: a}}
absent: pass
message: fails
)";

// A template that is written at random, and written again without parameters, conditions and rules for each world.
class RandomTemplate {
 public:
  explicit RandomTemplate(unsigned seed) : random_(seed) {
    for (Parameter& each : parameters_) each = {pick(2) == 0, pick(2) == 0};
    for (int i = 0; i < kConditions; ++i) conditions_.push_back(predicate(i, 3));
    if (pick(2) == 0) rules_.push_back(predicate(0, 2));
    for (Resource& each : resources_) {
      each = {pick(2) == 0 ? pick(kConditions) : -1, pick(4) == 0 ? pick(kConditions) : -1, value(2), value(2), value(1), item(), item()};
    }
  }

  std::string text() const {
    std::string result = "Parameters:\n";
    for (int i = 0; i < kParameters; ++i) {
      const Parameter& parameter = parameters_[static_cast<std::size_t>(i)];
      result += fmt::format("  P{}: {{Type: String{}{}}}\n", i, parameter.allowed ? ", AllowedValues: [a, b, c]" : "",
                            parameter.by_default ? ", Default: b" : "");
    }
    result += "Mappings: {M: {a: {k: a}, b: {k: b}, c: {k: a}}}\nConditions:\n";
    for (int i = 0; i < kConditions; ++i) result += fmt::format("  C{}: {}\n", i, written(conditions_[static_cast<std::size_t>(i)]));
    for (const Node& rule : rules_) result += fmt::format("Rules: {{R: {{Assertions: [{{Assert: {}}}]}}}}\n", written(rule));
    result += "Resources:\n";
    for (std::size_t i = 0; i < resources_.size(); ++i) {
      const Resource& resource = resources_[i];
      result += fmt::format("  R{}:\n    Type: A::B::C\n", i);
      if (resource.condition >= 0) result += fmt::format("    Condition: C{}\n", resource.condition);
      result += "    DeletionPolicy: " + written(resource.policy) + "\n    Properties: ";
      const std::string properties = fmt::format("{{V: {}, W: {}, Items: [{}, {}], Other: {}}}", written(resource.v), written(resource.w),
                                                 written(resource.first), written(resource.second), written_other(i));
      result += resource.unless < 0 ? properties : fmt::format("!If [C{}, {{W: a}}, {}]", resource.unless, properties);
      result += "\n";
    }
    return result;
  }

  bool exists(std::size_t resource, const World& world) const {
    const int needs = resources_[resource].condition;
    return needs < 0 || holds(condition(needs), world);
  }
  bool holds(int index, const World& world) const { return holds(condition(index), world); }
  bool has_defaults(const World& world) const {
    for (std::size_t i = 0; i < world.size(); ++i) {
      if (parameters_[i].by_default && world[i] != 1) return false;
    }
    return true;
  }

  // Nothing where the world cannot be deployed.
  std::optional<std::string> text_in(const World& world) const {
    for (std::size_t i = 0; i < world.size(); ++i) {
      if (parameters_[i].allowed && world[i] >= kNamed) return std::nullopt;
    }
    for (const Node& rule : rules_) {
      if (!holds(rule, world)) return std::nullopt;
    }
    std::string result = "Resources:\n  Always: {Type: A::B::D}\n";
    for (std::size_t i = 0; i < resources_.size(); ++i) {
      const Resource& resource = resources_[i];
      if (resource.condition >= 0 && !holds(condition(resource.condition), world)) continue;
      result += fmt::format("  R{}:\n    Type: A::B::C\n    DeletionPolicy: {}\n    Properties: ", i, in(resource.policy, world));
      if (resource.unless >= 0 && holds(condition(resource.unless), world)) {
        result += "{W: a}\n";
        continue;
      }
      result += fmt::format("{{V: {}, W: {}, Items: [", in(resource.v, world), in(resource.w, world));
      for (const Node* each : {&resource.first, &resource.second}) {
        const std::string item = in(*each, world);
        if (item != "null") result += item + ", ";
      }
      result += fmt::format("], Other: {}}}\n", other_in(i, world));
    }
    return result;
  }

 private:
  struct Parameter {
    bool allowed = false;
    bool by_default = false;
  };

  // Of conditions: equal same both either negate condition. Of values: literal parameter map nothing choice item.
  struct Node {
    enum class Kind { equal, same, both, either, negate, condition, literal, parameter, map, nothing, choice, item } kind = Kind::literal;
    int a = 0;
    int b = 0;
    std::vector<Node> parts;
  };

  struct Resource {
    int condition = -1;
    int unless = -1;  // Properties are others where it holds
    Node v, w, policy, first, second;
  };

  int pick(int count) { return static_cast<int>(random_() % static_cast<unsigned>(count)); }

  Node predicate(int conditions, int depth) {
    const int kind = pick(depth == 0 ? 3 : 6);
    if (kind < 2 || (kind == 5 && conditions == 0)) return {Node::Kind::equal, pick(kParameters), pick(kNamed), {}};
    if (kind == 2) return {Node::Kind::same, 0, 1 + pick(kParameters - 1), {}};
    if (kind == 5) return {Node::Kind::condition, pick(conditions), 0, {}};
    if (kind == 4) return {Node::Kind::negate, 0, 0, {predicate(conditions, depth - 1)}};
    return {pick(2) == 0 ? Node::Kind::both : Node::Kind::either, 0, 0, {predicate(conditions, depth - 1), predicate(conditions, depth - 1)}};
  }

  Node value(int depth) {
    const int kind = pick(depth == 0 ? 5 : 8);
    const int parameter = pick(kParameters);
    const bool allowed = parameters_[static_cast<std::size_t>(parameter)].allowed;
    if (kind == 2 && allowed) return {Node::Kind::map, parameter, 0, {}};
    if (kind == 3) return {Node::Kind::nothing, 0, 0, {}};
    if (kind == 4 && allowed) return {Node::Kind::parameter, parameter, 0, {}};
    if (kind < 5) return {Node::Kind::literal, pick(kNamed), 0, {}};
    return {Node::Kind::choice, pick(kConditions), 0, {value(depth - 1), value(depth - 1)}};
  }

  Node item() {
    const Node plain = {Node::Kind::item, 0, 0, {value(1), value(1)}};
    if (pick(2) == 0) return plain;
    return {Node::Kind::choice, pick(kConditions), 0, {plain, pick(2) == 0 ? Node{Node::Kind::nothing, 0, 0, {}} : Node{Node::Kind::item, 0, 0, {value(0), value(0)}}}};
  }

  const Node& condition(int index) const { return conditions_[static_cast<std::size_t>(index)]; }
  static std::string name(int value) { return std::string(1, "abcyz"[value]); }

  static std::string written(const Node& node) {
    switch (node.kind) {
      case Node::Kind::equal: return fmt::format("!Equals [!Ref P{}, {}]", node.a, name(node.b));
      case Node::Kind::same: return fmt::format("!Equals [!Ref P{}, !Ref P{}]", node.a, node.b);
      case Node::Kind::both: return fmt::format("!And [{}, {}]", written(node.parts[0]), written(node.parts[1]));
      case Node::Kind::either: return fmt::format("!Or [{}, {}]", written(node.parts[0]), written(node.parts[1]));
      case Node::Kind::negate: return fmt::format("!Not [{}]", written(node.parts[0]));
      case Node::Kind::condition: return fmt::format("!Condition C{}", node.a);
      case Node::Kind::literal: return name(node.a);
      case Node::Kind::parameter: return fmt::format("!Ref P{}", node.a);
      case Node::Kind::map: return fmt::format("!FindInMap [M, !Ref P{}, k]", node.a);
      case Node::Kind::nothing: return "!Ref AWS::NoValue";
      case Node::Kind::choice: return fmt::format("!If [C{}, {}, {}]", node.a, written(node.parts[0]), written(node.parts[1]));
      case Node::Kind::item: return fmt::format("{{On: {}, Port: {}}}", written(node.parts[0]), written(node.parts[1]));
    }
    return {};
  }

  // Each resource names the one after it, where that is there.
  std::string written_other(std::size_t i) const {
    if (i + 1 == resources_.size()) return "!Ref AWS::NoValue";
    const int there = resources_[i + 1].condition;
    return there < 0 ? fmt::format("!Ref R{}", i + 1) : fmt::format("!If [C{}, !Ref R{}, !Ref AWS::NoValue]", there, i + 1);
  }

  std::string other_in(std::size_t i, const World& world) const {
    if (i + 1 == resources_.size()) return "null";
    const int there = resources_[i + 1].condition;
    return there >= 0 && !holds(condition(there), world) ? "null" : fmt::format("!Ref R{}", i + 1);
  }

  bool holds(const Node& node, const World& world) const {
    const auto at = [&](int parameter) { return world[static_cast<std::size_t>(parameter)]; };
    switch (node.kind) {
      case Node::Kind::equal: return at(node.a) == node.b;
      case Node::Kind::same: return at(node.a) == at(node.b);
      case Node::Kind::both: return holds(node.parts[0], world) && holds(node.parts[1], world);
      case Node::Kind::either: return holds(node.parts[0], world) || holds(node.parts[1], world);
      case Node::Kind::negate: return !holds(node.parts[0], world);
      default: return holds(condition(node.a), world);
    }
  }

  std::string in(const Node& node, const World& world) const {
    const auto at = [&](int parameter) { return world[static_cast<std::size_t>(parameter)]; };
    switch (node.kind) {
      case Node::Kind::literal: return name(node.a);
      case Node::Kind::parameter: return name(at(node.a));
      case Node::Kind::map: return std::array{"a", "b", "a"}[static_cast<std::size_t>(at(node.a))];
      case Node::Kind::item: return fmt::format("{{On: {}, Port: {}}}", in(node.parts[0], world), in(node.parts[1], world));
      case Node::Kind::choice: return in(node.parts[holds(condition(node.a), world) ? 0 : 1], world);
      default: return "null";
    }
  }

  std::mt19937 random_;
  std::array<Parameter, kParameters> parameters_;
  std::vector<Node> conditions_, rules_;
  std::array<Resource, 2> resources_;
};

// The worst of what is said of each resource by each policy.
void add(Verdicts& verdicts, const std::string& key, Verdict verdict) {
  const auto severity = [](Verdict each) { return each == Verdict::fail ? 2 : each == Verdict::unknown ? 1 : 0; };
  const auto [known, fresh] = verdicts.try_emplace(key, verdict);
  if (!fresh && severity(verdict) > severity(known->second)) known->second = verdict;
}

std::string key_of(const Finding& finding) { return finding.policy->id + " " + finding.address; }

Verdicts verdicts_of(const Judged& judged) {
  Verdicts verdicts;
  for (const Finding& finding : judged.evaluation.findings) add(verdicts, key_of(finding), finding.verdict);
  return verdicts;
}

Verdicts verdicts_of(const std::string& text) {
  Judged judged;
  judge(judged, kPolicies, text);
  INFO(text);
  REQUIRE(judged.mistakes.empty());
  return verdicts_of(judged);
}

// The verdicts in each world that can be deployed.
std::map<World, Verdicts> by_brute_force(const RandomTemplate& random) {
  std::map<World, Verdicts> result;
  std::map<std::string, Verdicts> known;
  for (int number = 0; number < kValues * kValues * kValues; ++number) {
    const World world = {number % kValues, number / kValues % kValues, number / kValues / kValues};
    const std::optional<std::string> text = random.text_in(world);
    if (!text) continue;
    const auto [found, fresh] = known.try_emplace(*text);
    if (fresh) found->second = verdicts_of(*text);
    result.emplace(world, found->second);
  }
  return result;
}

// Whether a world fits words such as "P0 is a and P2 is neither b nor c".
bool fits(const std::string& words, const World& world) {
  static const std::regex kWords("P(\\d) is (none of |neither |not )?([abc](?:(?:, | nor | or )[abc](?![a-z0-9]))*)");
  for (std::sregex_iterator at(words.begin(), words.end(), kWords), end; at != end; ++at) {
    const std::string values = (*at)[3];
    const bool among = values.find("abcyz"[world[static_cast<std::size_t>(std::stoi((*at)[1]))]]) != std::string::npos;
    if (among == (*at)[2].matched) return false;
  }
  return true;
}

// What a finding says of the worlds in which it holds: "when C1 is false (P0 is a)", "only when P0 is a or b", "with default values".
struct Claim {
  explicit Claim(const std::string& scenario) : words(scenario) {
    static const std::regex kCondition("when C(\\d) is (true|false)(.*)");
    std::smatch match;
    exactly = scenario.empty() || scenario.rfind("only", 0) == 0;
    if (!std::regex_match(scenario, match, kCondition)) return;
    condition = std::stoi(match[1]);
    wanted = match[2] == "true";
    exactly = true;
    words = match[3];
  }

  bool covers(const RandomTemplate& random, const World& world) const {
    if (words == "with default values") return random.has_defaults(world);
    return condition >= 0 ? random.holds(condition, world) == wanted : fits(words, world);
  }

  std::string words;  // behind the condition only an example
  int condition = -1;
  bool wanted = false;
  bool exactly = false;  // it holds in no other world
};

void check_claim(const RandomTemplate& random, const std::map<World, Verdicts>& worlds, const Finding& finding, bool only) {
  const Claim claim(finding.scenario);
  for (const auto& [world, verdicts] : worlds) {
    if (!random.exists(finding.address == "R0" ? 0 : 1, world)) continue;
    const auto verdict = verdicts.find(key_of(finding));
    const bool fails = verdict != verdicts.end() && verdict->second == Verdict::fail;
    INFO(sentence(finding) << "\nin the world " << world[0] << world[1] << world[2]);
    if (claim.covers(random, world)) CHECK(fails);
    if (claim.condition >= 0 && !claim.words.empty() && fits(claim.words, world)) CHECK(fails);
    if (fails && only && claim.exactly) CHECK(claim.covers(random, world));
  }
}

std::string shown(const Verdicts& verdicts) {
  std::string result;
  for (const auto& [key, verdict] : verdicts) result += fmt::format("{} {}\n", key, name_of(verdict));
  return result;
}

}  // namespace

TEST_CASE("the verdicts by scenarios are those of all values that the parameters may have") {
  int failing = 0, passing = 0;
  for (unsigned seed = 0; seed < 400; ++seed) {
    const RandomTemplate random(seed);
    Verdicts expected;
    for (const auto& [world, verdicts] : by_brute_force(random)) {
      for (const auto& [key, verdict] : verdicts) add(expected, key, verdict);
    }
    if (expected.empty()) continue;
    for (const auto& [key, verdict] : expected) ++(verdict == Verdict::fail ? failing : passing);
    INFO("seed " << seed << "\n" << random.text());
    REQUIRE(shown(verdicts_of(random.text())) == shown(expected));
  }
  CHECK(failing > 500);
  CHECK(passing > 500);
}

TEST_CASE("what a finding says of the worlds in which it holds is true") {
  int conditions = 0, parameters = 0, defaults = 0;
  for (unsigned seed = 0; seed < 200; ++seed) {
    const RandomTemplate random(seed);
    const std::map<World, Verdicts> worlds = by_brute_force(random);
    if (worlds.empty()) continue;
    Judged judged;
    judge(judged, kPolicies, random.text());
    std::map<std::string, int> failing;
    for (const Finding& finding : judged.evaluation.findings) failing[key_of(finding)] += finding.verdict == Verdict::fail ? 1 : 0;
    INFO("seed " << seed << "\n" << random.text());
    for (const Finding& finding : judged.evaluation.findings) {
      if (finding.verdict != Verdict::fail) continue;
      check_claim(random, worlds, finding, failing[key_of(finding)] == 1);
      defaults += finding.scenario == "with default values" ? 1 : 0;
      conditions += finding.scenario.rfind("when C", 0) == 0 ? 1 : 0;
      parameters += finding.scenario.find("when P") != std::string::npos ? 1 : 0;
    }
  }
  CHECK(defaults > 20);
  CHECK(conditions > 20);
  CHECK(parameters > 100);
}
