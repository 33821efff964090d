#include "catch.h"
#include "judged.h"

using namespace demarc;
using namespace demarc::test;

namespace {

const std::string kCompanions =
    "source: https://example.com\ndate: 2026-11-25\nrows:\n"
    "- {type: AWS::EC2::SecurityGroupIngress, of: AWS::EC2::SecurityGroup, by: GroupId, into: Ingress, as: item}\n"
    "- {type: AWS::S3::BucketPolicy, of: AWS::S3::Bucket, by: Bucket, into: Policy, take: PolicyDocument, as: value}\n"
    "- {type: AWS::SNS::TopicPolicy, of: AWS::SNS::Topic, by: Topics, into: Policy, take: PolicyDocument, as: value}\n"
    "- {type: AWS::S3::Versions, of: AWS::S3::Bucket, by: Bucket, into: Nested.Versions, as: value}\n"
    "- {type: AWS::S3::Extra, of: AWS::S3::Bucket, by: Bucket, as: merge}\n";

How how() {
  How how;
  how.files = {{"tables/companions.yaml", kCompanions},
               {"tables/identities.yaml",
                "source: https://example.com\ndate: 2026-11-25\nrows:\n- {type: AWS::S3::Bucket, names: [BucketName]}\n"}};
  how.passes = true;
  return how;
}

const std::string kOpen =
    "for: AWS::EC2::SecurityGroup\neach: Ingress\nforbid: {property: Port, is: 22}\nabsent: pass\nmessage: \"opens {value}\"\n";
const std::string kPolicy =
    "for: AWS::S3::Bucket\nforbid: {property: Policy.Open, is: true}\nabsent: pass\nmessage: \"is {value}\"\n";

const std::string kTop =
    "Parameters: {P: {Type: String}, Env: {Type: String, AllowedValues: [a, b], Default: a}}\nConditions: {A: !Equals [!Ref Env, "
    "a]}\nResources:\n";

std::string groups(const std::string& more) {
  return kTop +
         "  G: {Type: AWS::EC2::SecurityGroup, Properties: {Ingress: [{Port: 22}]}}\n  H: {Type: AWS::EC2::SecurityGroup}\n" +
         more;
}

std::string rule(const std::string& group, const std::string& port = "22", const std::string& more = "") {
  return "  R: {Type: AWS::EC2::SecurityGroupIngress, " + more + "Properties: {GroupId: " + group + ", Port: " + port + "}}\n";
}

}  // namespace

TEST_CASE("a rule of its own is an item of the group that it names, beside those that the group writes") {
  CHECK(findings(kOpen, groups(rule("!Ref G")), how()) ==
        "fail 4:61 <Ingress[0]> G opens 22\npass 5:3 H passes\nfail 6:3 R opens 22\n");
  CHECK(findings(kOpen, groups(rule("!GetAtt H.GroupId")), how()) == "fail 4:61 <Ingress[0]> G opens 22\nfail 6:3 R opens 22\n");
  CHECK(findings(kOpen, groups(rule("!GetAtt H.GroupId", "80")), how()) ==
        "fail 4:61 <Ingress[0]> G opens 22\npass 5:3 H passes\n");
}

TEST_CASE("a companion is one of the parts of its parent") {
  Judged judged;
  judge(judged, kOpen, groups(rule("!Ref H")), how());
  const Resource& parent = judged.graph.resources[1].address == "H" ? judged.graph.resources[1] : judged.graph.resources[3];
  for (const Resource& resource : judged.graph.resources) CHECK(resource.parts.size() == (resource.address == "H" ? 1 : 0));
  for (const Finding& finding : judged.evaluation.findings) {
    if (finding.address == "R") CHECK(finding.resource->address == "H");
  }
  CHECK(parent.type.size() > 0);
}

TEST_CASE("a companion's condition and its choice of a parent are part of the scenario") {
  CHECK(findings(kOpen, groups(rule("!Ref H", "22", "Condition: A, ")), how()) ==
        "fail 4:61 <Ingress[0]> G opens 22\nfail 6:3 R opens 22, with default values\n");
  CHECK(findings(kOpen, groups(rule("!If [A, !Ref G, !Ref H]")), how()) ==
        "fail 4:61 <Ingress[0]> G opens 22\n"
        "fail 6:3 R opens 22, when A is false (Env is b)\n"
        "fail 6:3 R opens 22, with default values\n");
}

TEST_CASE("a companion whose parent stands in no input is judged all the same") {
  CHECK(findings(kOpen, groups(rule("sg-0123")), how()) ==
        "fail 4:61 <Ingress[0]> G opens 22\npass 5:3 H passes\nfail 6:3 R opens 22\n");
  CHECK(findings(kOpen, groups(rule("!Ref P")), how()) ==
        "fail 4:61 <Ingress[0]> G opens 22\npass 5:3 H passes\nfail 6:3 R opens 22\n");
  CHECK(findings(kOpen, groups(rule("sg-0123", "80")), how()) == "fail 4:61 <Ingress[0]> G opens 22\npass 5:3 H passes\n");
  CHECK(findings("for: AWS::EC2::SecurityGroup\nrequire: {property: Description, set: true}\nmessage: fails\n",
                 kTop + rule("sg-0123"), how()) == "");
}

TEST_CASE("a companion that cannot be shown to belong to a parent leaves the parent's property unknown") {
  CHECK(
      findings(kOpen, groups(rule("{'Fn::Transform': {Name: Pick}}")), how()) ==
      "fail 4:61 <Ingress[0]> G opens 22\n"
      "unknown 6:3 <Ingress[1]> G: cannot tell: Ingress[1] may be set by R, which cannot be shown to belong to this resource\n"
      "unknown 6:3 <Ingress[0]> H: cannot tell: Ingress[0] may be set by R, which cannot be shown to belong to this resource\n");
}

TEST_CASE("a name is compared with the names that are not known, and only with those that it may be") {
  const auto named = [](const std::string& bucket, const std::string& name) {
    return findings(kPolicy,
                    kTop + "  B: {Type: AWS::S3::Bucket, Properties: {BucketName: " + bucket +
                        "}}\n  Q: {Type: AWS::S3::BucketPolicy, Properties: {Bucket: " + name +
                        ", PolicyDocument: {Open: true}}}\n",
                    how());
  };
  CHECK(named("!Sub 'logs-${P}'", "logs-eu").substr(0, 29) == "unknown 5:3 <Policy> B: canno");
  CHECK(named("!Sub 'logs-${P}'", "data-eu") == "pass 4:3 B passes\nfail 5:89 <PolicyDocument.Open> Q is true\n");
}

TEST_CASE("a value of a companion wins over what the parent writes, and is told in the companion's words") {
  const std::string bucket = kTop + "  B: {Type: AWS::S3::Bucket, Properties: {BucketName: logs, Policy: {Open: false}}}\n";
  const auto policy = [](const std::string& name, const std::string& document) {
    return "  P2: {Type: AWS::S3::BucketPolicy, Properties: {Bucket: " + name + ", PolicyDocument: " + document + "}}\n";
  };
  CHECK(findings(kPolicy, bucket, how()) == "pass 4:3 B passes\n");
  CHECK(findings(kPolicy, bucket + policy("!Ref B", "{Open: true}"), how()) == "fail 5:89 <PolicyDocument.Open> P2 is true\n");
  CHECK(findings(kPolicy, bucket + policy("logs", "{Open: true}"), how()) == "fail 5:87 <PolicyDocument.Open> P2 is true\n");
  CHECK(findings(kPolicy, bucket + policy("!Ref B", "{Closed: true}"), how()) == "pass 4:3 B passes\n");
  CHECK(findings("for: AWS::S3::Bucket\nrequire: {property: Policy.Open, is: false}\nabsent: fail\nmessage: fails\n",
                 bucket + policy("!Ref B", "{Closed: true}"),
                 how()) == "fail 5:3 <PolicyDocument.Open> P2: PolicyDocument.Open is not set\n");
}

TEST_CASE("one companion of several parents is reported once, with all of them") {
  const std::string policy = "for: AWS::SNS::Topic\nforbid: {property: Policy.Open, is: true}\nabsent: pass\nmessage: is open\n";
  const std::string text =
      kTop +
      "  S: {Type: AWS::SNS::Topic}\n  T: {Type: AWS::SNS::Topic}\n  U: {Type: AWS::SNS::Topic}\n"
      "  P2: {Type: AWS::SNS::TopicPolicy, Properties: {Topics: [!Ref S, !Ref U], PolicyDocument: {Open: true}}}\n";
  Judged judged;
  judge(judged, policy, text, how());
  CHECK(show(judged) == "fail 7:99 <PolicyDocument.Open> P2 is open\n");
  REQUIRE_FALSE(judged.evaluation.findings.empty());
  std::string related;
  for (const RelatedPlace& place : judged.evaluation.findings.back().related)
    related += show(judged, place.place) + " " + place.message + "; ";
  CHECK(related == "4:3 part of S; 6:3 part of U; ");
}

TEST_CASE("a companion may be set deep in its parent, or be merged among its properties") {
  const std::string bucket = kTop + "  B: {Type: AWS::S3::Bucket, Properties: {Nested: {Other: 1}}}\n";
  CHECK(findings("for: AWS::S3::Bucket\nrequire: {all: [{property: Nested.Versions.Status, is: on}, {property: Nested.Other, is: "
                 "1}]}\nabsent: fail\nmessage: \"has {value}\"\n",
                 bucket + "  V: {Type: AWS::S3::Versions, Properties: {Bucket: !Ref B, Status: off}}\n",
                 how()) == "fail 5:69 <Status> V has off\n");
  CHECK(findings("for: AWS::S3::Bucket\nrequire: {property: Status, is: on}\nabsent: fail\nmessage: \"has {value}\"\n",
                 bucket + "  V: {Type: AWS::S3::Extra, Properties: {Bucket: !Ref B, Status: off}}\n",
                 how()) == "fail 5:66 <Status> V has off\n");
}

TEST_CASE("judging the same graph again merges nothing twice") {
  Judged judged;
  judge(judged, kOpen,
        groups(rule("!Ref H") + "  S: {Type: AWS::EC2::SecurityGroupIngress, Properties: {GroupId: sg-1, Port: 22}}\n"), how());
  const std::string first = show(judged);
  judged.evaluation = evaluate(judged.graph, judged.catalog, judged.sources, judged.options);
  CHECK(show(judged) == first);
  CHECK(first == "fail 4:61 <Ingress[0]> G opens 22\nfail 6:3 R opens 22\nfail 7:3 S opens 22\n");
}

TEST_CASE("of companions that overwrite each other nobody knows which is the last") {
  const auto policies = [](const std::string& first, const std::string& second) {
    return findings(kPolicy, kTop + "  B: {Type: AWS::S3::Bucket}\n" + first + second, how());
  };
  const auto policy = [](const std::string& name, const std::string& open, const std::string& more = "") {
    return "  " + name + ": {Type: AWS::S3::BucketPolicy, " + more + "Properties: {Bucket: !Ref B, PolicyDocument: {Open: " + open + "}}}\n";
  };
  CHECK(policies(policy("Q", "true"), policy("R", "false")) ==
        "fail 5:88 <PolicyDocument.Open> Q is true, only when the last AWS::S3::BucketPolicy of B is Q\n");
  CHECK(policies(policy("Q", "false"), policy("R", "true")) ==
        "fail 6:88 <PolicyDocument.Open> R is true, only when the last AWS::S3::BucketPolicy of B is R\n");
  CHECK(policies(policy("Q", "false"), policy("R", "false")) == "pass 4:3 B passes\n");
  CHECK(policies(policy("Q", "true", "Condition: A, "), policy("R", "false")) ==
        "fail 5:102 <PolicyDocument.Open> Q is true, only when the last AWS::S3::BucketPolicy of B is Q and Env is a\n");
  CHECK(policies(policy("Q", "false", "Condition: A, "), policy("R", "true")) ==
        "fail 6:88 <PolicyDocument.Open> R is true, when the last AWS::S3::BucketPolicy of B is R\n");
}

TEST_CASE("a hundred companions that overwrite each other leave it open what they set") {
  std::string many;
  for (int i = 0; i < 100; ++i) {
    many += "  Q" + std::to_string(i) + ": {Type: AWS::S3::BucketPolicy, Condition: A, Properties: {Bucket: !Ref B, PolicyDocument: {Open: true}}}\n";
  }
  CHECK(findings(kPolicy, kTop + "  B: {Type: AWS::S3::Bucket}\n" + many, how()) ==
        "unknown 104:97 <PolicyDocument> Q99: cannot tell: PolicyDocument may be set by Q99, which cannot be shown to belong to this resource, with default values\n");
}
