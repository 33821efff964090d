#include "catch.h"
#include "template.h"

using namespace demarc;
using namespace demarc::test;

namespace {

constexpr std::string_view kTemplate = R"(
Parameters:
  Env: {Type: String, AllowedValues: [dev, stage, prod], Default: dev}
  Open: {Type: String}
  Given: {Type: String, Default: prod}
  Which: {Type: String, AllowedValues: [M, N], Default: M}
Mappings:
  M:
    dev: {Days: 1, On: false, Same: x, List: [a, b]}
    stage: {Days: 30, On: true, Same: x, List: [a, b]}
    prod: {Days: 30, On: true, Same: x, List: [c]}
  N:
    dev: {Days: 7}
    prod: {Days: 8, On: true}
  R:
    us-east-1: {Ami: ami-1}
    eu-west-1: {Ami: ami-2}
Conditions:
  IsProd: !Equals [!Ref Env, prod]
Resources:
  It:
    Type: AWS::SQS::Queue
    Properties:
      V: )";

std::string shown(std::string_view value) { return show(std::string(kTemplate) + std::string(value) + "\n"); }
std::string worlds_of(std::string_view value) { return worlds(read(std::string(kTemplate) + std::string(value) + "\n"), "It", "V"); }

}  // namespace

TEST_CASE("a mapping is looked up by keys that are written") {
  CHECK(shown("!FindInMap [M, prod, Days]") == "It.V: 30\n");
  CHECK(shown("{'Fn::FindInMap': [M, prod, List]}") == "It.V: [\"c\"]\n");
}

TEST_CASE("a key that a parameter gives makes a choice over the values, equal ones together") {
  CHECK(shown("!FindInMap [M, !Ref Env, Days]") == "It.V: if(Env == \"dev\": 1, else: 30)\n");
  CHECK(worlds_of("!FindInMap [M, !Ref Env, Days]") == "1 with Env = \"dev\" (default)\n30 with Env != \"dev\"\n");
  CHECK(shown("!FindInMap [M, !Ref Env, Same]") == "It.V: \"x\"\n");
  CHECK(shown("!FindInMap [M, !Ref Env, List]") == "It.V: if((Env == \"dev\" or Env == \"stage\"): [\"a\", \"b\"], else: [\"c\"])\n");
}

TEST_CASE("a default alone is one key of several") {
  CHECK(worlds_of("!FindInMap [M, !Ref Given, Days]") ==
        "30 with Given != \"dev\" (default)\n1 with Given = \"dev\"\n");
}

TEST_CASE("a parameter that looks up a mapping has the same value before it") {
  CHECK(worlds_of("[!Ref Given, !FindInMap [M, !Ref Given, Days]]") ==
        "[\"prod\", 30] with Given = \"prod\" (default)\n[\"dev\", 1] with Given = \"dev\"\n");
}

TEST_CASE("a parameter has one of the keys, since nothing else can be deployed") {
  CHECK(worlds_of("!FindInMap [N, !Ref Env, Days]") == "7 with Env = \"dev\" (default)\n8 with Env = \"prod\"\n");
  CHECK(worlds_of("[!FindInMap [N, !Ref Open, Days], !FindInMap [M, !Ref Open, Days]]") ==
        "[7, 1] with Open = \"dev\"\n[8, 30] with Open = \"prod\"\n");
  CHECK(worlds_of("!FindInMap [N, !Ref Env, 'On']") == "true\n");
}

TEST_CASE("a mapping may be looked up by region") {
  CHECK(worlds_of("!FindInMap [R, !Ref 'AWS::Region', Ami]") ==
        "\"ami-1\" with AWS::Region = \"us-east-1\"\n\"ami-2\" with AWS::Region = \"eu-west-1\"\n");
}

TEST_CASE("any of the three keys may vary, and be looked up itself") {
  CHECK(worlds_of("!FindInMap [!Ref Which, dev, Days]") == "1 with Which = \"M\" (default)\n7 with Which = \"N\"\n");
  CHECK(worlds_of("!FindInMap [M, !If [IsProd, prod, dev], Days]") == "1 with Env != \"prod\" (default)\n30 with Env = \"prod\"\n");
  CHECK(worlds_of("!FindInMap [M, !Sub '${Env}', Days]") == "1 with Env = \"dev\" (default)\n30 with Env != \"dev\"\n");
}

TEST_CASE("a default value stands for a key that is missing") {
  CHECK(shown("!FindInMap [M, test, Days, DefaultValue: 9]") == "It.V: 9\n");
  CHECK(shown("!FindInMap [Nix, test, Days, DefaultValue: !Ref Given]") == "It.V: \"prod\"\n");
  CHECK(worlds_of("!FindInMap [N, !Ref Env, Days, DefaultValue: 9]") ==
        "7 with Env = \"dev\" (default)\n8 with Env = \"prod\"\n9 with Env = \"stage\"\n");
}

TEST_CASE("a key that is not known leaves the value unknown, unless all values are equal") {
  CHECK(shown("!FindInMap [M, !ImportValue env, Same]") == "It.V: \"x\"\n");
  CHECK(shown("!FindInMap [M, !ImportValue env, Days]") == "It.V: <is imported from another stack (env)>\n");
  CHECK(shown("!FindInMap [M, !Sub '${Open}-${Env}', Days]") == "It.V: <is computed by Fn::FindInMap from what is not known>\n");
}

TEST_CASE("a key that no mapping has is noted") {
  CHECK(shown("!FindInMap [M, test, Days]") ==
        "It.V: <names M.test.Days, which is not in this deployment>\nnote 24:10 undeclared: Mappings has no M.test.Days\n");
  CHECK(shown("!FindInMap [Nix, test, Days]") ==
        "It.V: <names Nix.test.Days, which is not in this deployment>\nnote 24:10 undeclared: Mappings has no Nix.test.Days\n");
}

TEST_CASE("a function in a mapping is not computed, so that none looks itself up") {
  CHECK(show(R"(
Mappings:
  M: {a: {k: !FindInMap [M, a, k], l: [x, !Ref It, [y]], m: {n: 1}}}
Resources:
  It:
    Type: AWS::SQS::Queue
    Properties: {A: !FindInMap [M, a, k], B: !FindInMap [M, a, l], C: !FindInMap [M, a, m]}
)") == R"(It.A: <is computed by Fn::FindInMap from what is not known>
It.B: ["x", <is computed by Fn::FindInMap from what is not known>, <is computed by Fn::FindInMap from what is not known>]
It.C: <names M.a.m, which is not in this deployment>
note 7:71 undeclared: Mappings has no M.a.m
)");
}

TEST_CASE("not all keys of large mappings are tried") {
  std::string text = "Mappings:\n";
  for (int i = 0; i < 100; ++i) {
    text += "  M" + std::to_string(i) + ":\n";
    for (int k = 0; k < 100; ++k) text += "    k" + std::to_string(k) + ": {v: 1, w: 1}\n";
  }
  text += "Resources:\n  It: {Type: 'A::B::C', Properties: {V: !FindInMap [!ImportValue a, !ImportValue b, !ImportValue c]}}\n";
  CHECK(show(text) == "It.V: <is imported from another stack (a)>\n");
}

TEST_CASE("a value keeps the mapping that it came through") {
  const Read read = test::read(std::string(kTemplate) + "!FindInMap [M, prod, Days]\n");
  const Value value = property(read, "It", "V");
  CHECK(where(read, value.place) == "24:10-24:36");
  REQUIRE(value.through != nullptr);
  CHECK(value.through->kind == Reference::Kind::mapping);
  CHECK(value.through->target == "M.prod.Days");
  CHECK(where(read, value.through->place) == "11:18-11:20");
}

TEST_CASE("a mapping of a hundred thousand keys is looked up in constant time") {
  std::string text = "{\"Parameters\": {\"P\": {\"Type\": \"String\"}}, \"Mappings\": {\"M\": {";
  for (int i = 0; i < 100'000; ++i) text += "\"k" + std::to_string(i) + "\": {\"v\": " + std::to_string(i) + "},";
  text += "\"last\": {\"v\": 1}}}, \"Resources\": {";
  for (int i = 0; i < 20'000; ++i) {
    text += "\"R" + std::to_string(i) + "\": {\"Type\": \"A::B::C\", \"Properties\": {\"V\": {\"Fn::FindInMap\": [\"M\", \"k" +
            std::to_string(4 * i) + "\", \"v\"]}, \"W\": {\"Fn::FindInMap\": [\"M\", {\"Ref\": \"P\"}, \"v\"]}}},";
  }
  text.back() = '}';
  CHECK(show_resource(text + "}", "R19999") == "R19999.V: 79996\nR19999.W: <depends on more combinations of parameters than are tried>\n");
}
