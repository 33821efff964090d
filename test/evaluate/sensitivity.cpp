#include "catch.h"
#include "judged.h"

using namespace demarc;
using namespace demarc::test;

namespace {

const std::string kByClass =
    "id: p\ntitle: T\nseverity: {ordinary: note, sensitive: high}\nfor: AWS::S3::Bucket\nrequire: {property: V, is: 1}\nabsent: fail\nmessage: is open\n";
const std::string kOnlySensitive =
    "for: AWS::S3::Bucket\nwhen: {sensitive: true}\nrequire: {property: V, is: 1}\nabsent: fail\nmessage: {found: is open, absent: is open}\n";

std::string bucket(const std::string& properties) {
  return "Parameters: {P: {Type: String}}\nResources:\n  B: {Type: AWS::S3::Bucket, Properties: {" + properties + "}}\n";
}

std::string tagged(const std::string& value) { return bucket("Tags: [{Key: Data, Value: " + value + "}]"); }

// "high fail": severity and verdict of each finding, with a classification by the tag Data and by names.
std::string judged(const std::string& policy, const std::string& input, bool classified = true) {
  Judged judged;
  How how;
  how.files = {{"tables/physical-names.yaml",
                "source: https://example.com\ndate: 2026-11-25\nkey: [type]\nrows:\n- {type: AWS::S3::Bucket, property: BucketName}\n"}};
  judge(judged, policy, input, how);
  InputGroup group;
  for (const Policy* each : judged.options.policies) group.policies.insert(each);
  if (classified) group.classification = {{{"Data", {"secret", "personal-*"}}}, {"vault-*"}};
  judged.options.groups = {group};
  judged.evaluation = evaluate(judged.graph, judged.catalog, judged.sources, judged.options);
  if (!judged.mistakes.empty()) return judged.mistakes;
  std::string result;
  for (const Finding& finding : judged.evaluation.findings) {
    result += std::string(name_of(finding.severity)) + " " + std::string(name_of(finding.verdict)) + ": " + sentence(finding) + "\n";
  }
  return result;
}

}  // namespace

TEST_CASE("a policy whose severity goes by the class of data is graver where a tag says so") {
  CHECK(judged(kByClass, tagged("secret")) == "high fail: B: V is not set\n");
  CHECK(judged(kByClass, tagged("personal-health")) == "high fail: B: V is not set\n");
  CHECK(judged(kByClass, tagged("public")) == "note fail: B: V is not set\n");
  CHECK(judged(kByClass, bucket("")) == "note fail: B: V is not set\n");
}

TEST_CASE("without a classification nothing is sensitive") {
  CHECK(judged(kByClass, tagged("secret"), false) == "note fail: B: V is not set\n");
  CHECK(judged(kOnlySensitive, tagged("secret"), false) == "");
}

TEST_CASE("a name may say that data is sensitive") {
  CHECK(judged(kByClass, bucket("BucketName: vault-a")) == "high fail: B: V is not set\n");
  CHECK(judged(kByClass, bucket("BucketName: site-a")) == "note fail: B: V is not set\n");
}

TEST_CASE("where the class is not known the graver severity counts, and a test for it is unknown") {
  CHECK(judged(kByClass, tagged("!Ref P")) == "high fail: B: V is not set\n");
  CHECK(judged(kOnlySensitive, tagged("!Ref P")) ==
        "low unknown: B: cannot tell: Tags[0].Value depends on parameter P, which has no default\n");
}

TEST_CASE("a policy may apply to sensitive data alone") {
  CHECK(judged(kOnlySensitive, tagged("secret")) == "low fail: B is open\n");
  CHECK(judged(kOnlySensitive, tagged("public")) == "");
  CHECK(judged("for: AWS::S3::Bucket\nforbid: {sensitive: true}\nmessage: holds sensitive data\n", tagged("secret")) ==
        "low fail: B holds sensitive data\n");
}

TEST_CASE("sensitive takes true or false") {
  CHECK(judged("for: AWS::S3::Bucket\nforbid: {sensitive: perhaps}\nmessage: m\n", bucket("")) ==
        "p.yaml:5:21: \"sensitive\" must be true or false, not \"perhaps\"\n");
}
