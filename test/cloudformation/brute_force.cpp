#include <fmt/format.h>

#include <array>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "catch.h"
#include "template.h"

using namespace demarc;
using namespace demarc::test;

namespace {

// A small template with conditions that is written at random, and evaluated here over all values of its parameters, without
// anything of the reader or of scenarios.
class RandomTemplate {
 public:
  explicit RandomTemplate(unsigned seed) : random_(seed) {
    for (int i = 0; i < 3; ++i) parameters_.push_back(parameter(i));
    for (int i = 0; i < 4; ++i) conditions_.push_back(expression(i, 3));
    value_ = value(3);
  }

  std::string text() const {
    std::string result = "Parameters:\n";
    for (std::size_t i = 0; i < parameters_.size(); ++i) {
      result += fmt::format("  P{}: {{Type: String{}{}}}\n", i, parameters_[i].allowed ? ", AllowedValues: [a, b, c]" : "",
                            parameters_[i].by_default ? ", Default: b" : "");
    }
    result += "Mappings: {M: {a: {k: one}, b: {k: two}, c: {k: one}}}\nConditions:\n";
    for (std::size_t i = 0; i < conditions_.size(); ++i) result += fmt::format("  C{}: {}\n", i, write(conditions_[i]));
    return result + "Resources:\n  It: {Type: 'A::B::C', Condition: C3, Properties: {V: " + write(value_) + "}}\n";
  }

  // What the property is for each combination of values, "y" and "z" standing for all that the template does not name; a world
  // that cannot be deployed has no outcome.
  std::set<std::string> outcomes() const {
    std::set<std::string> result;
    for (int world = 0; world < 125; ++world) {
      const World values = {world % 5, world / 5 % 5, world / 25};
      if (!possible(values) || !holds(conditions_[3], values)) continue;
      const std::string outcome = text_of(value_, values);
      if (outcome.find('!') == std::string::npos) result.insert(outcome);
    }
    return result;
  }

 private:
  using World = std::array<int, 3>;

  struct Parameter {
    bool allowed = false;
    bool by_default = false;
  };

  // Of conditions: equal same and or not condition. Of values: literal if map.
  struct Node {
    enum class Kind { equal, same, both, either, negate, condition, literal, choice, map } kind = Kind::literal;
    int a = 0;
    int b = 0;
    std::vector<Node> parts;
  };

  int pick(int count) { return static_cast<int>(random_() % static_cast<unsigned>(count)); }

  Parameter parameter(int) { return {pick(2) == 0, pick(2) == 0}; }

  Node expression(int conditions, int depth) {
    Node node;
    const int kind = pick(depth == 0 ? 3 : 6);
    if (kind < 2 || (kind == 5 && conditions == 0)) return {Node::Kind::equal, pick(3), pick(3), {}};
    if (kind == 2) return {Node::Kind::same, 0, 1 + pick(2), {}};
    if (kind == 5) return {Node::Kind::condition, pick(conditions), 0, {}};
    if (kind == 4) return {Node::Kind::negate, 0, 0, {expression(conditions, depth - 1)}};
    return {pick(2) == 0 ? Node::Kind::both : Node::Kind::either, 0, 0, {expression(conditions, depth - 1), expression(conditions, depth - 1)}};
  }

  Node value(int depth) {
    const int kind = pick(depth == 0 ? 2 : 4);
    if (kind == 0) return {Node::Kind::literal, pick(5), 0, {}};
    if (kind == 1) return {Node::Kind::map, pick(3), 0, {}};
    return {Node::Kind::choice, pick(4), 0, {value(depth - 1), value(depth - 1)}};
  }

  static std::string name(int value) { return std::string(1, "abcyz"[value]); }

  std::string write(const Node& node) const {
    switch (node.kind) {
      case Node::Kind::equal: return fmt::format("!Equals [!Ref P{}, {}]", node.a, name(node.b));
      case Node::Kind::same: return fmt::format("!Equals [!Ref P{}, !Ref P{}]", node.a, node.b);
      case Node::Kind::both: return fmt::format("!And [{}, {}]", write(node.parts[0]), write(node.parts[1]));
      case Node::Kind::either: return fmt::format("!Or [{}, {}]", write(node.parts[0]), write(node.parts[1]));
      case Node::Kind::negate: return fmt::format("!Not [{}]", write(node.parts[0]));
      case Node::Kind::condition: return fmt::format("!Condition C{}", node.a);
      case Node::Kind::literal: return fmt::format("l{}", node.a);
      case Node::Kind::map: return fmt::format("!FindInMap [M, !Ref P{}, k]", node.a);
      case Node::Kind::choice: return fmt::format("!If [C{}, {}, {}]", node.a, write(node.parts[0]), write(node.parts[1]));
    }
    return {};
  }

  bool possible(const World& values) const {
    for (std::size_t i = 0; i < parameters_.size(); ++i) {
      if (parameters_[i].allowed && values[i] >= 3) return false;
    }
    return true;
  }

  bool holds(const Node& node, const World& values) const {
    const auto at = [&](int parameter) { return values[static_cast<std::size_t>(parameter)]; };
    switch (node.kind) {
      case Node::Kind::equal: return at(node.a) == node.b;
      case Node::Kind::same: return at(node.a) == at(node.b);
      case Node::Kind::both: return holds(node.parts[0], values) && holds(node.parts[1], values);
      case Node::Kind::either: return holds(node.parts[0], values) || holds(node.parts[1], values);
      case Node::Kind::negate: return !holds(node.parts[0], values);
      default: return holds(conditions_[static_cast<std::size_t>(node.a)], values);
    }
  }

  std::string text_of(const Node& node, const World& values) const {
    if (node.kind == Node::Kind::literal) return fmt::format("\"l{}\"", node.a);
    if (node.kind == Node::Kind::map) {
      constexpr std::array<const char*, 5> kValues = {"\"one\"", "\"two\"", "\"one\"", "!", "!"};
      return kValues[static_cast<std::size_t>(values[static_cast<std::size_t>(node.a)])];
    }
    const bool condition = holds(conditions_[static_cast<std::size_t>(node.a)], values);
    return text_of(node.parts[condition ? 0 : 1], values);
  }

  std::mt19937 random_;
  std::vector<Parameter> parameters_;
  std::vector<Node> conditions_;
  Node value_;
};

// What `worlds` shows, without assumptions and worlds in which the resource is not there.
std::set<std::string> explored(const std::string& text) {
  const std::string shown = worlds(read(text), "It", "V");
  std::set<std::string> result;
  for (std::size_t begin = 0; begin < shown.size();) {
    const std::size_t end = shown.find('\n', begin);
    const std::string line = shown.substr(begin, end - begin);
    const std::string outcome = line.substr(0, line.find(" with "));
    if (outcome != "none") result.insert(outcome);
    begin = end + 1;
  }
  return result;
}

}  // namespace

TEST_CASE("scenarios find the outcomes that all values of the parameters have, and no others") {
  int several = 0;
  for (unsigned seed = 0; seed < 3000; ++seed) {
    const RandomTemplate random(seed);
    const std::set<std::string> expected = random.outcomes();
    several += expected.size() > 1 ? 1 : 0;
    INFO("seed " << seed << "\n" << random.text());
    REQUIRE(explored(random.text()) == expected);
  }
  CHECK(several > 300);
}
