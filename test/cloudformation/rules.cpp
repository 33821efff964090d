#include <chrono>

#include "catch.h"
#include "template.h"

using namespace demarc;
using namespace demarc::test;

namespace {

// A template with rules over Env (dev, test, prod; by default dev), Size (open, by default small) and Ids (a list), of which It
// reads Env and Size.
std::string with(std::string_view rules) {
  return R"(
Parameters:
  Env: {Type: String, AllowedValues: [dev, test, prod], Default: dev}
  Size: {Type: String, Default: small}
  Ids: {Type: 'List<AWS::EC2::Subnet::Id>'}
Rules:
)" + std::string(rules) +
         R"(
Resources:
  It: {Type: "AWS::SQS::Queue", Properties: {V: !Ref Env, W: !Ref Size, X: !Sub "${Env}-${Size}"}}
)";
}

std::string values(std::string_view rules) { return worlds(read(with(rules)), "It", "V"); }

}  // namespace

TEST_CASE("only what the assertions of rules allow can be deployed") {
  CHECK(values("  Prod: {Assertions: [{Assert: !Not [!Equals [!Ref Env, test]]}]}") ==
        "\"dev\" with Env = \"dev\" (default)\n\"prod\" with Env = \"prod\"\n");
  CHECK(values("  Prod: {Assertions: [{Assert: {'Fn::Contains': [[prod, test], {Ref: Env}]}, AssertDescription: No dev}]}") ==
        "\"test\" with Env = \"test\"\n\"prod\" with Env = \"prod\"\n");
  CHECK(values("  Prod: {Assertions: [{Assert: !EachMemberEquals [[!Ref Env, !Ref Env], prod]}]}") == "\"prod\" with Env = \"prod\"\n");
  CHECK(values("  Prod: {Assertions: [{Assert: !EachMemberIn [[!Ref Env, dev], [dev, test]]}]}") ==
        "\"dev\" with Env = \"dev\" (default)\n\"test\" with Env = \"test\"\n");
}

TEST_CASE("a rule holds where its condition does") {
  const std::string_view rules = R"(
  Large:
    RuleCondition: !Equals [!Ref Size, small]
    Assertions: [{Assert: !Equals [!Ref Env, dev]}]
)";
  CHECK(values(rules) == "\"dev\" with Env = \"dev\" (default)\n\"test\" with Env = \"test\"\n\"prod\" with Env = \"prod\"\n");
  CHECK(worlds(read(with(rules)), "It", "X") ==
        "\"dev-small\" with Env = \"dev\" (default), Size = \"small\" (default)\n"
        "\"test-${<depends on parameter Size>}\" with Env = \"test\", Size != \"small\"\n"
        "\"prod-${<depends on parameter Size>}\" with Env = \"prod\", Size != \"small\"\n");
}

TEST_CASE("a default that rules forbid is not taken") {
  const std::string_view rules = "  Size: {Assertions: [{Assert: !Contains [[medium, large], !Ref Size]}]}";
  CHECK(worlds(read(with(rules)), "It", "W") == "\"medium\" with Size = \"medium\"\n\"large\" with Size = \"large\"\n");
}

TEST_CASE("what the account decides narrows nothing") {
  const std::string all = "\"dev\" with Env = \"dev\" (default)\n\"test\" with Env = \"test\"\n\"prod\" with Env = \"prod\"\n";
  CHECK(values("  A: {Assertions: [{Assert: !EachMemberEquals [!ValueOf [Ids, VpcId], !Ref Env]}]}") == all);
  CHECK(values("  A: {Assertions: [{Assert: !EachMemberIn [!ValueOfAll ['AWS::EC2::Subnet::Id', VpcId], !RefAll 'AWS::EC2::VPC::Id']}]}") == all);
  CHECK(values("  A: {Assertions: [{Assert: !Equals [!ValueOf [Ids, Tags.Env], !Ref Env]}]}") == all);
  CHECK(show(with("  A: {Assertions: [{Assert: !Contains [!Ref Ids, subnet-1]}]}")).find("note") == std::string::npos);
}

TEST_CASE("a rule that nothing fulfils is noted and left out") {
  const std::string all = "\"dev\" with Env = \"dev\" (default)\n\"test\" with Env = \"test\"\n\"prod\" with Env = \"prod\"\n";
  const std::string never = "  R: {Assertions: [{Assert: !Equals [!Ref Env, stage], AssertDescription: stage only}]}";
  CHECK(values(never) == all);
  CHECK(show(with(never)).ends_with("note 7:20 rule: no deployment fulfils an assertion of rule R (stage only): it was left out\n"));
  const std::string both = "  A: {Assertions: [{Assert: !Equals [!Ref Env, dev]}]}\n  B: {Assertions: [{Assert: !Equals [!Ref Env, prod]}]}";
  CHECK(values(both) == all);
  CHECK(show(with(both)).ends_with("note 7:3 rule: no parameters fulfil all Rules: they were left out\n"));
  const std::string dev = with("  R: {Assertions: [{Assert: !Equals [!Ref Env, prod]}]}");
  CHECK(show(dev, {{"Env", "dev"}}).ends_with("note 7:20 rule: no deployment fulfils an assertion of rule R: it was left out\n"));
}

TEST_CASE("what rules are written wrongly is noted, and the rest is read") {
  CHECK(show(with("  A: {RuleCondition: !Equals [a, a]}\n  B: text\n  C: {Assertions: [{Description: none}, {Assert: !Nonsense x}]}"))
            .ends_with("note 7:3 malformed: rule A has no list of Assertions and was not read\n"
                       "note 8:3 malformed: rule B has no list of Assertions and was not read\n"
                       "note 9:20 malformed: rule C has no list of Assertions and was not read\n"
                       "note 9:50 malformed: Nonsense(\"x\") is no condition: both worlds are judged\n"));
}

// From P1 = b follows P2 = b, and so on to P0 = b.
TEST_CASE("thirty rules that rest on each other are asked together") {
  std::string parameters, rules;
  for (int i = 0; i < 30; ++i) {
    const std::string n = std::to_string(i), next = std::to_string((i + 1) % 30);
    parameters += "  P" + n + ": {Type: String, AllowedValues: [a, b], Default: a}\n";
    rules += "  R" + n + ": {Assertions: [{Assert: !Or [!Equals [!Ref P" + n + ", a], !Equals [!Ref P" + next + ", b]]}]}\n";
  }
  const auto start = std::chrono::steady_clock::now();
  CHECK(worlds(read("Parameters:\n" + parameters + "Rules:\n" + rules +
                    "Resources: {It: {Type: 'A::B::C', Properties: {V: !Sub '${P0}${P1}'}}}"),
               "It", "V") ==
        "\"aa\" with P0 = \"a\" (default), P1 = \"a\" (default)\n"
        "\"bb\" with P0 = \"b\", P1 = \"b\"\n");
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(1));
}

TEST_CASE("thousands of rules that rest on each other are asked as far as it takes no time") {
  std::string parameters, rules;
  for (int i = 0; i < 5000; ++i) {
    const std::string n = std::to_string(i), next = std::to_string((i + 1) % 5000);
    parameters += "  P" + n + ": {Type: String, Default: y}\n";
    rules += "  R" + n + ": {Assertions: [{Assert: !Or [!Equals [!Ref P" + n + ", y], !Equals [!Ref P" + next + ", x]]}]}\n";
  }
  const Read read = test::read("Parameters:\n" + parameters + "Rules:\n" + rules +
                               "Conditions: {C: !Equals [!Ref P7, x]}\nResources: {It: {Type: 'A::B::C', Properties: {V: !If [C, a, b]}}}");
  const auto start = std::chrono::steady_clock::now();
  CHECK(worlds(read, "It", "V") == "\"b\" with P7 != \"x\" (default)\n\"a\" with P7 = \"x\"\n");
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::milliseconds(200));
}
