#include "catch.h"
#include "judged.h"

using namespace demarc;
using namespace demarc::test;

namespace {

const std::string kIdentities =
    "source: https://example.com\ndate: 2026-11-25\nrows:\n"
    "- {type: AWS::S3::Bucket, names: [BucketName, 'arn:*:s3:::{BucketName}']}\n"
    "- {type: AWS::SNS::Topic, names: [TopicName, 'arn:*:sns:*:*:{TopicName}']}\n";

How with_names(InputScope scope = InputScope::stack) {
  How how;
  how.files = {{"tables/identities.yaml", kIdentities}};
  how.scope = scope;
  how.passes = true;
  return how;
}

// A trail that names a bucket, and two buckets of which one has a name. Lines: Trail 3, Logs 4, Data 5.
std::string trail(const std::string& bucket, const std::string& more = "") {
  return "Parameters: {P: {Type: String}, Env: {Type: String, AllowedValues: [dev, prod], Default: prod}}\nResources:\n"
         "  Trail: {Type: AWS::CloudTrail::Trail, Properties: {S3BucketName: " +
         bucket +
         "}}\n"
         "  Logs: {Type: AWS::S3::Bucket, Properties: {Locked: true}}\n"
         "  Data: {Type: AWS::S3::Bucket, Properties: {BucketName: data, Locked: false}}\n" +
         more;
}

const std::string kRefers =
    "for: AWS::CloudTrail::Trail\nrequire: {refers-to: AWS::S3::Bucket, via: S3BucketName, where: {property: Locked, is: "
    "true}}\nmessage: logs to {other}\n";

std::string refers(const std::string& bucket) { return findings(kRefers, trail(bucket), with_names()); }

const std::string kPass = "pass 3:3 Trail passes\n";

}  // namespace

TEST_CASE("refers-to: a reference names its referent, alone or in a text; another resource is not asked") {
  CHECK(refers("!Ref Logs") == kPass);
  CHECK(refers("!GetAtt Logs.Arn") == kPass);
  CHECK(refers("!Sub 'arn:aws:s3:::${Logs}/trail'") == kPass);
  CHECK(refers("!Ref Data") == "fail 3:68 <S3BucketName> Trail logs to Data\n");
  CHECK(refers("!Ref Trail") == "fail 3:68 <S3BucketName> Trail logs to nobody\n");
}

TEST_CASE("refers-to: a known text is the name or the ARN of a resource, or of a stranger") {
  CHECK(refers("data") == "fail 3:68 <S3BucketName> Trail logs to Data\n");
  CHECK(refers("arn:aws:s3:::data") == "fail 3:68 <S3BucketName> Trail logs to Data\n");
  CHECK(refers("!Sub 'arn:${AWS::Partition}:s3:::data'") == "fail 3:68 <S3BucketName> Trail logs to Data\n");
  CHECK(refers("elsewhere") ==
        "unknown 3:68 <S3BucketName> Trail: cannot tell: S3BucketName names elsewhere, which is not in this deployment\n");
  CHECK(refers("!Ref P") ==
        "unknown 3:68 <S3BucketName> Trail: cannot tell: S3BucketName depends on parameter P, which has no default\n");
  CHECK(refers("!ImportValue Logs") ==
        "unknown 3:68 <S3BucketName> Trail: cannot tell: S3BucketName is imported from another stack (Logs)\n");
}

TEST_CASE("refers-to: whoever names nobody does not refer") {
  CHECK(findings(kRefers,
                 "Resources: {Trail: {Type: AWS::CloudTrail::Trail}, B: {Type: AWS::S3::Bucket, Properties: {Locked: true}}}\n",
                 with_names()) == "fail 1:13 Trail logs to nobody\n");
}

TEST_CASE("refers-to: the related place is that of the other resource") {
  Judged judged;
  judge(judged, kRefers, trail("!Ref Data"), with_names());
  REQUIRE(judged.evaluation.findings.size() == 1);
  REQUIRE(judged.evaluation.findings[0].related.size() == 1);
  CHECK(show(judged, judged.evaluation.findings[0].related[0].place) + " " + judged.evaluation.findings[0].related[0].message ==
        "5:3 Data");
}

TEST_CASE("what is not known of the other resource is said with its address") {
  CHECK(
      findings(kRefers, trail("!Ref Other", "  Other: {Type: AWS::S3::Bucket, Properties: {Locked: !Ref P}}\n"), with_names()) ==
      "unknown 3:68 <S3BucketName> Trail: cannot tell: Locked of Other depends on parameter P, which has no default\n");
}

namespace {

const std::string kReferred =
    "for: AWS::EC2::VPC\nrequire: {referred-by: AWS::EC2::FlowLog, via: ResourceId, where: {property: TrafficType, in: [ALL, "
    "REJECT]}}\n"
    "message: has no flow log of what is rejected\n";

std::string vpc(const std::string& logs) {
  return "Parameters: {P: {Type: String}, Q: {Type: String}}\nConditions: {Log: !Equals [!Ref P, 'yes']}\nResources:\n  V: "
         "{Type: AWS::EC2::VPC}\n  W: {Type: AWS::EC2::VPC}\n" +
         logs;
}

std::string log(const std::string& resource, const std::string& traffic, const std::string& more = "") {
  return "  L: {Type: AWS::EC2::FlowLog, " + more + "Properties: {ResourceId: " + resource + ", TrafficType: " + traffic + "}}\n";
}

}  // namespace

TEST_CASE("referred-by: somebody names me") {
  CHECK(findings(kReferred, vpc(log("!Ref V", "ALL")), with_names()) ==
        "pass 4:3 V passes\nfail 5:3 W has no flow log of what is rejected\n");
  CHECK(findings(kReferred, vpc(log("!Ref V", "ACCEPT")), with_names()) ==
        "fail 4:3 V has no flow log of what is rejected\nfail 5:3 W has no flow log of what is rejected\n");
  CHECK(findings(kReferred, vpc(log("[!Ref V, !GetAtt W.VpcId]", "ALL")), with_names()) ==
        "pass 4:3 V passes\npass 5:3 W passes\n");
}

TEST_CASE("referred-by: whoever names somebody not known may name me") {
  CHECK(findings(kReferred, vpc(log("!Ref Q", "ALL")), with_names()) ==
        "unknown 4:3 V: cannot tell: ResourceId of L depends on parameter Q, which has no default\n"
        "unknown 5:3 W: cannot tell: ResourceId of L depends on parameter Q, which has no default\n");
  CHECK(findings(kReferred, vpc(log("!Ref Q", "ACCEPT")), with_names()).substr(0, 8) == "fail 4:3");
}

TEST_CASE("a resource that a world lacks satisfies nothing in it") {
  CHECK(
      findings(kReferred, vpc(log("!Ref V", "ALL", "Condition: Log, ")), with_names()) ==
      "fail 4:3 V has no flow log of what is rejected, only when P is not yes\nfail 5:3 W has no flow log of what is rejected\n");
}

TEST_CASE("referred-by: by the name that stands in the inputs") {
  const std::string policy =
      "for: AWS::S3::Bucket\nforbid: {referred-by: AWS::CloudTrail::Trail, via: S3BucketName}\nmessage: \"serves {count}: "
      "{others}\"\n";
  CHECK(findings(policy, trail("data"), with_names()) == "pass 4:3 Logs passes\nfail 5:3 Data serves 1: Trail\n");
  CHECK(findings(policy, trail("arn:aws:s3:::data"), with_names()) == "pass 4:3 Logs passes\nfail 5:3 Data serves 1: Trail\n");
  CHECK(findings(policy, trail("other"), with_names()) == "pass 4:3 Logs passes\npass 5:3 Data passes\n");
  CHECK(findings(policy, trail("!Sub '${P}-data'"), with_names()) == "pass 4:3 Logs passes\npass 5:3 Data passes\n");
  CHECK(findings(policy, trail("!Sub 'da${P}'"), with_names()).substr(0, 38) == "pass 4:3 Logs passes\nunknown 5:3 Data:");
}

TEST_CASE("at-least counts those who name me; all of them are said") {
  const std::string role =
      "for: AWS::IAM::Role\nforbid: {referred-by: AWS::Lambda::Function, via: Role, at-least: 2}\nmessage: \"is the role of "
      "{count} functions: {others}\"\n";
  const std::string one =
      "Resources:\n  R: {Type: AWS::IAM::Role}\n  F: {Type: AWS::Lambda::Function, Properties: {Role: !GetAtt R.Arn}}\n";
  CHECK(findings(role, one, with_names()) == "pass 2:3 R passes\n");
  CHECK(findings(role, one + "  G: {Type: AWS::Lambda::Function, Properties: {Role: !GetAtt R.Arn}}\n", with_names()) ==
        "fail 2:3 R is the role of 2 functions: F, G\n");
}

TEST_CASE("distinct counts those whose values differ") {
  const std::string policy =
      "for: AWS::EFS::FileSystem\nrequire: {referred-by: AWS::EFS::MountTarget, via: FileSystemId, distinct: SubnetId, at-least: "
      "2}\nmessage: has {count}\n";
  const auto targets = [&](const std::string& first, const std::string& second) {
    return findings(
        policy,
        "Resources:\n  E: {Type: AWS::EFS::FileSystem}\n  S: {Type: AWS::EC2::Subnet}\n  T: {Type: AWS::EC2::Subnet}\n"
        "  A: {Type: AWS::EFS::MountTarget, Properties: {FileSystemId: !Ref E, SubnetId: " +
            first +
            "}}\n"
            "  B: {Type: AWS::EFS::MountTarget, Properties: {FileSystemId: !Ref E, SubnetId: " +
            second + "}}\n",
        with_names());
  };
  CHECK(targets("!Ref S", "!Ref T") == "pass 2:3 E passes\n");
  CHECK(targets("!Ref S", "!Ref S") == "fail 2:3 E has 1\n");
}

TEST_CASE("by: what is named is a property of the other side") {
  const std::string policy =
      "for: AWS::CloudWatch::Alarm\nrequire: {refers-to: AWS::Logs::MetricFilter, via: MetricName, by: "
      "MetricTransformations.MetricName}\nmessage: watches nothing\n";
  const auto alarm = [&](const std::string& name) {
    return findings(
        policy,
        "Parameters: {P: {Type: String}}\nResources:\n  A: {Type: AWS::CloudWatch::Alarm, Properties: {MetricName: " + name +
            "}}\n"
            "  F: {Type: AWS::Logs::MetricFilter, Properties: {MetricTransformations: [{MetricName: x}, {MetricName: root}]}}\n",
        with_names());
  };
  CHECK(alarm("root") == "pass 3:3 A passes\n");
  CHECK(alarm("other").substr(0, 7) == "unknown");
  CHECK(alarm("!Ref P").substr(0, 7) == "unknown");
  const std::string back =
      "for: AWS::Logs::MetricFilter\nrequire: {referred-by: AWS::CloudWatch::Alarm, via: MetricName, by: "
      "MetricTransformations.MetricName}\nmessage: alarms nobody\n";
  const std::string filter =
      "Resources:\n  F: {Type: AWS::Logs::MetricFilter, Properties: {MetricTransformations: [{MetricName: root}]}}\n  A: {Type: "
      "AWS::CloudWatch::Alarm, Properties: {MetricName: ";
  CHECK(findings(back, filter + "root}}\n", with_names()) == "pass 2:3 F passes\n");
  CHECK(findings(back, filter + "other}}\n", with_names()) == "fail 2:3 F alarms nobody\n");
}

TEST_CASE("absent speaks of no such resource; where only some files are given, others may hold it") {
  const std::string said =
      "for: AWS::EC2::VPC\nrequire: {referred-by: AWS::EC2::FlowLog, via: ResourceId, where: {property: TrafficType, is: ALL}, "
      "absent: unknown}\nmessage: has none\n";
  CHECK(findings(said, vpc(""), with_names()) ==
        "unknown 4:3 V: cannot tell: no AWS::EC2::FlowLog that decides it is in this deployment\n"
        "unknown 5:3 W: cannot tell: no AWS::EC2::FlowLog that decides it is in this deployment\n");
  CHECK(findings(said, vpc(log("!Ref V", "ACCEPT")), with_names()).substr(0, 19) == "fail 4:3 V has none");
  CHECK(findings(kReferred, vpc(""), with_names(InputScope::files)).substr(0, 13) == "unknown 4:3 V");
  CHECK(findings(kReferred, vpc(log("!Ref V", "ALL")), with_names(InputScope::files)).substr(0, 17) == "pass 4:3 V passes");
}

TEST_CASE("relations follow a chain") {
  const std::string policy =
      "for: AWS::EC2::Instance\nrequire: {refers-to: AWS::EC2::Subnet, via: SubnetId, where: {refers-to: AWS::EC2::VPC, via: "
      "VpcId, where: {property: Safe, is: true}}}\nmessage: fails\n";
  const auto chain = [&](const std::string& safe) {
    return findings(policy,
                    "Resources:\n  I: {Type: AWS::EC2::Instance, Properties: {SubnetId: !Ref S}}\n  S: {Type: AWS::EC2::Subnet, "
                    "Properties: {VpcId: !Ref V}}\n"
                    "  V: {Type: AWS::EC2::VPC, Properties: {Safe: " +
                        safe + "}}\n",
                    with_names());
  };
  CHECK(chain("true") == "pass 2:3 I passes\n");
  CHECK(chain("false") == "fail 2:56 <SubnetId> I fails\n");
}

TEST_CASE("resources that name each other in a circle are judged to an end") {
  const std::string policy =
      "for: AWS::SQS::Queue\nforbid: {referred-by: AWS::SQS::Queue, via: RedrivePolicy.deadLetterTargetArn}\nmessage: takes "
      "letters of {others}\n";
  CHECK(findings(policy,
                 "Resources:\n  A: {Type: AWS::SQS::Queue, Properties: {RedrivePolicy: {deadLetterTargetArn: !GetAtt B.Arn}}}\n"
                 "  B: {Type: AWS::SQS::Queue, Properties: {RedrivePolicy: !Sub '{\"deadLetterTargetArn\": \"${A.Arn}\"}'}}\n",
                 with_names()) == "fail 2:3 A takes letters of B\nfail 3:3 B takes letters of A\n");
}

TEST_CASE("a parameter is referred to by what uses it") {
  const std::string policy =
      "for: template.parameter\nforbid: {referred-by: '*', via: {AWS::SNS::Topic: Secret}}\nmessage: feeds {other}\n";
  CHECK(findings(policy,
                 "Parameters:\n  P: {Type: String}\n  Q: {Type: String, Default: x}\n  R: {Type: String}\nResources:\n  T: "
                 "{Type: AWS::SNS::Topic, Properties: {Secret: !Ref P, Name: !Ref R}}\n"
                 "  U: {Type: AWS::SNS::Topic, Properties: {Secret: !Sub '${Q}-x'}}\n",
                 with_names())
            .substr(0, 200) == "fail 2:3 P feeds T\nfail 3:3 Q feeds U\npass 4:3 R passes\n");
}
