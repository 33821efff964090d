#include "catch.h"
#include "judged.h"

using namespace demarc;
using namespace demarc::test;

namespace {

// A template of one bucket; the properties are flow YAML. Properties begin at 5:16.
std::string bucket(const std::string& properties, const std::string& parameters = "P: {Type: String}") {
  return "Parameters: {" + parameters + "}\nResources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties: {" + properties + "}\n";
}

// The verdict on the bucket: fail, unknown, or pass.
std::string verdict(const std::string& test, const std::string& properties, const std::string& parameters = "P: {Type: String}") {
  Judged judged;
  judge(judged, "for: AWS::S3::Bucket\nrequire: " + test + "\nmessage: fails\n", bucket(properties, parameters));
  if (!judged.mistakes.empty()) return judged.mistakes;
  return judged.evaluation.findings.empty() ? "none" : std::string(name_of(judged.evaluation.findings[0].verdict));
}

}  // namespace

TEST_CASE("a value that is written is said in the message, at its place") {
  CHECK(findings("for: AWS::S3::Bucket\nforbid: {property: AccessControl, in: [PublicRead, PublicReadWrite]}\nabsent: pass\n"
                 "message: \"grants {value} to everyone\"\n",
                 bucket("AccessControl: PublicRead")) == "fail 5:33 <AccessControl> B grants PublicRead to everyone\n");
}
