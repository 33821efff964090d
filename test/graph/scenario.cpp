#include "parsers/graph/scenario.h"

#include <array>
#include <set>
#include <string>

#include "catch.h"
#include "parsers/graph/describe.h"
#include "worlds.h"

using namespace demarc;
using namespace demarc::test;

namespace {

std::string yes(bool holds) { return holds ? "yes" : "no"; }

// The answers in the order asked.
std::string ask(Scenario& scenario, const std::vector<const Condition*>& conditions) {
  std::string result;
  for (const Condition* each : conditions) result += (result.empty() ? "" : " ") + yes(scenario.holds(*each));
  return result;
}

Condition composite(Condition::Op op, std::span<const Condition* const> operands) {
  Condition result;
  result.op = op;
  result.operands = operands;
  return result;
}

Condition same(const Variable& a, const Variable& b, const Variable* others_equal) {
  Condition result;
  result.op = Condition::Op::same;
  result.variable = &a;
  result.other = &b;
  result.others_equal = others_equal;
  return result;
}

}  // namespace

TEST_CASE("a condition forks into two worlds, that of the default first") {
  const Variable env = variable("Env", {"dev", "prod"}, "dev");
  const Condition is_prod = equals(env, "prod");
  CHECK(explore([&](Scenario& scenario) { return yes(scenario.holds(is_prod)); }) ==
        "no if Env not prod by default\n"
        "yes if Env is prod\n");
}

TEST_CASE("conditions on one variable never hold together") {
  const Variable env = variable("Env", {"dev", "prod"});
  const Condition is_dev = equals(env, "dev");
  const Condition is_prod = equals(env, "prod");
  CHECK(explore([&](Scenario& scenario) { return ask(scenario, {&is_dev, &is_prod}); }) ==
        "yes no if Env is dev\n"
        "no yes if Env is prod\n"
        "no no if Env not dev not prod\n");
}

TEST_CASE("a variable that has only these values is in one of them") {
  const Variable env = variable("Env", {"dev", "prod"}, {}, false);
  const Condition is_dev = equals(env, "dev");
  const Condition is_prod = equals(env, "prod");
  CHECK(explore([&](Scenario& scenario) { return ask(scenario, {&is_dev, &is_prod}); }) ==
        "yes no if Env is dev\n"
        "no yes if Env is prod\n");
}

TEST_CASE("and, or and not ask no more than they need") {
  const Variable a = variable("A", {"1"});
  const Variable b = variable("B", {"1"});
  const Condition is_a = equals(a, "1");
  const Condition is_b = equals(b, "1");
  const std::array<const Condition*, 2> both = {&is_a, &is_b};
  const Condition all = composite(Condition::Op::all, both);
  const Condition any = composite(Condition::Op::any, both);
  const std::array<const Condition*, 1> one = {&any};
  const Condition none = composite(Condition::Op::negate, one);
  CHECK(explore([&](Scenario& scenario) { return yes(scenario.holds(all)); }) ==
        "yes if A is 1 and B is 1\nno if A is 1 and B not 1\nno if A not 1\n");
  CHECK(explore([&](Scenario& scenario) { return yes(scenario.holds(none)); }) ==
        "no if A is 1\nno if A not 1 and B is 1\nyes if A not 1 and B not 1\n");
}

TEST_CASE("reading a variable of a few values forks over them, the default first") {
  const Variable env = variable("Env", {"dev", "stage", "prod"}, "stage", false);
  const Value use = Value::variable(&env, {});
  CHECK(explore([&](Scenario& scenario) { return describe(scenario.settle(use)); }) ==
        "\"stage\" if Env is stage by default\n\"dev\" if Env is dev\n\"prod\" if Env is prod\n");
}

TEST_CASE("a default is read without a fork") {
  const Variable env = variable("Env", {"dev", "prod"}, "dev");
  const Value use = Value::variable(&env, {});
  CHECK(explore([&](Scenario& scenario) { return describe(scenario.settle(use)); }) == "\"dev\" if Env is dev by default\n");
}

TEST_CASE("a condition asked after a default was read forks the reading") {
  const Variable env = variable("Env", {"dev", "stage", "prod"}, "dev");
  const Value use = Value::variable(&env, {});
  const Condition is_prod = equals(env, "prod");
  CHECK(explore([&](Scenario& scenario) {
          const std::string value = describe(scenario.settle(use));
          return value + " " + yes(scenario.holds(is_prod));
        }) == "\"dev\" no if Env is dev by default\n\"prod\" yes if Env is prod\n");
  const Condition is_dev = equals(env, "dev");
  CHECK(explore([&](Scenario& scenario) {
          const std::string value = describe(scenario.settle(use));
          return value + " " + yes(scenario.holds(is_dev));
        }) ==
        "\"dev\" yes if Env is dev by default\n"
        "\"stage\" no if Env is stage\n"
        "\"prod\" no if Env is prod\n"
        "<depends on parameter P> no if Env not dev not stage not prod\n");
}

TEST_CASE("a value read under a condition agrees with it") {
  const Variable env = variable("Env", {"dev", "prod"}, "dev");
  const Value use = Value::variable(&env, {});
  const Condition is_dev = equals(env, "dev");
  CHECK(explore([&](Scenario& scenario) { return scenario.holds(is_dev) ? "dev" : describe(scenario.settle(use)); }) ==
        "dev if Env is dev by default\n"
        "\"prod\" if Env is prod\n"
        "<depends on parameter P> if Env not dev not prod\n");
}

TEST_CASE("a value that is not empty is known to be set") {
  const Variable key = variable("Key", {""}, "");
  const Value use = Value::variable(&key, {});
  const Condition is_empty = equals(key, "");
  CHECK(explore([&](Scenario& scenario) {
          if (scenario.holds(is_empty)) return std::string("empty");
          return std::string(scenario.settle(use).unknown().set ? "set" : "may be empty");
        }) == "empty if Key is  by default\nset if Key not \n");
}

TEST_CASE("the region is not asked for its own sake") {
  Variable region = variable("AWS::Region", {"us-east-1", "eu-west-1"});
  region.asked = false;
  const Value use = Value::variable(&region, {});
  const Condition in_us = equals(region, "us-east-1");
  CHECK(explore([&](Scenario& scenario) { return describe(scenario.settle(use)); }) == "<depends on parameter P>\n");
  CHECK(explore([&](Scenario& scenario) { return scenario.holds(in_us) ? describe(scenario.settle(use)) : "elsewhere"; }) ==
        "\"us-east-1\" if AWS::Region is us-east-1\nelsewhere if AWS::Region not us-east-1\n");
}

TEST_CASE("the first alternative whose guard holds is taken, null if none does") {
  const Variable env = variable("Env", {"dev", "prod"}, "dev");
  const Condition is_dev = equals(env, "dev");
  const Condition is_prod = equals(env, "prod");
  const std::array<Alternative, 2> alternatives = {{{&is_dev, Value::number("1", {})}, {&is_prod, Value::number("2", {})}}};
  const Value choice = Value::choice(alternatives, {});
  CHECK(explore([&](Scenario& scenario) { return describe(scenario.settle(choice)); }) ==
        "1 if Env is dev by default\n2 if Env is prod\nnull if Env not dev not prod\n");
}

TEST_CASE("the holes of a text are settled and joined") {
  const Variable env = variable("Env", {"dev", "prod"}, "dev", false);
  const Condition is_prod = equals(env, "prod");
  const Reference bucket{Reference::Kind::resource, 0, "Bucket", {}, {}};
  const std::array<Alternative, 2> alternatives = {{{&is_prod, Value::reference(&bucket, {})}, {nullptr, Value::null()}}};
  const Value choice = Value::choice(alternatives, {});
  const Value use = Value::variable(&env, {});
  const std::array<Piece, 4> pieces = {{{"arn:", nullptr}, {{}, &use}, {"/", nullptr}, {{}, &choice}}};
  const Value text = Value::partial(pieces, {});
  CHECK(explore([&](Scenario& scenario) { return describe(scenario.settle(text)); }) ==
        "\"arn:dev/\" if Env is dev by default\n\"arn:prod/${@Bucket}\" if Env is prod\n");
}

TEST_CASE("a key that a map lacks cannot be deployed") {
  const Variable env = variable("Env", {"dev", "prod", "test"}, "dev");
  const Condition is_dev = equals(env, "dev");
  const Condition is_prod = equals(env, "prod");
  const Condition is_test = equals(env, "test");
  const std::array<const Condition*, 2> keys = {&is_dev, &is_prod};
  Condition assumed = composite(Condition::Op::assumed, keys);
  assumed.variable = &env;
  CHECK(explore([&](Scenario& scenario) { return ask(scenario, {&assumed, &is_prod, &is_test}); }) == "yes no no if Env is dev by default\nyes yes no if Env is prod\n");
  CHECK(explore([&](Scenario& scenario) { return ask(scenario, {&is_test, &assumed}); }) == "no yes if Env not test by default\n");
}

TEST_CASE("a default that cannot be deployed leaves the other worlds to be judged") {
  const Variable env = variable("Env", {"dev", "test"}, "test");
  const Condition is_dev = equals(env, "dev");
  const Condition is_test = equals(env, "test");
  const std::array<const Condition*, 1> keys = {&is_dev};
  Condition assumed = composite(Condition::Op::assumed, keys);
  assumed.variable = &env;
  CHECK(explore([&](Scenario& scenario) { return ask(scenario, {&is_test, &assumed}); }) == "no yes if Env is dev\n");
}

TEST_CASE("two variables are the same in each class that they share, and may be outside") {
  const Variable a = variable("A", {"1", "2"});
  const Variable b = variable("B", {"2", "1"});
  const Variable equal = variable("A == B", {"true", "false"}, {}, false);
  const Condition is_same = same(a, b, &equal);
  CHECK(explore([&](Scenario& scenario) { return yes(scenario.holds(is_same)); }) ==
        "yes if A is 1 and B is 1\n"
        "no if A is 1 and B not 1\n"
        "yes if A is 2 and B is 2\n"
        "no if A is 2 and B not 2\n"
        "yes if A not 1 not 2 and B not 2 not 1 and A == B is true\n"
        "no if A not 1 not 2 and B not 2 not 1 and A == B is false\n"
        "no if A not 1 not 2 and B\n");
}

TEST_CASE("a shared condition is decided once, however often it is referred to") {
  const Variable env = variable("Env", {"prod"});
  std::vector<Condition> chain = {equals(env, "prod")};
  std::vector<std::array<const Condition*, 2>> operands(60);
  chain.reserve(61);
  for (std::size_t i = 0; i < 60; ++i) {
    operands[i] = {&chain[i], &chain[i]};
    Condition next = composite(Condition::Op::all, operands[i]);
    next.name = "C";
    chain.push_back(next);
  }
  CHECK(explore([&](Scenario& scenario) { return yes(scenario.holds(chain.back())); }) == "yes if Env is prod\nno if Env not prod\n");
}

TEST_CASE("classes past the 62nd are told apart") {
  std::vector<std::string> names;
  for (int i = 0; i < 200; ++i) names.push_back(std::to_string(i));
  const Variable many = variable("Many", {names.begin(), names.end()}, "150", false);
  const Condition a = equals(many, "120");
  const Condition b = equals(many, "121");
  CHECK(explore([&](Scenario& scenario) { return ask(scenario, {&a, &b}); }).starts_with("no no if "));
  std::set<std::string> seen;
  Scenario scenario;
  do {
    seen.insert(ask(scenario, {&a, &b}));
  } while (scenario.next());
  CHECK(seen == std::set<std::string>{"no no", "no yes", "yes no"});
}

TEST_CASE("of thousands of classes those that are asked for are told apart") {
  std::vector<std::string> names;
  for (int i = 0; i < 5000; ++i) names.push_back(std::to_string(i));
  const Variable many = variable("Many", {names.begin(), names.end()}, "4000");
  const Condition a = equals(many, "3000");
  const Condition b = equals(many, "3001");
  const Condition by_default = equals(many, "4000");
  const Value use = Value::variable(&many, {});
  CHECK(explore([&](Scenario& scenario) { return ask(scenario, {&a, &b, &by_default}); }) ==
        "no no yes if Many is 4000 by default\n"
        "no no no if Many not 3000 not 4000 not 3001\n"
        "no yes no if Many is 3001\n"
        "yes no no if Many is 3000\n");
  CHECK(explore([&](Scenario& scenario) { return scenario.holds(b) ? describe(scenario.settle(use)) : "else"; }) ==
        "else if Many not 3001 by default\n\"3001\" if Many is 3001\n");
}

TEST_CASE("more values than can be tried are the default and an unknown") {
  std::vector<std::string> names;
  for (int i = 0; i < 200; ++i) names.push_back(std::to_string(i));
  const Variable many = variable("Many", {names.begin(), names.end()}, "150", false);
  const Value use = Value::variable(&many, {});
  std::string outcomes;
  Scenario scenario;
  do {
    outcomes += describe(scenario.settle(use)) + "\n";
  } while (scenario.next());
  CHECK(outcomes == "\"150\"\n<depends on more combinations of parameters than are tried>\n");
  CHECK_FALSE(scenario.exhausted());
}

TEST_CASE("worlds past the 256th are not tried, and that is told") {
  std::vector<Variable> variables;
  std::vector<Condition> conditions;
  variables.reserve(9);
  for (int i = 0; i < 9; ++i) variables.push_back(variable("V", {"x"}));
  for (const Variable& each : variables) conditions.push_back(equals(each, "x"));
  Scenario scenario;
  int worlds = 0;
  do {
    ++worlds;
    for (const Condition& each : conditions) static_cast<void>(scenario.holds(each));
  } while (scenario.next());
  CHECK(worlds == 256);
  CHECK(scenario.exhausted());
}

TEST_CASE("fifty thousand conditions are asked within a second") {
  std::vector<Variable> variables;
  std::vector<Condition> conditions;
  variables.reserve(50'000);
  for (int i = 0; i < 50'000; ++i) variables.push_back(variable("V", {"x"}));
  for (const Variable& each : variables) conditions.push_back(equals(each, "x"));
  Scenario scenario;
  int worlds = 0;
  do {
    ++worlds;
    for (const Condition& each : conditions) static_cast<void>(scenario.holds(each));
  } while (scenario.next());
  CHECK(worlds == 21);
  CHECK(scenario.exhausted());
}
