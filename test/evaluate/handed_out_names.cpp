#include "catch.h"
#include "judged.h"

using namespace demarc;
using namespace demarc::test;

namespace {

// A template with a secret, a schedule that rotates what `id` says, and those who may hand out names.
std::string rotated(const std::string& id) {
  return "Resources:\n"
         "  Main: {Type: AWS::SecretsManager::Secret}\n"
         "  Other: {Type: AWS::SSM::Parameter}\n"
         "  Lookup: {Type: Custom::Lookup}\n"
         "  Nested: {Type: AWS::CloudFormation::Stack}\n"
         "  Schedule: {Type: AWS::SecretsManager::RotationSchedule, Properties: {SecretId: " + id + "}}\n";
}

const char* const kRotated =
    "for: AWS::SecretsManager::Secret\nrequire: {referred-by: AWS::SecretsManager::RotationSchedule, via: SecretId}\nmessage: stays as it is\n";

// A template with a bucket whose key is what `id` says.
std::string encrypted(const std::string& id) {
  return "Resources:\n"
         "  Key: {Type: AWS::KMS::Key}\n"
         "  Lookup: {Type: Custom::Lookup}\n"
         "  B: {Type: AWS::S3::Bucket, Properties: {Key: " + id + "}}\n";
}

const char* const kEncrypted = "for: AWS::S3::Bucket\nrequire: {property: Key, kind: customer-key}\nmessage: has no key\n";

How with_keys() {
  How how;
  how.files = {{"tables/customer-keys.yaml", "source: https://example.com\ndate: 2026-11-25\nkey: [type]\nmatch: exact\nrows:\n- {type: AWS::KMS::Key}\n"}};
  how.passes = true;
  return how;
}

}  // namespace

TEST_CASE("what another resource is called is no name of this one") {
  CHECK(findings(kRotated, rotated("!Ref Other")) == "fail 2:3 Main stays as it is\n");
  CHECK(findings(kRotated, rotated("!GetAtt Other.Value")) == "fail 2:3 Main stays as it is\n");
}

TEST_CASE("what a custom resource or a nested stack hands out may be the name of anybody") {
  CHECK(findings(kRotated, rotated("!GetAtt Lookup.SecretArn")).substr(0, 12) == "unknown 2:3 ");
  CHECK(findings(kRotated, rotated("!GetAtt Nested.Outputs.SecretArn")).substr(0, 12) == "unknown 2:3 ");
}

TEST_CASE("a reference is a key of one's own if it is one to a key") {
  CHECK(findings(kEncrypted, encrypted("!GetAtt Key.Arn"), with_keys()).substr(0, 5) == "pass ");
  CHECK(findings(kEncrypted, encrypted("!GetAtt Lookup.KeyArn"), with_keys()).substr(0, 8) == "unknown ");
}

TEST_CASE("what another template leaves open names only what a template hands out") {
  const std::string schedule =
      "Parameters: {Id: {Type: String}}\nResources:\n  S: {Type: AWS::SecretsManager::RotationSchedule, Properties: {SecretId: !Ref Id}}\n";
  const std::string secret = "Resources:\n  Main: {Type: AWS::SecretsManager::Secret}\n";
  const auto beside = [&](const std::string& template_) {
    How how;
    how.more = {schedule};
    how.files = {{"tables/identities.yaml",
                  "source: https://example.com\ndate: 2026-11-25\nrows:\n- {type: AWS::SecretsManager::Secret, names: [Name]}\n"}};
    return findings(kRotated, template_, how);
  };
  CHECK(beside(secret) == "fail 2:3 Main stays as it is\n");
  CHECK(beside(secret + "Outputs: {Id: {Value: !Ref Main}}\n").substr(0, 12) == "unknown 2:3 ");
  CHECK(beside(secret + "Outputs: {Id: {Value: !Sub '${Main}-x'}}\n").substr(0, 12) == "unknown 2:3 ");
  CHECK(beside(secret + "  Nested: {Type: AWS::CloudFormation::Stack, Properties: {Parameters: {Id: !Ref Main}}}\n").substr(0, 12) == "unknown 2:3 ");
  CHECK(beside("Resources:\n  Main: {Type: AWS::SecretsManager::Secret, Properties: {Name: main}}\n").substr(0, 12) == "unknown 2:3 ");
}
