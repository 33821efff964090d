#include "catch.h"
#include "template.h"

using namespace demarc;
using namespace demarc::test;

namespace {

constexpr std::string_view kParameters = R"(
Parameters:
  Env: {Type: String, AllowedValues: [dev, stage, prod], Default: dev}
  Key: {Type: String, Default: ""}
  Open: {Type: String}
  A: {Type: String}
  B: {Type: String}
  List: {Type: CommaDelimitedList, Default: "a,b"}
Conditions:
)";

// The worlds of a resource with a property V that is yes if C holds.
std::string worlds_of(std::string_view conditions) {
  std::string text(kParameters);
  text += conditions;
  text += "\nResources:\n  It: {Type: 'AWS::SQS::Queue', Properties: {V: !If [C, 'yes', 'no']}}\n";
  return worlds(read(text), "It", "V");
}

std::string notes_of(std::string_view conditions) {
  std::string text(kParameters);
  text += conditions;
  const std::string shown = show(text + "\nResources:\n  It: {Type: 'AWS::SQS::Queue'}\n");
  return shown;
}

}  // namespace

TEST_CASE("a comparison with a literal tells the literal from everything else") {
  CHECK(worlds_of("  C: !Equals [!Ref Open, x]") == "\"yes\" with Open = \"x\"\n\"no\" with Open != \"x\"\n");
  CHECK(worlds_of("  C: {'Fn::Equals': [x, {Ref: Open}]}") == "\"yes\" with Open = \"x\"\n\"no\" with Open != \"x\"\n");
  CHECK(worlds_of("  C: !Not [!Equals [!Ref Key, '']]") == "\"no\" with Key = \"\" (default)\n\"yes\" with Key != \"\"\n");
}

TEST_CASE("a literal that is not allowed is never met") {
  CHECK(worlds_of("  C: !Equals [!Ref Env, test]") == "\"no\"\n");
}

TEST_CASE("literals, numbers and booleans compare as text") {
  CHECK(worlds_of("  C: !Equals ['true', True]") == "\"yes\"\n");
  CHECK(worlds_of("  C: !Equals ['1', 1]") == "\"yes\"\n");
  CHECK(worlds_of("  C: !Equals [a, b]") == "\"no\"\n");
}

TEST_CASE("conditions refer to each other in any order and form") {
  CHECK(worlds_of(R"(  C: !And [!Condition D, {Condition: E}]
  D: !Or [!Equals [!Ref Env, prod], !Equals [!Ref Env, stage]]
  E: {"Fn::Not": [!Condition F]}
  F: !Equals [!Ref Env, stage])") ==
        "\"no\" with Env = \"dev\" (default)\n\"no\" with Env = \"stage\"\n\"yes\" with Env = \"prod\"\n");
}

TEST_CASE("conditions on one parameter agree with the value of the parameter") {
  const Read read = test::read(std::string(kParameters) + R"(
  HasKey: !Not [!Equals [!Ref Key, ""]]
Resources:
  It:
    Type: AWS::SQS::Queue
    Properties: {V: [!Ref Key, !If [HasKey, !Ref Key, !Ref "AWS::NoValue"]]}
)");
  CHECK(worlds(read, "It", "V") == "[\"\"] with Key = \"\" (default)\n[<depends on parameter Key>, <depends on parameter Key>] with Key != \"\"\n");
}

TEST_CASE("two parameters are compared class by class") {
  CHECK(worlds_of("  C: !Equals [!Ref A, !Ref B]") == "\"yes\" with A == B = \"true\"\n\"no\" with A == B = \"false\"\n");
  CHECK(worlds_of("  D: !Equals [!Ref A, x]\n  C: !Equals [!Ref A, !Ref B]") ==
        "\"yes\" with A = \"x\", B = \"x\"\n\"no\" with A = \"x\", B != \"x\"\n\"yes\" with A != \"x\", B != \"x\", A == B = \"true\"\n"
        "\"no\" with A != \"x\", B != \"x\", A == B = \"false\"\n\"no\" with A != \"x\", B = \"x\"\n");
  CHECK(worlds_of("  C: !Equals [!Ref A, !Ref B]\n  D: !Equals [!Ref A, x]") == worlds_of("  D: !Equals [!Ref B, x]\n  C: !Equals [!Ref A, !Ref B]"));
  CHECK(worlds_of("  C: !Equals [!Ref A, !Ref A]") == "\"yes\"\n");
  CHECK(worlds_of("  C: !Equals [!Ref A, !Ref Env]") ==
        "\"yes\" with A = \"dev\", Env = \"dev\" (default)\n\"no\" with A = \"dev\", Env != \"dev\"\n"
        "\"no\" with A = \"stage\", Env != \"stage\" (default)\n\"yes\" with A = \"stage\", Env = \"stage\"\n"
        "\"no\" with A = \"prod\", Env != \"prod\" (default)\n\"yes\" with A = \"prod\", Env = \"prod\"\n"
        "\"no\" with A != \"dev\" != \"stage\" != \"prod\"\n");
}

TEST_CASE("text around one parameter is taken off before it is compared") {
  CHECK(worlds_of("  C: !Equals [!Sub 'x-${Env}-y', x-prod-y]") ==
        "\"no\" with Env != \"prod\" (default)\n\"yes\" with Env = \"prod\"\n");
  CHECK(worlds_of("  C: !Equals [!Sub 'x-${Open}', y-z]") == "\"no\"\n");
  CHECK(worlds_of("  C: !Equals [!Sub '${Open}', z]") == "\"yes\" with Open = \"z\"\n\"no\" with Open != \"z\"\n");
}

TEST_CASE("an expression that is not understood further is compared as a whole") {
  CHECK(worlds_of("  C: !Equals [!Select [0, !Split ['-', !Ref Open]], x]") ==
        "\"yes\" with Select(0, Split(\"-\", Open)) = \"x\"\n\"no\" with Select(0, Split(\"-\", Open)) != \"x\"\n");
  CHECK(worlds_of("  C: !And [!Equals [!ImportValue a, x], {'Fn::Not': [{'Fn::Equals': [{'Fn::ImportValue': a}, x]}]}]") ==
        "\"no\" with ImportValue(\"a\") = \"x\"\n\"no\" with ImportValue(\"a\") != \"x\"\n");
}

TEST_CASE("what the default of a parameter makes of an expression is its first world") {
  CHECK(worlds_of("  C: !Equals [!Join ['', !Ref List], '']") ==
        "\"no\" with List = \"a,b\" (default)\n"
        "\"no\" with List != \"a,b\", Join(\"\", List) != \"\" (default)\n"
        "\"yes\" with List != \"a,b\", Join(\"\", List) = \"\"\n");
}

TEST_CASE("a list is asked whether it is empty") {
  CHECK(worlds(read(R"(
Parameters:
  List: {Type: CommaDelimitedList, Default: ""}
Conditions:
  None: !Equals [!Select [0, !Ref List], ""]
Resources:
  It: {Type: "AWS::SQS::Queue", Properties: {V: !If [None, !Ref "AWS::NoValue", !Ref List]}}
)"), "It", "V") ==
        "null with List = \"\" (default)\n"
        "null with List != \"\", Select(0, List) = \"\" (default)\n"
        "<depends on parameter List> with List != \"\", Select(0, List) != \"\"\n");
}

TEST_CASE("a mapping that a parameter looks up is compared by its keys") {
  CHECK(worlds(read(R"(
Parameters:
  Env: {Type: String}
Mappings:
  M: {dev: {Protect: false}, prod: {Protect: true}, stage: {Protect: true}}
Conditions:
  C: !Equals [!FindInMap [M, !Ref Env, Protect], "true"]
Resources:
  It: {Type: "AWS::SQS::Queue", Properties: {V: !If [C, "yes", "no"]}}
)"), "It", "V") == "\"no\" with Env = \"dev\"\n\"yes\" with Env != \"dev\"\n");
}

TEST_CASE("a condition that looks up a mapping holds only where it can be deployed") {
  CHECK(worlds(read(R"(
Parameters:
  Env: {Type: String, Default: dev}
Mappings:
  M: {dev: {Protect: false}, prod: {Protect: true}}
Conditions:
  C: !Equals [!FindInMap [M, !Ref Env, Protect], "true"]
  IsTest: !Equals [!Ref Env, test]
Resources:
  It: {Type: "AWS::SQS::Queue", Properties: {V: [!If [IsTest, test, other], !If [C, "yes", "no"]]}}
)"), "It", "V") == "[\"other\", \"no\"] with Env = \"dev\" (default)\n[\"other\", \"yes\"] with Env = \"prod\"\n");
}

TEST_CASE("the region is compared by the regions that the template names") {
  CHECK(worlds_of("  C: !Equals [!Ref 'AWS::Region', us-east-1]") ==
        "\"yes\" with AWS::Region = \"us-east-1\"\n\"no\" with AWS::Region != \"us-east-1\"\n");
  CHECK(worlds_of("  C: !Equals [!Ref 'AWS::Partition', aws-cn]") ==
        "\"no\" with AWS::Partition != \"aws-cn\" (default)\n\"yes\" with AWS::Partition = \"aws-cn\"\n");
}

TEST_CASE("a condition that refers to itself may hold or not") {
  CHECK(worlds_of("  C: !Not [!Condition D]\n  D: !Or [!Condition C, !Equals [!Ref Env, prod]]").size() > 10);
  CHECK(notes_of("  C: !Not [!Condition D]\n  D: !Not [!Condition C]") ==
        "note 11:12 cycle: Condition C refers to itself: both worlds are judged\n");
  CHECK(worlds_of("  C: !Not [!Condition C]") == "\"yes\" with C = \"true\"\n\"no\" with C = \"false\"\n");
}

TEST_CASE("a condition that is not declared may hold or not") {
  const std::string text = "Resources:\n  It: {Type: 'AWS::SQS::Queue', Condition: Nix, Properties: {V: !If [Nix, a, b]}}\n";
  CHECK(worlds(read(text), "It", "V") == "\"a\" with Nix = \"true\"\nnone with Nix = \"false\"\n");
  CHECK(show(text) == "It.V: if(Nix: \"a\", else: \"b\")\nnote 2:44 undeclared-condition: Condition Nix is not declared: both worlds are judged\n");
}

TEST_CASE("what is no condition is noted, and may hold or not") {
  CHECK(notes_of("  C: text\n  D: !Equals [a]\n  E: !And []\n  F: !Not [a, b]\n  G: !Frob x\n  H: [a]") == R"(note 10:6 malformed: "text" is no condition: both worlds are judged
note 11:6 malformed: Equals("a") is no condition: both worlds are judged
note 12:6 malformed: And() is no condition: both worlds are judged
note 13:6 malformed: Not("a", "b") is no condition: both worlds are judged
note 14:6 malformed: Frob("x") is no condition: both worlds are judged
note 15:6 malformed: ["a"] is no condition: both worlds are judged
)");
  CHECK(worlds_of("  C: text") == "\"yes\" with \"text\" = \"true\"\n\"no\" with \"text\" = \"false\"\n");
  CHECK(show("Conditions: [a]\nResources:\n  It: {Type: 'AWS::SQS::Queue'}\n") == "note 1:13 malformed: Conditions is no map and was not read\n");
}

TEST_CASE("If stands around a leaf, an item, a list, a property, whole properties and attributes") {
  const Read read = test::read(std::string(kParameters) + R"(
  C: !Equals [!Ref Env, prod]
Resources:
  It:
    Type: AWS::SQS::Queue
    DeletionPolicy: !If [C, Retain, Delete]
    Properties: !If
    - C
    - {Leaf: !If [C, a, b], Items: [x, !If [C, y, !Ref "AWS::NoValue"]], List: !If [C, [1], [2, 3]]}
    - {Leaf: !If [C, a, b]}
)");
  CHECK(worlds(read, "It", "Leaf") == "\"b\" with Env != \"prod\" (default)\n\"a\" with Env = \"prod\"\n");
  CHECK(worlds(read, "It", "Items") == "{Leaf: if(C: \"a\", else: \"b\")} with Env != \"prod\" (default)\n[\"x\", \"y\"] with Env = \"prod\"\n");
  CHECK(worlds(read, "It", "List").ends_with("[1] with Env = \"prod\"\n"));
}

TEST_CASE("fifty thousand conditions are read within a second") {
  std::string text = "{\"Parameters\": {\"P\": {\"Type\": \"String\"}}, \"Conditions\": {";
  for (int i = 0; i < 50'000; ++i) {
    text += "\"C" + std::to_string(i) + "\": {\"Fn::Or\": [{\"Condition\": \"C" + std::to_string(i + 1) + "\"}, {\"Fn::Equals\": [{\"Ref\": \"P\"}, \"" +
            std::to_string(i) + "\"]}]},";
  }
  text += "\"C50000\": {\"Fn::Equals\": [{\"Ref\": \"P\"}, \"x\"]}}, \"Resources\": {\"It\": {\"Type\": \"A::B::C\", \"Condition\": \"C0\"}}}";
  const Read read = test::read(text);
  REQUIRE(read.graph);
  CHECK(resource(read, "It").condition->height <= Condition::kMostHeight);
  CHECK(read.graph->notes.size() > 10);
  for (const Note& note : read.graph->notes) CHECK(note.kind == "condition-depth");
}

TEST_CASE("conditions that double at each level are decided at once") {
  std::string text = "Parameters: {P: {Type: String}}\nConditions:\n  C0: !Equals [!Ref P, x]\n";
  for (int i = 1; i < 100; ++i) {
    const std::string before = std::to_string(i - 1);
    text += "  C" + std::to_string(i) + ": !And [!Condition C" + before + ", !Condition C" + before + "]\n";
  }
  text += "Resources:\n  It: {Type: 'A::B::C', Properties: {V: !If [C99, 'yes', 'no']}}\n";
  CHECK(worlds(read(text), "It", "V") == "\"yes\" with P = \"x\"\n\"no\" with P != \"x\"\n");
}
