#include "catch.h"
#include "template.h"

using namespace demarc;
using namespace demarc::test;

namespace {

// A template of the given parameters, whose resource It has a property V for P.
std::string with(std::string_view parameters, std::string_view conditions = {}) {
  return "Parameters:\n" + std::string(parameters) + "\n" + std::string(conditions) +
         "\nResources:\n  It: {Type: 'AWS::SQS::Queue', Properties: {V: !Ref P}}\n";
}

}  // namespace

TEST_CASE("a default stands for its parameter") {
  CHECK(show(with("  P: {Type: String, Default: x}")) == "It.V: \"x\"\n");
  CHECK(show(with("  P: {Type: Number, Default: 5}")) == "It.V: 5\n");
  CHECK(show(with("  P: {Type: Number, Default: '5'}")) == "It.V: 5\n");
  CHECK(show(with("  P: {Type: String, Default: True}")) == "It.V: \"true\"\n");
  CHECK(show(with("  P: {Type: String, Default: 012345678901}")) == "It.V: \"012345678901\"\n");
}

TEST_CASE("lists are split at commas and trimmed") {
  CHECK(show(with("  P: {Type: CommaDelimitedList, Default: 'a, b ,,c'}")) == "It.V: [\"a\", \"b\", \"\", \"c\"]\n");
  CHECK(show(with("  P: {Type: List<Number>, Default: '80,443'}")) == "It.V: [80, 443]\n");
  CHECK(show(with("  P: {Type: CommaDelimitedList, Default: ''}")) == "It.V: [\"\"]\n");
  CHECK(show(with("  P: {Type: List<AWS::EC2::VPC::Id>}")) == "It.V: <depends on parameter P, which has no default>\n");
}

TEST_CASE("without a default a parameter is unknown; some types cannot be empty") {
  const auto set = [](std::string_view parameter) { return property(read(with(parameter)), "It", "V").unknown().set; };
  CHECK(show(with("  P: {Type: String}")) == "It.V: <depends on parameter P, which has no default>\n");
  CHECK_FALSE(set("  P: {Type: String}"));
  CHECK(set("  P: {Type: String, MinLength: 1}"));
  CHECK_FALSE(set("  P: {Type: String, MinLength: '0'}"));
  CHECK(set("  P: {Type: Number}"));
  CHECK(set("  P: {Type: 'AWS::EC2::VPC::Id'}"));
  CHECK(set("  P: {Type: 'AWS::SSM::Parameter::Value<String>', Default: /x}"));
}

TEST_CASE("the default of an SSM parameter is a name, not a value") {
  const std::string text = with("  P: {Type: 'AWS::SSM::Parameter::Value<String>', Default: /x}");
  const std::string expected = "It.V: <depends on parameter P, which names a value in SSM Parameter Store>\n";
  CHECK(show(text) == expected);
  CHECK(show(text, {{"P", "/y"}}) == expected);
}

TEST_CASE("allowed values are enumerated, the default first") {
  const Read finite = read(with("  P: {Type: String, AllowedValues: [dev, prod], Default: prod}"));
  CHECK(worlds(finite, "It", "V") == "\"prod\" with P = \"prod\" (default)\n\"dev\" with P = \"dev\"\n");
  const Read undecided = read(with("  P: {Type: String, AllowedValues: [true, false]}"));
  CHECK(worlds(undecided, "It", "V") == "\"true\" with P = \"true\"\n\"false\" with P = \"false\"\n");
}

TEST_CASE("a value names the member of AllowedValues or the default that it came from") {
  const Read read = test::read(with("  P: {Type: String, AllowedValues: [dev, prod], Default: prod}"));
  const Variable& variable = property(read, "It", "V").variable();
  CHECK(where(read, variable.class_values[0].place) == "2:37-2:40");
  CHECK(where(read, variable.class_values[0].through->place) == "2:37-2:40");
  CHECK(where(read, variable.class_values[1].through->place) == "2:58-2:62");
  CHECK(where(read, variable.reference->place) == "2:58-2:62");
}

TEST_CASE("a default that is not allowed is left out") {
  CHECK(show(with("  P: {Type: String, AllowedValues: [a], Default: b}")) ==
        "It.V: $P\nnote 2:50 default-not-allowed: Default of parameter P is not among its AllowedValues and was left out\n");
}

TEST_CASE("the allowed values of a list constrain its members") {
  CHECK(show(with("  P: {Type: CommaDelimitedList, AllowedValues: [a, b], Default: 'a,b'}")) == "It.V: [\"a\", \"b\"]\n");
}

TEST_CASE("values that the user gives win") {
  CHECK(show(with("  P: {Type: String, Default: x}"), {{"P", "y"}}) == "It.V: \"y\"\n");
  CHECK(show(with("  P: {Type: String, AllowedValues: [x, y]}"), {{"P", "x"}, {"P", "y"}}) == "It.V: \"y\"\n");
  CHECK(show(with("  P: {Type: CommaDelimitedList}"), {{"P", "a,b"}}) == "It.V: [\"a\", \"b\"]\n");
  CHECK(show(with("  P: {Type: String, AllowedValues: [x]}"), {{"P", "y"}}) ==
        "It.V: \"y\"\nnote 2:3 value-not-allowed: the value given for parameter P is not among its AllowedValues\n");
  const Read read = test::read(with("  P: {Type: String, Default: x}"), {{"P", "y"}});
  REQUIRE(property(read, "It", "V").through != nullptr);
  CHECK(where(read, property(read, "It", "V").through->place) == "2:3-2:4");
}

TEST_CASE("a given value decides the conditions over it") {
  const std::string text = R"(
Parameters:
  Env: {Type: String, AllowedValues: [dev, prod]}
Conditions:
  IsProd: !Equals [!Ref Env, prod]
Resources:
  It: {Type: "AWS::SQS::Queue", Condition: IsProd, Properties: {V: !If [IsProd, a, b]}}
)";
  CHECK(show(text, {{"Env", "prod"}}) == "It.V: \"a\"\n");
  CHECK(worlds(read(text, {{"Env", "dev"}}), "It", "V") == "none\n");
}

TEST_CASE("NoEcho makes values sensitive, wherever they go") {
  const Read read = test::read(R"(
Parameters:
  P: {Type: String, NoEcho: true, Default: secret}
  Q: {Type: String, NoEcho: "true", AllowedValues: [a, b]}
  R: {Type: String, NoEcho: true}
Resources:
  It:
    Type: AWS::SQS::Queue
    Properties: {A: !Ref P, B: !Sub "x-${P}", C: !Ref Q, D: !Ref R, E: !Split [c, !Ref P]}
)");
  for (const std::string_view name : {"A", "B", "C", "D", "E"}) CHECK(property(read, "It", name).sensitive);
  CHECK(property(read, "P", "Default").sensitive);
  CHECK(property(read, "Q", "AllowedValues").sensitive);
  CHECK_FALSE(property(read, "P", "Type").sensitive);
  for (const Value& each : property(read, "It", "C").variable().class_values) CHECK(each.sensitive);
  CHECK(property(read, "It", "C").variable().class_values.size() == 2);
}

TEST_CASE("a default may be a dynamic reference") {
  CHECK(show(with("  P: {Type: String, Default: '{{resolve:ssm:/x}}'}")) == "It.V: <is a dynamic reference to ssm>\n");
}

TEST_CASE("what a parameter declares wrongly is noted, and the rest is read") {
  CHECK(show(R"(
Parameters:
  A: text
  B: {Default: x}
  C: {Type: String, Default: [x], AllowedValues: y}
Resources:
  It: {Type: "AWS::SQS::Queue", Properties: {A: !Ref A, B: !Ref B, C: !Ref C}}
)") == R"(It.A: <depends on parameter A, which has no default>
It.B: "x"
It.C: <depends on parameter C, which has no default>
note 3:6 malformed: parameter A is no map and was not read
note 4:3 malformed: parameter B has no Type and was taken for a String
note 5:50 malformed: AllowedValues of parameter C is no list and was not read
note 5:30 malformed: Default of parameter C is no text and was not read
)");
}

TEST_CASE("pseudo parameters are what is known of them, and may be given") {
  const std::string text = R"(
Resources:
  It:
    Type: AWS::SQS::Queue
    Properties: {A: !Ref "AWS::Partition", B: !Ref "AWS::Region", C: !Ref "AWS::AccountId", D: !Ref "AWS::NotificationARNs"}
)";
  CHECK(show(text) == R"(It.A: "aws"
It.B: <is AWS::Region, which is known only after deployment>
It.C: <is AWS::AccountId, which is known only after deployment>
It.D: <is AWS::NotificationARNs, which is known only after deployment>
)");
  CHECK(show(text, {{"AWS::Partition", "aws-cn"}, {"AWS::Region", "cn-north-1"}}).starts_with("It.A: \"aws-cn\"\nIt.B: \"cn-north-1\"\n"));
}

TEST_CASE("a parameter with a hundred thousand allowed values is read at once, its default told from all others") {
  std::string values;
  for (int i = 0; i < 100'000; ++i) values += (i == 0 ? "" : ",") + std::to_string(i);
  const Read read = test::read("{\"Parameters\": {\"P\": {\"Type\": \"String\", \"Default\": 7, \"AllowedValues\": [" + values +
                               R"(]}}, "Conditions": {"Is9": {"Fn::Equals": [{"Ref": "P"}, 9]}, "IsX": {"Fn::Equals": [{"Ref": "P"}, "x"]}},
                               "Resources": {"It": {"Type": "A::B::C", "Properties": {"V": {"Ref": "P"}, "X": {"Fn::If": ["IsX", "a", "b"]}}}}})");
  CHECK(worlds(read, "It", "V") ==
        "\"7\" with P = \"7\" (default)\n"
        "\"9\" with P = \"9\"\n"
        "<depends on more combinations of parameters than are tried> with P != \"7\" != \"9\"\n");
  CHECK(worlds(read, "It", "X") == "\"b\"\n");
}

TEST_CASE("numbers and booleans are compared as the texts that CloudFormation makes of them") {
  const auto holds = [](std::string_view parameter, std::string_view literal) {
    return worlds(read("Parameters: {P: " + std::string(parameter) + "}\nConditions: {C: !Equals [!Ref P, " + std::string(literal) +
                       "]}\nResources: {It: {Type: 'A::B::C', Properties: {V: !If [C, yes, no]}}}"),
                  "It", "V");
  };
  const std::string one = "{Type: Number, AllowedValues: [1], Default: 1}";
  CHECK(holds(one, "1") == "\"yes\"\n");
  CHECK(holds(one, "'1'") == "\"yes\"\n");
  CHECK(holds(one, "1.0") == "\"no\"\n");
  CHECK(holds("{Type: Number, AllowedValues: ['1.0']}", "1.0") == "\"yes\"\n");
  const std::string yes = "{Type: String, AllowedValues: [true]}";
  CHECK(holds(yes, "true") == "\"yes\"\n");
  CHECK(holds(yes, "True") == "\"yes\"\n");
  CHECK(holds(yes, "'true'") == "\"yes\"\n");
  CHECK(holds(yes, "'True'") == "\"no\"\n");
}

TEST_CASE("a value that a parameter's bounds refuse is no world") {
  const auto outcomes = [](std::string_view parameter, std::string_view literal) {
    return worlds(read("Parameters: {P: " + std::string(parameter) + "}\nConditions: {C: !Equals [!Ref P, " + std::string(literal) +
                       "]}\nResources: {It: {Type: 'A::B::C', Properties: {V: !If [C, yes, no]}}}"),
                  "It", "V");
  };
  CHECK(outcomes("{Type: Number}", "''") == "\"no\"\n");
  CHECK(outcomes("{Type: Number}", "ten") == "\"no\"\n");
  CHECK(outcomes("{Type: Number, MinValue: 1, MaxValue: 9}", "10") == "\"no\"\n");
  CHECK(outcomes("{Type: Number, MinValue: 1, MaxValue: 9}", "9") == "\"yes\" with P = \"9\"\n\"no\" with P != \"9\"\n");
  CHECK(outcomes("{Type: String, MinLength: 1}", "''") == "\"no\"\n");
  CHECK(outcomes("{Type: String, MaxLength: 3}", "long") == "\"no\"\n");
  CHECK(outcomes("{Type: String, MinLength: '2', MaxLength: '2'}", "\xC3\xA4\xC3\xB6") ==
        "\"yes\" with P = \"\xC3\xA4\xC3\xB6\"\n\"no\" with P != \"\xC3\xA4\xC3\xB6\"\n");
  CHECK(outcomes("{Type: 'AWS::SSM::Parameter::Value<Number>', MinValue: 1}", "x") == "\"yes\" with P = \"x\"\n\"no\" with P != \"x\"\n");
}

TEST_CASE("a default or a given value outside the bounds is noted") {
  CHECK(show(with("  P: {Type: String, MinLength: 8, Default: short}")) ==
        "It.V: <depends on parameter P, which has no default>\n"
        "note 2:44 default-not-allowed: Default of parameter P is longer or shorter than it takes and was left out\n");
  CHECK(show(with("  P: {Type: Number, MaxValue: 9, Default: 10}")) ==
        "It.V: <depends on parameter P, which has no default>\n"
        "note 2:43 default-not-allowed: Default of parameter P is no number that it takes and was left out\n");
  CHECK(show(with("  P: {Type: Number}"), {{"P", "ten"}}) ==
        "It.V: \"ten\"\nnote 2:3 value-not-allowed: the value given for parameter P is no number that it takes\n");
}
