#include "catch.h"
#include "judged.h"

using namespace demarc;
using namespace demarc::test;

namespace {

const std::string kAcl =
    "for: AWS::S3::Bucket\nforbid: {property: Acl, in: [PublicRead, PublicReadWrite]}\nabsent: pass\nmessage: \"grants {value}\"\n";

// Buckets from line 3 on, each with its Acl.
std::string buckets(const std::string& parameters, const std::vector<std::string>& acls) {
  std::string result = "Parameters: {" + parameters + "}\nResources:\n";
  for (std::size_t i = 0; i < acls.size(); ++i) {
    result += "  B" + std::to_string(i) + ": {Type: AWS::S3::Bucket, Properties: {Acl: " + acls[i] + "}}\n";
  }
  return result;
}

const std::string kMembers = "Acl: {Type: String, AllowedValues: [Private, PublicRead], Default: Private}";

How how() {
  How how;
  const std::string head = "source: https://example.com\ndate: 2026-11-25\nrows:\n";
  how.files = {{"tables/rules.yaml", head + "- {type: AWS::EC2::SecurityGroup, direction: ingress, path: SecurityGroupIngress, form: group}\n"},
               {"tables/documents.yaml", head + "- {type: AWS::SNS::Topic, document: resource, path: Policy}\n"},
               {"tables/companions.yaml", head + "- {type: AWS::EC2::SecurityGroupIngress, of: AWS::EC2::SecurityGroup, by: "
                                                 "GroupId, into: SecurityGroupIngress, as: item}\n"}};
  return how;
}

const std::string kSsh =
    "for: AWS::EC2::SecurityGroup\nforbid: {ports: {direction: ingress, from: world, to: [22]}}\nmessage: \"lets {from} reach "
    "port 22 ({range})\"\n";

// A group on line 3 and a rule of its own on line 4.
std::string rule(const std::string& parameters, const std::string& properties) {
  return "Parameters: {" + parameters + "}\nResources:\n  G: {Type: AWS::EC2::SecurityGroup}\n  R: {Type: AWS::EC2::SecurityGroupIngress, " +
         "Properties: {GroupId: !Ref G, IpProtocol: tcp, " + properties + "}}\n";
}

}  // namespace

TEST_CASE("an insecure member of AllowedValues is found at the member, for each resource that uses it") {
  CHECK(findings(kAcl, buckets(kMembers, {"!Ref Acl", "!Ref Acl", "Private"})) ==
        "fail 1:59 <Acl> B0 grants PublicRead (allowed by parameter Acl), only when Acl is PublicRead\n"
        "fail 1:59 <Acl> B1 grants PublicRead (allowed by parameter Acl), only when Acl is PublicRead\n");
}

TEST_CASE("an insecure default is found at the default, also where AllowedValues have it") {
  CHECK(findings(kAcl, buckets("Acl: {Type: String, Default: PublicRead}", {"!Ref Acl"})) ==
        "fail 1:43 <Acl> B0 grants PublicRead (default of parameter Acl)\n");
  CHECK(findings(kAcl, buckets("Acl: {Type: String, AllowedValues: [PublicRead, Private], Default: PublicRead}", {"!Ref Acl"})) ==
        "fail 1:81 <Acl> B0 grants PublicRead (default of parameter Acl), with default values\n");
}

TEST_CASE("a value that the user gives is found where it is used") {
  How given;
  given.parameters = {{"Acl", "PublicRead"}};
  CHECK(findings(kAcl, buckets(kMembers, {"!Ref Acl"}), given) == "fail 3:49 <Acl> B0 grants PublicRead (parameter Acl)\n");
  CHECK(findings(kAcl, buckets("Acl: {Type: String}", {"!Ref Acl"}), given) == "fail 3:49 <Acl> B0 grants PublicRead (parameter Acl)\n");
  given.parameters = {{"Acl", "Private"}};
  CHECK(findings(kAcl, buckets("Acl: {Type: String, Default: PublicRead}", {"!Ref Acl"}), given) == "");
}

TEST_CASE("a text of which a default is only a piece is found where it is put together") {
  CHECK(findings(kAcl, buckets("Kind: {Type: String, Default: Read}", {"!Sub 'Public${Kind}'", "!Join ['', [Public, !Ref Kind]]"})) ==
        "fail 3:49 <Acl> B0 grants PublicRead (parameter Kind)\nfail 4:49 <Acl> B1 grants PublicRead (parameter Kind)\n");
  CHECK(findings(kAcl, buckets("Kind: {Type: String, AllowedValues: [Write, Read], Default: Write}", {"!Sub 'Public${Kind}'"})) ==
        "fail 3:49 <Acl> B0 grants PublicRead (parameter Kind), only when Kind is Read\n");
  CHECK(findings(kAcl, buckets("Kind: {Type: String, Default: PublicRead}", {"!Sub '${Kind}'"})) ==
        "fail 1:44 <Acl> B0 grants PublicRead (default of parameter Kind)\n");
}

TEST_CASE("a rule whose network or port a default opens is found at the default, with the rule's own name") {
  CHECK(findings(kSsh, rule("Net: {Type: String, Default: 0.0.0.0/0}", "FromPort: 22, ToPort: 22, CidrIp: !Ref Net"), how()) ==
        "fail 1:43 R lets 0.0.0.0/0 reach port 22 (22) (default of parameter Net)\n");
  CHECK(findings(kSsh, rule("Port: {Type: Number, Default: 22}", "FromPort: !Ref Port, ToPort: !Ref Port, CidrIp: 0.0.0.0/0"), how()) ==
        "fail 1:44 R lets 0.0.0.0/0 reach port 22 (22) (default of parameter Port)\n");
  CHECK(findings(kSsh, rule("Net: {Type: String, AllowedValues: [10.0.0.0/8, 0.0.0.0/0]}", "FromPort: 22, ToPort: 22, CidrIp: !Ref Net"), how()) ==
        "fail 1:62 R lets 0.0.0.0/0 reach port 22 (22) (allowed by parameter Net), only when Net is 0.0.0.0/0\n");
}

TEST_CASE("a statement whose principal a default opens is found at the default") {
  const std::string policy =
      "for: AWS::SNS::Topic\nforbid: {statement: {document: resource, effect: Allow, principal: everyone}}\nabsent: pass\n"
      "message: \"lets {principal} do {actions}\"\n";
  CHECK(findings(policy,
                 "Parameters: {Who: {Type: String, Default: '*'}}\nResources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties:\n"
                 "      Policy: {Statement: {Effect: Allow, Principal: !Ref Who, Action: 'sns:Publish', Resource: '*'}}\n",
                 how()) == "fail 1:43 <Policy.Statement> T lets everyone do sns:Publish (default of parameter Who)\n");
}

TEST_CASE("the ports of a rule are said as far as they are known") {
  const std::string egress =
      "for: AWS::EC2::SecurityGroup\nforbid: {ports: {direction: ingress, from: world, to: [22]}}\nmessage: \"opens {range} ({protocol})\"\n";
  CHECK(findings(egress, rule("To: {Type: Number}", "FromPort: 22, ToPort: !Ref To, CidrIp: 0.0.0.0/0"), how()) ==
        "fail 4:3 R opens 22-… (tcp)\n");
  CHECK(findings(egress, rule("From: {Type: Number}", "FromPort: !Ref From, ToPort: 22, CidrIp: 0.0.0.0/0"), how()) ==
        "fail 4:3 R opens …-22 (tcp)\n");
}

TEST_CASE("a list parameter's members are found at its default") {
  const std::string policy = "for: AWS::S3::Bucket\nforbid: {property: Acl, contains: [x]}\nabsent: pass\nmessage: holds {value}\n";
  CHECK(findings(policy, buckets("L: {Type: CommaDelimitedList, Default: 'a, x'}", {"!Ref L"})) ==
        "fail 1:53 <Acl[1]> B0 holds x (default of parameter L)\n");
}
