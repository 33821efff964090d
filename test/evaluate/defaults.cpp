#include "catch.h"
#include "judged.h"

using namespace demarc;
using namespace demarc::test;

namespace {

const std::string kHead = "source: https://example.com\ndate: 2026-11-25\nrows:\n";

How with_rows(const std::string& rows) {
  How how;
  how.files = {{"tables/defaults/s3.yaml", kHead + rows}};
  how.passes = true;
  return how;
}

std::string bucket(const std::string& properties) {
  return "Parameters: {P: {Type: String}}\nResources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties: {" + properties + "}\n";
}

const std::string kSource = "  source: https://example.com\n";
const std::string kBlocked = "- type: AWS::S3::Bucket\n  property: Block\n  default: {Acls: true}\n  since: 2023-04-28\n" +
                             kSource + "- type: AWS::S3::Bucket\n  property: Block.Acls\n  default: false\n" + kSource;
const std::string kPolicy =
    "for: AWS::S3::Bucket\nrequire: {property: Block.Acls, is: true}\nmessage: \"has {property} {value}\"\n";
const std::string kPass = "pass 3:3 B passes\n";

}  // namespace

TEST_CASE("the row of the outermost absent step decides, then those of inner ones") {
  CHECK(findings(kPolicy, bucket(""), with_rows(kBlocked)) == kPass);
  CHECK(findings(kPolicy, bucket("Block: {Other: true}"), with_rows(kBlocked)) ==
        "fail 5:18 <Block.Acls> B: Block.Acls is not set (AWS default: false)\n");
  CHECK(findings(kPolicy, bucket("Block: {Acls: true}"), with_rows(kBlocked)) == kPass);
  CHECK(findings(kPolicy, bucket("Block: {Acls: false}"), with_rows(kBlocked)) ==
        "fail 5:32 <Block.Acls> B has Block.Acls false\n");
}

TEST_CASE("a row speaks from its date on, and the message says since when") {
  How before = with_rows(kBlocked);
  before.as_of = "2023-04-27";
  CHECK(findings(kPolicy, bucket(""), before) == "fail 3:3 <Block.Acls> B: Block.Acls is not set (AWS default: false)\n");
  before.as_of = "2023-04-28";
  CHECK(findings(kPolicy, bucket(""), before) == kPass);
  CHECK(findings("for: AWS::S3::Bucket\nforbid: {property: Block.Acls, is: true}\nmessage: fails\n", bucket(""),
                 with_rows(kBlocked)) == "fail 3:3 <Block.Acls> B: Block.Acls is not set (AWS default since 2023-04-28: true)\n");
}

TEST_CASE("a default may hang on another property, or not be known") {
  const std::string rows =
      "- type: AWS::S3::Bucket\n  property: E\n  when: {property: Snapshot, set: true}\n  unknown: the snapshot decides\n" +
      kSource + "- type: AWS::S3::Bucket\n  property: E\n  default: 'no'\n" + kSource;
  const std::string policy = "for: AWS::S3::Bucket\nforbid: {property: E, is: 'no'}\nmessage: \"has {value}\"\n";
  CHECK(findings(policy, bucket(""), with_rows(rows)) == "fail 3:3 <E> B: E is not set (AWS default: no)\n");
  CHECK(findings(policy, bucket("Snapshot: s"), with_rows(rows)) ==
        "unknown 3:3 <E> B: cannot tell: E is not set, and its default is not known: the snapshot decides\n");
  CHECK(findings(policy, bucket("Snapshot: !Ref P"), with_rows(rows)) ==
        "unknown 3:3 <E> B: cannot tell: E is not set, and its default is not known: Snapshot depends on parameter P, which has "
        "no default\n");
}

TEST_CASE("where a row exists it wins over what the policy says of absence; `set` asks no row") {
  const std::string rows = "- type: AWS::S3::*\n  property: E\n  default: true\n" + kSource;
  CHECK(findings("for: AWS::S3::Bucket\nrequire: {property: E, is: true}\nabsent: fail\nmessage: fails\n", bucket(""),
                 with_rows(rows)) == kPass);
  CHECK(findings("for: AWS::S3::Bucket\nrequire: {property: E, set: true}\nmessage: names no E\n", bucket(""), with_rows(rows)) ==
        "fail 3:3 <E> B names no E\n");
  CHECK(findings(
            "for: AWS::S3::Bucket\nwhen: {property: E, is: true}\nrequire: {property: F, is: 1}\nabsent: fail\nmessage: fails\n",
            bucket(""), with_rows(rows)) == "fail 3:3 <F> B: F is not set\n");
}

TEST_CASE("explicit: what has a row and is not written fails, in whatever direction the test stands") {
  How how = with_rows("- type: AWS::S3::Bucket\n  property: E\n  default: true\n" + kSource);
  how.explicit_only = true;
  const std::string fails = "fail 3:3 <E> B: E is not written (AWS default: true)\n";
  CHECK(findings("for: AWS::S3::Bucket\nrequire: {property: E, is: true}\nmessage: fails\n", bucket(""), how) == fails);
  CHECK(findings("for: AWS::S3::Bucket\nforbid: {property: E, is: false}\nmessage: fails\n", bucket(""), how) == fails);
  CHECK(findings("for: AWS::S3::Bucket\nrequire: {not: {property: E, is: false}}\nmessage: fails\n", bucket(""), how) == fails);
  CHECK(findings("for: AWS::S3::Bucket\nrequire: {property: E, is: true}\nmessage: fails\n", bucket("E: true"), how) == kPass);
  // Whether the policy applies is asked with defaults all the same.
  CHECK(findings(
            "for: AWS::S3::Bucket\nwhen: {property: E, is: true}\nrequire: {property: F, is: 1}\nabsent: fail\nmessage: fails\n",
            bucket(""), how) == "fail 3:3 <F> B: F is not set\n");
}

TEST_CASE("without a row the test's own absent decides, towards the verdict that it names") {
  const auto absent = [](const std::string& logic) {
    return findings("for: AWS::S3::Bucket\n" + logic + "\nmessage: fails\n", bucket(""),
                    with_rows("- {type: AWS::S3::Bucket, property: Z, default: 1, source: https://example.com}\n"));
  };
  CHECK(absent("require: {property: E, is: 1}\nabsent: pass") == kPass);
  CHECK(absent("require: {property: E, is: 1}\nabsent: fail") == "fail 3:3 <E> B: E is not set\n");
  CHECK(absent("require: {property: E, is: 1}\nabsent: unknown") == "unknown 3:3 <E> B: cannot tell: E is not set\n");
  CHECK(absent("forbid: {property: E, is: 1}\nabsent: pass") == kPass);
  CHECK(absent("forbid: {property: E, is: 1}\nabsent: fail") == "fail 3:3 <E> B: E is not set\n");
  CHECK(absent("require: {not: {property: E, is: 1}}\nabsent: pass") == kPass);
  CHECK(absent("require: {any: [{property: E, is: 1, absent: fail}, {property: F, is: 1, absent: pass}]}") == kPass);
  CHECK(absent("when: {property: E, is: 1}\nrequire: {property: F, is: 1}\nabsent: fail") == "");
}

TEST_CASE("a default that is a list is a list of items, judged where the list would stand") {
  const std::string rows = "- type: AWS::S3::Bucket\n  property: Rules\n  default:\n  - {Port: 22}\n  - {Port: 80}\n" + kSource;
  const std::string policy =
      "for: AWS::S3::Bucket\neach: Rules\nforbid: {property: Port, is: 22}\nabsent: pass\nmessage: \"opens {value}\"\n";
  CHECK(findings(policy, bucket(""), with_rows(rows)) == "fail 3:3 <Rules[0]> B: Rules[0].Port is not set (AWS default: 22)\n");
  CHECK(findings(policy, bucket("Rules: [{Port: 22}]"), with_rows(rows)) == "fail 5:26 <Rules[0]> B opens 22\n");
}
