#include "catch.h"
#include "judged.h"

using namespace demarc;
using namespace demarc::test;

namespace {

How how() {
  How how;
  const std::string head = "source: https://example.com\ndate: 2026-11-25\nrows:\n";
  how.files = {{"tables/rules.yaml",
                head + "- {type: AWS::EC2::SecurityGroup, direction: ingress, path: SecurityGroupIngress, form: group}\n"
                       "- {type: AWS::EC2::SecurityGroup, direction: egress, path: SecurityGroupEgress, form: group}\n"},
               {"tables/documents.yaml", head + "- {type: AWS::SNS::Topic, document: resource, path: Policy}\n"
                                                "- {type: AWS::IAM::Role, document: identity, path: Policies.PolicyDocument}\n"},
               {"tables/companions.yaml", head + "- {type: AWS::EC2::SecurityGroupIngress, of: AWS::EC2::SecurityGroup, by: "
                                                 "GroupId, into: SecurityGroupIngress, as: item}\n"},
               {"tables/defaults/ec2.yaml", head + "- type: AWS::EC2::SecurityGroup\n  property: SecurityGroupEgress\n  default: "
                                                   "[{IpProtocol: '-1', CidrIp: 0.0.0.0/0}]\n  source: https://example.com\n"}};
  how.passes = true;
  return how;
}

const std::string kSsh =
    "for: AWS::EC2::SecurityGroup\nforbid: {ports: {direction: ingress, from: world, to: [22]}}\nmessage: \"lets {from} reach "
    "port 22 ({protocol} {range})\"\n";

std::string group(const std::string& rules) {
  return "Parameters: {P: {Type: String}}\nResources:\n  G:\n    Type: AWS::EC2::SecurityGroup\n    Properties:\n      "
         "SecurityGroupIngress:\n" +
         rules;
}

}  // namespace

TEST_CASE("each rule that lets traffic through is a finding of its own, at the rule") {
  CHECK(findings(kSsh,
                 group("      - {IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0}\n"
                       "      - {IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0}\n"
                       "      - {IpProtocol: '-1', CidrIpv6: '::/0'}\n"),
                 how()) ==
        "fail 7:9 <SecurityGroupIngress[0]> G lets 0.0.0.0/0 reach port 22 (tcp 22)\n"
        "fail 9:9 <SecurityGroupIngress[2]> G lets ::/0 reach port 22 (all protocols all ports)\n");
  CHECK(findings(kSsh, group("      - {IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 10.0.0.0/8}\n"), how()) ==
        "pass 3:3 G passes\n");
}

TEST_CASE("a rule of which something is not known is a finding that says what") {
  CHECK(findings(kSsh, group("      - {IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: !Ref P}\n"), how()) ==
        "unknown 7:9 <SecurityGroupIngress[0]> G: cannot tell: CidrIp depends on parameter P, which has no default\n");
}

TEST_CASE("a rule that is a resource of its own is told by its own address") {
  CHECK(findings(kSsh,
                 "Resources:\n  G: {Type: AWS::EC2::SecurityGroup}\n  R:\n    Type: AWS::EC2::SecurityGroupIngress\n"
                 "    Properties: {GroupId: !Ref G, IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0}\n",
                 how()) == "fail 3:3 R lets 0.0.0.0/0 reach port 22 (tcp 22)\n");
}

TEST_CASE("rules that AWS adds by default are judged at the resource") {
  const std::string out =
      "for: AWS::EC2::SecurityGroup\nforbid: {ports: {direction: egress, to-network: world, to: all}}\nmessage: lets everything "
      "out\n";
  CHECK(
      findings(out, "Resources:\n  G: {Type: AWS::EC2::SecurityGroup}\n", how()) ==
      "fail 2:3 <SecurityGroupEgress[0]> G: SecurityGroupEgress is not set (AWS default: {IpProtocol: -1, CidrIp: 0.0.0.0/0})\n");
}

namespace {

const std::string kPublic =
    "for: AWS::SNS::Topic\nforbid: {statement: {document: resource, effect: Allow, principal: everyone}}\nabsent: pass\nmessage: "
    "\"allows {actions} to {principal}\"\n";

std::string topic(const std::string& policy) {
  return "Parameters: {P: {Type: String}}\nResources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties:\n      Policy:\n" +
         policy;
}

}  // namespace

TEST_CASE("each statement is a finding of its own, at the statement, also in JSON text") {
  CHECK(
      findings(kPublic,
               topic("        Statement:\n        - {Effect: Allow, Principal: '*', Action: sns:Publish, Resource: '*'}\n"
                     "        - {Effect: Allow, Principal: {AWS: 'arn:aws:iam::111122223333:root'}, Action: '*', Resource: '*'}\n"
                     "        - {Effect: Allow, Principal: {AWS: ['*']}, Action: [sns:Subscribe], Resource: '*'}\n"),
               how()) ==
      "fail 8:11 <Policy.Statement[0]> T allows sns:Publish to everyone\n"
      "fail 10:11 <Policy.Statement[2]> T allows sns:Subscribe to everyone\n");
  CHECK(findings(kPublic,
                 topic("        '{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"sns:Publish\", "
                       "\"Resource\": \"*\"}}'\n"),
                 how()) == "fail 7:24 <Policy.Statement> T allows sns:Publish to everyone\n");
}

TEST_CASE("without a document the policy's absent decides; one that is not known leaves the answer open") {
  CHECK(findings(kPublic, "Resources:\n  T: {Type: AWS::SNS::Topic}\n", how()) == "pass 2:3 T passes\n");
  CHECK(findings("for: AWS::SNS::Topic\nrequire: {statement: {effect: Deny, principal: everyone}}\nabsent: fail\nmessage: denies "
                 "nobody\n",
                 "Resources:\n  T: {Type: AWS::SNS::Topic}\n", how()) == "fail 2:3 <Policy> T denies nobody\n");
  CHECK(findings(kPublic, topic("        !Ref P\n"), how()).substr(0, 11) == "unknown 7:9");
}

TEST_CASE("each statement of one resource is told apart by its worlds") {
  CHECK(findings(kPublic,
                 "Parameters: {Open: {Type: String, AllowedValues: ['yes', 'no'], Default: 'no'}}\nConditions: {IsOpen: !Equals "
                 "[!Ref Open, 'yes']}\nResources:\n"
                 "  T:\n    Type: AWS::SNS::Topic\n    Properties:\n      Policy:\n        Statement:\n"
                 "        - {Effect: Allow, Principal: '*', Action: sns:Publish, Resource: '*'}\n"
                 "        - {Effect: Allow, Principal: !If [IsOpen, '*', {AWS: '111122223333'}], Action: sns:Subscribe, "
                 "Resource: '*'}\n",
                 how()) ==
        "fail 9:11 <Policy.Statement[0]> T allows sns:Publish to everyone\n"
        "fail 10:11 <Policy.Statement[1]> T allows sns:Subscribe to everyone, when IsOpen is true (Open is yes)\n");
}
