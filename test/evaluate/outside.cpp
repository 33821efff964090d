#include "catch.h"
#include "judged.h"

using namespace demarc;
using namespace demarc::test;

namespace {

// A policy that is a resource of its own and names a secret that no input has.
const char* const kElsewhere =
    "Resources:\n"
    "  P:\n"
    "    Type: AWS::SecretsManager::ResourcePolicy\n"
    "    Properties: {SecretId: elsewhere, ResourcePolicy: open}\n";

How with_companions() {
  How how;
  how.files = {{"tables/companions.yaml",
                "source: https://example.com\ndate: 2026-11-25\nrows:\n- {type: AWS::SecretsManager::ResourcePolicy, of: AWS::SecretsManager::Secret, "
                "by: SecretId, into: ResourcePolicy, take: ResourcePolicy, as: value}\n"}};
  return how;
}

}  // namespace

TEST_CASE("who names a resource that stands in no input is not known") {
  CHECK(findings("for: AWS::SecretsManager::Secret\nrequire: {referred-by: AWS::SecretsManager::RotationSchedule, via: SecretId}\nmessage: stays as it is\n",
                 kElsewhere, with_companions()) == "");
}

TEST_CASE("a gap in a companion is no pass where only its parent could say that it does not matter") {
  const std::string forbid = "forbid: {property: ResourcePolicy, is: open}\nabsent: pass\nmessage: is open\n";
  CHECK(findings("for: AWS::SecretsManager::Secret\n" + forbid, kElsewhere, with_companions()) == "fail 4:55 <ResourcePolicy> P is open\n");
  CHECK(findings("for: AWS::SecretsManager::Secret\nwhen: {not: {property: Closed, is: true}}\n" + forbid, kElsewhere, with_companions()) ==
        "unknown 2:3 <Closed> P: cannot tell: Closed belongs to elsewhere, which is not in this deployment\n");
}

TEST_CASE("all that a companion brings along belongs to the same parent outside") {
  How how = with_companions();
  how.files[0].second += "- {type: AWS::SecretsManager::ResourcePolicy, of: AWS::SecretsManager::Secret, by: SecretId, into: Further, take: Further, as: value}\n";
  CHECK(findings("for: AWS::SecretsManager::Secret\nforbid: {property: Further, is: open}\nabsent: pass\nmessage: is open\n",
                 "Resources:\n"
                 "  P:\n"
                 "    Type: AWS::SecretsManager::ResourcePolicy\n"
                 "    Properties: {SecretId: elsewhere, Further: open}\n", how) == "fail 4:48 <Further> P is open\n");
}
