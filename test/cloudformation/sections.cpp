#include "catch.h"
#include "parsers/document/read.h"
#include "parsers/graph/describe.h"
#include "template.h"

using namespace demarc;
using namespace demarc::test;

namespace {

bool looks(std::string_view text) {
  const SourceFile file(0, "template", std::string(text));
  const auto document = read_document(file);
  return document && looks_like_template(document->root);
}

std::string shown(const Resource& resource) {
  return std::string(resource.address) + " " + std::string(resource.type) + " " + describe(resource.properties) + "\n";
}

}  // namespace

TEST_CASE("a template is known by its resources, its version or its transform") {
  CHECK(looks("Resources: {A: {Type: 'AWS::S3::Bucket'}}"));
  CHECK(looks("Resources: {A: {Type: 'Custom::Thing'}}"));
  CHECK(looks("AWSTemplateFormatVersion: 2010-09-09"));
  CHECK(looks("Transform: AWS::Serverless-2016-10-31"));
  CHECK_FALSE(looks("Resources: {A: {Type: Deployment}}"));
  CHECK_FALSE(looks("Resources: [1]"));
  CHECK_FALSE(looks("resources: {A: {Type: 'AWS::S3::Bucket'}}"));
  CHECK_FALSE(looks("[1]"));
}

TEST_CASE("a template without usable resources is an error that says what is missing") {
  CHECK(show("[1]") == "error 1:1: this is no template: it is no map\n");
  CHECK(show("\nAWSTemplateFormatVersion: 2010-09-09\n") == "error 2:1: the template has no Resources\n");
  CHECK(show("Resources: [1]") == "error 1:12: Resources is no map\n");
  CHECK(show("Resources: {}") == "error 1:1: Resources is empty\n");
  CHECK(show("Outputs: {}\nResources:\n") == "error 2:1: Resources is empty\n");
  CHECK(read("Resources: {}").graph.error().hint == "a template names at least one resource, with its Type, under Resources");
}

TEST_CASE("a resource that is malformed is noted, and the others are read") {
  CHECK(show(R"(
Resources:
  A: text
  B: {Properties: {X: 1}}
  C: {Type: [x]}
  D: {Type: "A::B::C", Properties: [1]}
  E: {Type: "A::B::C", Properties: {X: 1}, Condition: [x]}
  F: !Include other.yaml
  G: {Type: "A::B::C", Properties: }
)") == R"(D: <is no map>
E.X: 1
note 3:6 malformed: resource A is no map of Type and Properties and was not read
note 4:3 malformed: resource B has no Type and was not read
note 5:13 malformed: resource C has a Type that is no text and was not read
note 6:36 malformed: resource D has Properties that are no map and were not read
note 7:55 malformed: resource E has a Condition that is no name and was taken for one that has none
note 8:6 malformed: resource F is no map of Type and Properties and was not read
)");
}

TEST_CASE("of two resources with one name the last counts, and both are noted") {
  CHECK(show("Resources:\n  A: {Type: 'A::B::C', Properties: {X: 1}}\n  A: {Type: 'A::B::C', Properties: {X: 2, X: 3}}\n").starts_with("A.X: 3\nnote "));
  const Read read = test::read("Resources:\n  A: {Type: 'A::B::C'}\n  A: {Type: 'A::B::D'}\n");
  REQUIRE(read.graph->resources.size() == 1);
  CHECK(read.graph->resources[0].type == "A::B::D");
  CHECK(read.graph->notes.size() == 2);
  CHECK(read.graph->notes[0].kind == "duplicate-key");
}

TEST_CASE("of keys that are repeated in a large map the last counts") {
  std::string text = "Resources:\n";
  for (int i = 0; i < 20; ++i) text += "  R" + std::to_string(i % 19) + ": {Type: 'A::B::T" + std::to_string(i) + "'}\n";
  const Read read = test::read(text);
  REQUIRE(read.graph->resources.size() == 19);
  CHECK(read.graph->resources[0].address == "R1");
  CHECK(resource(read, "R0").type == "A::B::T19");
}

TEST_CASE("what stands beside the properties becomes attributes") {
  const Read read = test::read(R"(
Parameters:
  P: {Type: String}
Resources:
  A:
    Type: AWS::RDS::DBInstance
    DeletionPolicy: Retain
    UpdateReplacePolicy: !Ref P
    DependsOn: [B]
    Metadata: {"aws:cdk:path": "Stack/A"}
    CreationPolicy: {ResourceSignal: {Count: 1}}
  B: {Type: "A::B::C"}
)");
  const Resource& a = resource(read, "A");
  CHECK(describe(a.attributes) ==
        "{DeletionPolicy: \"Retain\", UpdateReplacePolicy: <depends on parameter P, which has no default>, DependsOn: [\"B\"], "
        "Metadata: {aws:cdk:path: \"Stack/A\"}, CreationPolicy: {ResourceSignal: {Count: 1}}, "
        "region: <is AWS::Region, which is known only after deployment>}");
  CHECK(describe(a.properties) == "{}");
  CHECK(where(read, a.properties.place) == "5:3-5:4");
  CHECK(where(read, a.name) == "5:3-5:4");
  CHECK(where(read, a.body) == "5:3-11:49");
  CHECK(where(read, a.attributes.find("DeletionPolicy")->value.place) == "7:21-7:27");
  CHECK(a.scope == 7);
  CHECK(a.written_type == "AWS::RDS::DBInstance");
  CHECK(a.dialect == Dialect::cloudformation);
}

TEST_CASE("parts that are no resource are resources of their own types, in the order of the file") {
  const Read read = test::read(R"(
Metadata: {Owner: me}
Parameters:
  P: {Type: String, Default: x, NoEcho: true}
Resources:
  A: {Type: "A::B::C"}
Conditions:
  On: !Equals [!Ref P, x]
Outputs:
  A: {Value: !Ref A, Condition: On, Export: {Name: !Sub "${AWS::StackName}-a"}}
  B: text
)");
  std::string all;
  for (const Resource& each : read.graph->resources) all += shown(each);
  CHECK(all == R"(Metadata template.metadata {Owner: "me"}
P template.parameter {Type: "String", Default: "x", NoEcho: true}
A A::B::C {}
Outputs.A template.output {Value: @A, Condition: "On", Export: {Name: "${<is AWS::StackName, which is known only after deployment>}-a"}}
)");
  REQUIRE(resource(read, "Outputs.A").condition != nullptr);
  CHECK(describe(*resource(read, "Outputs.A").condition) == "On");
  REQUIRE(read.graph->notes.size() == 1);
  CHECK(read.graph->notes[0].message == "output B is no map and was not read");
}

TEST_CASE("macros are noted once each; those of the language are not") {
  CHECK(show(R"(
Transform: [AWS::LanguageExtensions, "AWS::Serverless-2016-10-31", Mine, {Name: Yours, Parameters: {}}, Mine, AWS::CodeDeployBlueGreen, [x]]
Resources:
  F: {Type: "AWS::Serverless::Function", Properties: {Role: !GetAtt FRole.Arn, Fn::Transform: {Name: "AWS::Include"}}}
)") == R"(F.Role: <may be changed by macro AWS::Include>
F.Fn::Transform: <may be changed by macro AWS::Include>
F.Fn::Macro: <may be changed by macro Mine>
note 4:95 include: files that AWS::Include takes from elsewhere than a local file are not read: what they bring is not judged
note 2:38 macro: AWS::Serverless-2016-10-31 is not expanded: its resources are judged as they are written, and what they imply is not judged
note 2:68 macro: macro Mine is not expanded: what it would add or change is not judged
note 2:81 macro: macro Yours is not expanded: what it would add or change is not judged
note 2:137 malformed: Transform takes the name of a macro
)");
}

TEST_CASE("a macro may bring the resources along") {
  CHECK(show("Transform: Mine\n") == "note 1:12 macro: macro Mine is not expanded: what it would add or change is not judged\n");
  CHECK(show("Transform: Mine\nResources: {}\n") == "note 1:12 macro: macro Mine is not expanded: what it would add or change is not judged\n");
}

TEST_CASE("texts that grow exponentially are cut off, with a note") {
  std::string text = "Resources:\n  A:\n    Type: A::B::C\n    Properties:\n      V: ";
  std::string value = "'x'";
  for (int i = 0; i < 40; ++i) value = "{'Fn::Sub': ['${V}${V}${V}${V}', {V: " + value + "}]}";
  const std::string shown = show(text + value + "\n");
  CHECK(shown == "A.V: <is computed by Fn::Sub from what is not known>\n"
                 "note 5:1046 too-large: Fn::Sub would write more text than is kept: it is taken for unknown\n");
}

TEST_CASE("nesting is refused by the reader, not by the stack") {
  std::string text = "{\"Resources\": {\"A\": {\"Type\": \"A::B::C\", \"Properties\": {\"V\": ";
  for (int i = 0; i < 10'000; ++i) text += "{\"Fn::Join\": [\"\", [";
  const std::string shown = show(text);
  CHECK(shown.starts_with("error "));
}
