#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "catch.h"
#include "parsers/graph/describe.h"
#include "template.h"

using namespace demarc;
using namespace demarc::test;

namespace {

constexpr std::string_view kLanguage = "Transform: AWS::LanguageExtensions\n";

std::string show_loops(std::string text, const GivenParameters& given = {}) { return show(std::string(kLanguage) + text, given); }

// Resources and outputs, one in a line, with the condition under which each exists.
std::string existing(const ResourceGraph& graph) {
  std::string result;
  for (const Resource& each : graph.resources) {
    if (each.type == "template.parameter") continue;
    result += fmt::format("{}{}{}\n", each.address, each.condition == nullptr ? "" : " if ",
                          each.condition == nullptr ? "" : describe(*each.condition));
  }
  return result;
}

std::string existing(const std::string& text, const GivenParameters& given = {}) {
  const Read read = test::read(std::string(kLanguage) + text, given);
  REQUIRE(read.graph);
  return existing(*read.graph);
}

}  // namespace

TEST_CASE("a loop makes a resource for each item, where its fragment is written") {
  const std::string text = std::string(kLanguage) + R"(Resources:
  Fn::ForEach::Topics:
  - Name
  - [Orders, Bills]
  - Topic${Name}:
      Type: AWS::SNS::Topic
      Properties: {TopicName: !Ref Name, DisplayName: !Sub "All ${Name} of ${AWS::Region}", Plain: "the ${Name}"}
  Queue: {Type: AWS::SQS::Queue, Properties: {A: !Ref TopicOrders, B: !GetAtt TopicBills.TopicName}}
)";
  CHECK(show(text) == R"(TopicOrders.TopicName: "Orders"
TopicOrders.DisplayName: "All Orders of ${<is AWS::Region, which is known only after deployment>}"
TopicOrders.Plain: "the Orders"
TopicBills.TopicName: "Bills"
TopicBills.DisplayName: "All Bills of ${<is AWS::Region, which is known only after deployment>}"
TopicBills.Plain: "the Bills"
Queue.A: @TopicOrders
Queue.B: @TopicBills.TopicName
)");
  const Read read = test::read(text);
  CHECK(where(read, resource(read, "TopicBills").name) == "6:5-6:17");
  CHECK(where(read, property(read, "TopicBills", "TopicName").place) == "8:31-8:40");
}

TEST_CASE("loops stand inside of each other, and &{Identifier} leaves out what names may not have") {
  CHECK(existing(R"(Resources:
  Fn::ForEach::Networks:
  - Zone
  - [a, b]
  - Fn::ForEach::Ranges:
    - Range
    - ["10.0.0.0/16", "10.1.0.0/16"]
    - Subnet${Zone}&{Range}: {Type: AWS::EC2::Subnet, Properties: {CidrBlock: !Ref Range}}
Outputs:
  Fn::ForEach::Networks:
  - Zone
  - [a, b]
  - Fn::ForEach::Attributes:
    - Attribute
    - [SubnetId, VpcId]
    - ${Zone}${Attribute}: {Value: !GetAtt [!Sub "Subnet${Zone}1000016", !Ref Attribute]}
)") == R"(Subneta1000016
Subneta1010016
Subnetb1000016
Subnetb1010016
Outputs.aSubnetId
Outputs.aVpcId
Outputs.bSubnetId
Outputs.bVpcId
)");
}

TEST_CASE("a loop makes properties and conditions") {
  CHECK(show_loops(R"(Parameters:
  Env: {Type: String, AllowedValues: [dev, prod], Default: dev}
Conditions:
  Fn::ForEach::Environments:
  - Name
  - [dev, prod]
  - Is${Name}: !Equals [!Ref Env, !Ref Name]
Resources:
  A:
    Type: A::B::C
    Properties:
      First: 1
      Fn::ForEach::Flags:
      - Flag
      - [X, Y]
      - Enable${Flag}: !If [Isprod, !Ref Flag, !Sub "no ${Flag}"]
      Deep: {Fn::ForEach::Flags: [F, [p, q], {"${F}": {Name: {Ref: F}}}]}
)") == R"(A.First: 1
A.EnableX: if(Isprod: "X", else: "no X")
A.EnableY: if(Isprod: "Y", else: "no Y")
A.Deep: {p: {Name: "p"}, q: {Name: "q"}}
)");
}

TEST_CASE("a loop runs over a parameter as it is given, else by default") {
  const std::string text = R"(Parameters:
  Names: {Type: CommaDelimitedList, Default: "a, b"}
Resources:
  Fn::ForEach::Topics: [Name, !Ref Names, {"Topic${Name}": {Type: AWS::SNS::Topic}}]
)";
  CHECK(existing(text) == "Topica\nTopicb\n");
  CHECK(existing(text, {{"Names", "x,y,z"}}) == "Topicx\nTopicy\nTopicz\n");
}

TEST_CASE("a loop runs over what functions compute") {
  CHECK(existing(R"(Parameters:
  Text: {Type: String, Default: p-q}
Mappings:
  Names: {All: {Short: [m, n]}}
Resources:
  Fn::ForEach::A: [N, !Split ["-", !Ref Text], {"A${N}": {Type: AWS::SNS::Topic}}]
  Fn::ForEach::B: [N, !FindInMap [Names, All, Short], {"B${N}": {Type: AWS::SNS::Topic}}]
  Fn::ForEach::C: [N, [x, !Ref Text, !Select [0, [y]]], {"C&{N}": {Type: AWS::SNS::Topic}}]
)") == "Ap\nAq\nBm\nBn\nCx\nCpq\nCy\n");
}

TEST_CASE("where the items differ between deployments each exists where it is among them") {
  const std::string text = R"(Parameters:
  Env: {Type: String, AllowedValues: [dev, prod], Default: prod}
Mappings:
  Names: {dev: {All: [a, b]}, prod: {All: [a, c]}}
Conditions:
  Wanted: !Equals [!Ref "AWS::Region", eu-west-1]
Resources:
  Fn::ForEach::Topics:
  - Name
  - !FindInMap [Names, !Ref Env, All]
  - Topic${Name}: {Type: AWS::SNS::Topic}
    Queue${Name}: {Type: AWS::SQS::Queue, Condition: Wanted}
  Q:
    Type: A::B::C
    Properties: {Fn::ForEach::P: [Name, !FindInMap [Names, !Ref Env, All], {"P${Name}": !Ref Name}]}
)";
  CHECK(existing(text) == R"(Topica
Topicb if Env == "dev"
Topicc if not Env == "dev"
Queuea if Wanted
Queueb if (Wanted and Env == "dev")
Queuec if (Wanted and not Env == "dev")
Q
)");
  CHECK(show_resource(std::string(kLanguage) + text, "Q") == "Q.Pa: \"a\"\nQ.Pb: if(Env == \"dev\": \"b\", else: null)\n"
                                                            "Q.Pc: if(not Env == \"dev\": \"c\", else: null)\n");
  CHECK(existing(text, {{"Env", "dev"}}) == "Topica\nTopicb\nQueuea if Wanted\nQueueb if Wanted\nQ\n");
}

TEST_CASE("a collection may depend on a condition") {
  CHECK(existing(R"(Parameters:
  Env: {Type: String, AllowedValues: [dev, prod]}
Conditions:
  IsProd: !Equals [!Ref Env, prod]
Resources:
  Fn::ForEach::Topics:
  - Name
  - !If [IsProd, [a, b], [a, c]]
  - Topic${Name}: {Type: AWS::SNS::Topic}
)") == "Topica\nTopicb if IsProd\nTopicc if not IsProd\n");
}

TEST_CASE("what a loop makes of items that are not known is judged once, and nothing it may make is held undeclared") {
  CHECK(show_loops(R"(Parameters:
  Names: {Type: CommaDelimitedList}
Resources:
  Fn::ForEach::Topics:
  - Name
  - !Ref Names
  - Topic${Name}:
      Type: AWS::SNS::Topic
      DependsOn: Queue${Name}
      Properties: {TopicName: !Ref Name, Text: !Sub "${Name}!", Plain: "${Name}?", Self: !GetAtt [!Sub "Topic${Name}", Arn], Encrypted: false}
  Q:
    Type: A::B::C
    Properties: {V: !Ref TopicX, Fn::ForEach::P: [Name, !Ref Names, {"${Name}": 1}]}
)") == R"(Topic${Name}.TopicName: <depends on parameter Names, which has no default>
Topic${Name}.Text: "${<depends on parameter Names, which has no default>}!"
Topic${Name}.Plain: "${<depends on parameter Names, which has no default>}?"
Topic${Name}.Self: @Topic${Name}.Arn
Topic${Name}.Encrypted: false
Q.V: <may be changed by macro Fn::ForEach::Topics>
Q.Fn::ForEach::P: <may be changed by macro Fn::ForEach::P>
note 5:3 loop: the collection of Fn::ForEach::Topics depends on parameter Names, which has no default: what it makes is judged once, for any Name
note 14:34 loop: the collection of Fn::ForEach::P depends on parameter Names, which has no default: what it makes is judged once, for any Name
)");
}

TEST_CASE("an item that is not known names what it makes by its own name") {
  CHECK(show_loops(R"(Parameters:
  Main: {Type: String}
Resources:
  Fn::ForEach::Topics: [Name, [a, !Ref Main], {"Topic${Name}": {Type: AWS::SNS::Topic, Properties: {TopicName: !Ref Name}}}]
)") == "Topica.TopicName: \"a\"\nTopic${Main}.TopicName: <depends on parameter Main, which has no default>\n");
}

TEST_CASE("a loop that is malformed, or stands where none may, is noted") {
  CHECK(show_loops(R"(Parameters:
  Fn::ForEach::P: [N, [a], {"P${N}": {Type: String}}]
Resources:
  Fn::ForEach::A: [N, [a]]
  Fn::ForEach::B: [N, [a, b], {Same: {Type: A::B::C}}]
Metadata: {Fn::ForEach::M: [N, [a], {"${N}": 1}]}
)") == R"(note 3:3 loop: Fn::ForEach::P stands where CloudFormation takes no loop, and is not expanded
note 5:3 malformed: Fn::ForEach::A takes a list of an identifier, a collection and a map, and is not expanded
note 6:32 loop: Same is made more than once: only the last one is judged
note 7:12 loop: Fn::ForEach::M stands where CloudFormation takes no loop, and is not expanded
)");
}

TEST_CASE("loops without their transform are noted, and expanded all the same") {
  CHECK(show("Resources: {Fn::ForEach::A: [N, [a], {'T${N}': {Type: A::B::C, Properties: {V: !Ref N}}}]}") ==
        "Ta.V: \"a\"\nnote 1:13 loop: Fn::ForEach needs the transform AWS::LanguageExtensions, which this template does not name: it is "
        "judged as if it did\n");
}

TEST_CASE("loops that would make far too much are judged once, with a note") {
  std::string items = "[";
  for (int i = 0; i < 1000; ++i) items += fmt::format("{}i{}", i == 0 ? "" : ", ", i);
  items += "]";
  CHECK(show_loops(fmt::format(R"(Resources:
  Fn::ForEach::A:
  - A
  - {0}
  - Fn::ForEach::B:
    - B
    - {0}
    - Fn::ForEach::C: [C, {0}, {{"T${{A}}${{B}}${{C}}": {{Type: A::B::C, Properties: {{V: !Ref A, W: 1}}}}}}]
  U: {{Type: A::B::C, Properties: {{W: 2}}}}
)", items)) == R"(T${A}${B}${C}.V: <is computed by Fn::ForEach from what is not known>
T${A}${B}${C}.W: 1
U.W: 2
note 3:3 loop: Fn::ForEach::A would make more than 200000 values: it is judged once, and what it makes in each round is not known
)");
}

TEST_CASE("of the corpus's loops none is silently missing") {
  struct Expected {
    std::string_view file;
    std::string_view resources;
  };
  const Expected all[] = {
      {"aws-cloudformation__cfn-lint__test__fixtures__templates__good__functions__foreach.yaml", R"(S3BucketA
S3BucketB
S3BucketC
Outputs.S3BucketAArn
Outputs.S3BucketADomainName
Outputs.S3BucketAWebsiteURL
Outputs.S3BucketBArn
Outputs.S3BucketBDomainName
Outputs.S3BucketBWebsiteURL
Outputs.S3BucketCArn
Outputs.S3BucketCDomainName
Outputs.S3BucketCWebsiteURL
)"},
      {"aws-cloudformation__cfn-lint__test__fixtures__templates__good__parameters__used_transform_language_extension.json", "WaitConditionHandle\n"},
      {"eijikominami__aws-cloudformation-templates__security__templates__securityhub.yaml", R"(Metadata
SNSForAlert if CreateSNSForAlert
SNSForDeployment if CreateSNSForDeployment
SecurityHub if CreateSecurityHub
SecurityHubStandardsFSBP if CreateSecurityHub
SecurityHubStandardsCIS if CreateSecurityHub
SecurityHubDelegatedAdmin if CreateDelegatedAdmin
SecurityHubFindingAggregator if CreateFindingAggregator
SecurityHubConfigurationPolicy if CreateOrganizationConfiguration
SecurityHubPolicyAssociation if CreatePolicyAssociation
CloudWatchEventsForSecurityHubFindings if CreateCloudWatchEventsForSecurityHubFindings
AlarmEventsForSecurityHubFindings if CreateCloudWatchEventsForSecurityHubFindings
)"},
      {"eijikominami__aws-cloudformation-templates__euc__templates__workspaces.yaml", R"(Metadata
Workspacesunknown if CreateWorkspaces
CloudWatchAlarmWorkspaces if CreateWorkspaces
)"},
  };
  const std::filesystem::path corpus = DEMARC_SOURCE_DIR "/../shared/corpus/cfn";
  if (!std::filesystem::exists(corpus)) {
    std::cout << "skipped: " << corpus << " is not there\n";
    return;
  }
  for (const Expected& each : all) {
    std::ifstream in(corpus / each.file, std::ios::binary);
    const Read read = test::read(std::string(std::istreambuf_iterator<char>(in), {}));
    REQUIRE(read.graph);
    CHECK(existing(*read.graph) == each.resources);
  }
}
