#include "catch.h"
#include "template.h"

using namespace demarc;
using namespace demarc::test;

namespace {

// A template with two resources to refer to, and the given properties in a third.
std::string with(std::string_view properties) {
  std::string text = R"(
Parameters:
  Given: {Type: String, Default: x}
  Open: {Type: String}
  List: {Type: CommaDelimitedList, Default: "a, b,c"}
  None: {Type: List<AWS::EC2::Subnet::Id>}
Conditions:
  On: !Equals [!Ref Switch, "on"]
Resources:
  Topic: {Type: "AWS::SNS::Topic"}
  Subnet: {Type: "AWS::EC2::Subnet"}
  It:
    Type: AWS::SQS::Queue
    Properties:
)";
  for (std::size_t begin = 0; begin < properties.size();) {
    const std::size_t end = std::min(properties.find('\n', begin), properties.size());
    text += "      " + std::string(properties.substr(begin, end - begin)) + "\n";
    begin = end + 1;
  }
  text.insert(text.find("Conditions:"), "  Switch: {Type: String, Default: \"off\", AllowedValues: [\"on\", \"off\"]}\n");
  return text;
}

std::string it(std::string_view properties) { return show_resource(with(properties), "It"); }

}  // namespace

TEST_CASE("a reference to a resource is unknown, but its referent is not") {
  CHECK(it(R"(A: !Ref Topic
B: {Ref: Topic}
C: !GetAtt Topic.TopicArn
D: {"Fn::GetAtt": [Topic, TopicArn]}
E: !GetAtt [Topic, Outputs.Arn]
F: {"Fn::GetAtt": Topic.Outputs.Arn})") == R"(It.A: @Topic
It.B: @Topic
It.C: @Topic.TopicArn
It.D: @Topic.TopicArn
It.E: @Topic.Outputs.Arn
It.F: @Topic.Outputs.Arn
)");
}

TEST_CASE("Sub keeps what it cannot know as holes") {
  CHECK(it(R"(A: !Sub "arn:aws:sns:::${Topic}/*"
B: !Sub "${Topic.TopicArn}"
C: {"Fn::Sub": ["${X}-${Given}", {X: !Ref Topic}]}
D: !Sub "${!Literal} ${Given}${Given} $ {} ${ Given }"
E: !Sub "${AWS::Region}.${AWS::URLSuffix}"
F: !Sub ["${Topic.Arn}", {Topic.Arn: mine}]
G: !Sub "plain"
H: !Sub "${AWS::NoValue}x")") == R"(It.A: "arn:aws:sns:::${@Topic}/*"
It.B: @Topic.TopicArn
It.C: "${@Topic}-x"
It.D: "${Literal} xx $ {} x"
It.E: "${<is AWS::Region, which is known only after deployment>}.amazonaws.com"
It.F: "mine"
It.G: "plain"
It.H: "x"
)");
}

TEST_CASE("Join keeps what it cannot know as holes, and AWS::NoValue takes its delimiter along") {
  CHECK(it(R"(A: !Join ["", ["a", !Ref Topic, "/*"]]
B: {"Fn::Join": ["-", [!Ref Given, 1, true]]}
C: !Join [",", [!Ref "AWS::NoValue", a, !If [On, b, !Ref "AWS::NoValue"], c]]
D: !Join [",", [!If [On, a, !Ref "AWS::NoValue"], !If [On, b, c], d]]
E: !Join [",", [!If [On, a, !Ref "AWS::NoValue"]]]
F: !Join [",", [!If [On, a, !Ref "AWS::NoValue"], !If [On, b, !Ref "AWS::NoValue"]]]
G: !Join ["", [!If [On, a, !Ref "AWS::NoValue"], !If [On, b, !Ref "AWS::NoValue"]]]
H: !Join [",", !Ref List]
I: !Join [",", !Ref None]
J: !Join [",", !If [On, [a, b], [c]]])") == R"(It.A: "a${@Topic}/*"
It.B: "x-1-true"
It.C: "a${if(On: ",b", else: null)},c"
It.D: "${if(On: "a,", else: null)}${if(On: "b", else: "c")},d"
It.E: if(On: "a", else: null)
It.F: <is computed by Fn::Join from what is not known>
It.G: "${if(On: "a", else: null)}${if(On: "b", else: null)}"
It.H: "a,b,c"
It.I: <depends on parameter None, which has no default>
It.J: if(On: "a,b", else: "c")
)");
}

TEST_CASE("Split and Select are computed where the text is known") {
  CHECK(it(R"(A: !Split [",", "a,b,,c"]
B: !Select [1, !Split ["/", "a/b"]]
C: !Select ["0", [!Ref Topic, b]]
D: !Split [",", !Join [",", [!Ref Topic, !GetAtt Subnet.Arn]]]
E: !Split ["/", !GetAtt Topic.TopicArn]
F: !Select [2, !Ref List]
G: !Select [0, !Ref None]
H: !Select [0, [!If [On, a, b], c]]
I: !Select [1, [!If [On, a, !Ref "AWS::NoValue"], c]]
J: !Select [!If [On, 0, 1], [a, b]]
K: !Split ["-", !If [On, a-b, c]]
L: !Select [3, !Ref List]
M: !Select [1, !Split [",", !GetAtt Topic.Outputs.Ids]])") == R"(It.A: ["a", "b", "", "c"]
It.B: "b"
It.C: @Topic
It.D: [@Topic, @Subnet.Arn]
It.E: <is computed by Fn::Split from what is not known>
It.F: "c"
It.G: <depends on parameter None, which has no default>
It.H: if(On: "a", else: "b")
It.I: <is computed by Fn::Select from what is not known>
It.J: if(On: "a", else: "b")
It.K: if(On: ["a", "b"], else: ["c"])
It.L: <depends on parameter List>
It.M: <is computed by Fn::Split from what is not known>
)");
}

TEST_CASE("what is split off a resource keeps the resource it came through") {
  const Read read = test::read(with("A: !Select [5, !Split [\":\", !GetAtt Topic.TopicArn]]"));
  REQUIRE(property(read, "It", "A").through != nullptr);
  CHECK(property(read, "It", "A").through->target == "Topic");
}

TEST_CASE("availability zones are not known, but that they differ is") {
  CHECK(it(R"(A: !GetAZs ""
B: !Select [0, !GetAZs ""]
C: !Select [1, {"Fn::GetAZs": !Ref "AWS::Region"}]
D: !Select [1, !GetAZs eu-west-1])") == R"(It.A: @Fn::GetAZs
It.B: @Fn::GetAZs.0
It.C: @Fn::GetAZs.1
It.D: @Fn::GetAZs of eu-west-1.1
)");
}

TEST_CASE("Cidr is computed for IPv4, and is as many unknown blocks otherwise") {
  CHECK(it(R"(A: !Cidr [10.0.0.0/16, 3, 8]
B: !Cidr ["192.168.1.200/24", "2", "5"]
C: !Cidr [10.0.0.0/30, 3, 8]
D: !Cidr [!GetAtt Topic.CidrBlock, 2, 8]
E: !Select [1, !Cidr [10.0.0.0/16, 2, 8]]
F: !Cidr [0.0.0.0/0, 2, 31]
G: !Cidr [10.0.0.0/16, !Ref Open, 8])") == R"(It.A: ["10.0.0.0/24", "10.0.1.0/24", "10.0.2.0/24"]
It.B: ["192.168.1.0/27", "192.168.1.32/27"]
It.C: [<is computed by Fn::Cidr from what is not known>, <is computed by Fn::Cidr from what is not known>, <is computed by Fn::Cidr from what is not known>]
It.D: [<is computed by Fn::Cidr from what is not known>, <is computed by Fn::Cidr from what is not known>]
It.E: "10.0.1.0/24"
It.F: ["0.0.0.0/1", "128.0.0.0/1"]
It.G: <is computed by Fn::Cidr from what is not known>
)");
}

TEST_CASE("texts that are encoded stay readable") {
  CHECK(it(R"(A: !Base64 "#!/bin/sh"
B: {"Fn::Base64": !Sub "echo ${Given} ${Topic}"}
C: !Base64 {"Fn::Sub": "echo ${Given}"}
D: {"Fn::ToJsonString": {a: !Ref Given}}
E: !Length [a, b]
F: !Length [a, !If [On, b, !Ref "AWS::NoValue"]])") == R"(It.A: "#!/bin/sh"
It.B: "echo x ${@Topic}"
It.C: "echo x"
It.D: {a: "x"}
It.E: 2
It.F: <is computed by Fn::Length from what is not known>
)");
}

TEST_CASE("what other stacks export is unknown, but set") {
  const std::string text = with(R"(A: !ImportValue net-vpc
B: {"Fn::ImportValue": !Sub "${Open}-vpc"}
C: {"Fn::GetStackOutput": {StackName: net, OutputName: Vpc}}
D: !ImportValue {Ref: Open})");
  CHECK(show_resource(text, "It") == R"(It.A: <is imported from another stack (net-vpc)>
It.B: <is imported from another stack (${…}-vpc)>
It.C: <is imported from another stack (net.Vpc)>
It.D: <is imported from another stack (${…})>
)");
  CHECK(property(test::read(text), "It", "A").unknown().set);
}

TEST_CASE("a function that is not known makes an unknown, not an error") {
  CHECK(show(with(R"(A: !Rain::Embed file.txt
B: {"Fn::Frob": [1]}
C: !Frob {a: b}
D: {"Fn::Transform": {Name: "AWS::Include", Parameters: {Location: s3://b/k}}}
E: {Ref: [a]})")) == R"(It.A: <is computed by !Rain::Embed from what is not known>
It.B: <is computed by Fn::Frob from what is not known>
It.C: <is computed by !Frob from what is not known>
It.D: <may be changed by macro AWS::Include>
It.E: <is computed by Ref from what is not known>
note 19:74 include: files that AWS::Include takes from elsewhere than a local file are not read: what they bring is not judged
)");
}

TEST_CASE("a function that is given what it does not take is noted where it stands") {
  CHECK(show(with(R"(A: !Join [","]
B: !Select [7, [a]]
C: !If [On, a]
D: !GetAtt Topic
E: {"Fn::If": [On, a, b], Beside: c}
F: !Sub "${a b}"
G: !If [[On], a, b]
H: !Sub [a, {}, c])")) == R"(It.A: <is computed by Fn::Join from what is not known>
It.B: <is computed by Fn::Select from what is not known>
It.C: <is computed by Fn::If from what is not known>
It.D: <is computed by Fn::GetAtt from what is not known>
It.E: {Fn::If: <is computed by Fn::If from what is not known>, Beside: "c"}
It.F: "${a b}"
It.G: <is computed by Fn::If from what is not known>
It.H: <is computed by Fn::Sub from what is not known>
note 16:10 malformed: Fn::Join takes a list of 2
note 17:10 malformed: Fn::Select takes item 7 of a list of 1
note 18:10 malformed: Fn::If takes a list of 3
note 19:10 malformed: Fn::GetAtt takes a resource and an attribute
note 20:11 malformed: Fn::If stands beside other keys, where it is not computed
note 21:10 malformed: ${a b} in Fn::Sub is no name and was left as it is
note 22:15 malformed: Fn::If takes the name of a condition first
note 23:10 malformed: Fn::Sub takes a list of 1 to 2
)");
}

TEST_CASE("a name that is not declared is unknown, and noted once") {
  CHECK(show(with(R"(A: !Ref Nix
B: !Sub "${Nix.Arn}"
C: !GetAtt Nix.Arn
D: !Ref "AWS::Frob")")) == R"(It.A: <names Nix, which is not in this deployment>
It.B: <names Nix, which is not in this deployment>
It.C: <names Nix, which is not in this deployment>
It.D: <is AWS::Frob, which is known only after deployment>
note 16:10 undeclared: Nix is neither a parameter nor a resource of this template
)");
}

TEST_CASE("dynamic references are recognised, also when they are put together") {
  CHECK(it(R"(A: "{{resolve:secretsmanager:db:SecretString:password}}"
B: !Sub "{{resolve:secretsmanager:${Topic}:SecretString:password}}"
C: !Join ["", ["{{resolve:ssm:", !Ref Given, ":1}}"]]
D: "postgres://{{resolve:ssm:/user:1}}:{{resolve:secretsmanager:db}}@host"
E: "{{resolve:other:x}} {{resolve:ssm:x"
F: !Sub "a {{resolve:ssm:${Given}} b ${Topic}")") == R"(It.A: <is a dynamic reference to secretsmanager>
It.B: <is a dynamic reference to secretsmanager>
It.C: <is a dynamic reference to ssm>
It.D: "postgres://${<is a dynamic reference to ssm>}:${<is a dynamic reference to secretsmanager>}@host"
It.E: "{{resolve:other:x}} {{resolve:ssm:x"
It.F: "a {{resolve:ssm:x} b ${@Topic}"
)");
}

TEST_CASE("a dynamic reference is set, and keeps the secret that it names") {
  const Read read = test::read(with("A: !Sub \"{{resolve:secretsmanager:${Topic}:SecretString:password}}\""));
  const Value value = property(read, "It", "A");
  CHECK(value.unknown().set);
  REQUIRE(value.through != nullptr);
  CHECK(value.through->target == "Topic");
}

TEST_CASE("AWS::NoValue leaves a property without value and takes items out of lists") {
  CHECK(it(R"(A: !Ref "AWS::NoValue"
B: [a, !Ref "AWS::NoValue", !If [On, b, {Ref: "AWS::NoValue"}]]
C: {D: !Ref "AWS::NoValue"})") == "It.A: null\nIt.B: [\"a\", if(On: \"b\", else: null)]\nIt.C: {D: null}\n");
}

TEST_CASE("scalars keep their kind and their text") {
  CHECK(it("A: True\nB: 1.50\nC: 012345678901\nD: yes\nE: ~\nF: 2012-10-17") ==
        "It.A: true\nIt.B: 1.50\nIt.C: \"012345678901\"\nIt.D: \"yes\"\nIt.E: null\nIt.F: \"2012-10-17\"\n");
}

TEST_CASE("values stand where they are written, their tags included") {
  const Read read = test::read(R"(Parameters:
  P: {Type: String, Default: secret}
Resources:
  Topic:
    Type: AWS::SNS::Topic
    Properties:
      A: !Ref P
      B: {Ref: Topic}
      C: [one, !Sub "${P}"]
)");
  CHECK(where(read, resource(read, "Topic").name) == "4:3-4:8");
  CHECK(where(read, property(read, "Topic", "A").place) == "7:10-7:16");
  CHECK(where(read, property(read, "Topic", "B").place) == "8:10-8:22");
  CHECK(where(read, property(read, "Topic", "C").items()[0].place) == "9:11-9:14");
  CHECK(where(read, property(read, "Topic", "C").items()[1].place) == "9:16-9:27");
  CHECK(where(read, resource(read, "Topic").properties.find("B")->key_place) == "8:7-8:8");
  const Reference* through = property(read, "Topic", "A").through;
  REQUIRE(through != nullptr);
  CHECK(through->kind == Reference::Kind::parameter);
  CHECK(through->scope == 7);
  CHECK(through->target == "P");
  CHECK(where(read, through->place) == "2:30-2:36");
  REQUIRE(property(read, "Topic", "C").items()[1].through != nullptr);
}
