#include <string>

#include "catch.h"
#include "plan.h"

using namespace demarc;
using namespace demarc::test;

namespace {

// A bucket that is changed, one that is created and one that is destroyed.
const std::string kChanges = R"({"format_version": "1.2", "resource_changes": [
  {"address": "aws_s3_bucket.changed", "type": "aws_s3_bucket", "name": "changed", "change": {"actions": ["update"],
   "before": {"bucket": "c", "acl": "private"}, "after": {"bucket": "c", "acl": "public-read"}, "after_unknown": {"arn": true}, "before_sensitive": {"bucket": true}}},
  {"address": "aws_s3_bucket.created", "type": "aws_s3_bucket", "name": "created", "change": {"actions": ["create"],
   "before": null, "after": {"bucket": "n"}, "after_unknown": {}}},
  {"address": "aws_s3_bucket.destroyed", "type": "aws_s3_bucket", "name": "destroyed", "change": {"actions": ["delete"],
   "before": {"bucket": "d"}, "after": null, "after_unknown": {}}}]})";

std::string addresses(const Plan& plan) {
  std::string result;
  for (const Resource& resource : plan.graph.resources) result += std::string(resource.address) + "\n";
  return result;
}

}  // namespace

TEST_CASE("before a plan is applied, what it creates is not there and what it destroys is") {
  Plan before = plan_of(kChanges, project_tables().mappings, PlanState::before);
  CHECK(addresses(before) == "aws_s3_bucket.changed\naws_s3_bucket.destroyed\n");
  Plan after = plan_of(kChanges, project_tables().mappings);
  CHECK(addresses(after) == "aws_s3_bucket.changed\naws_s3_bucket.created\naws_s3_bucket.destroyed\n");
}

TEST_CASE("before a plan is applied, values are those of before, what was sensitive is, and nothing changes") {
  Plan before = plan_of(kChanges, project_tables().mappings, PlanState::before);
  CHECK(before.property("aws_s3_bucket.changed", "AccessControl") == "\"Private\"");
  CHECK(before.property("aws_s3_bucket.changed", "BucketName") == "\"c\" (sensitive)");
  CHECK(before.describe("aws_s3_bucket.changed").find("@change: [\"no-op\"]") != std::string::npos);
  CHECK(before.describe("aws_s3_bucket.destroyed").find("@change: [\"no-op\"]") != std::string::npos);
  Plan after = plan_of(kChanges, project_tables().mappings);
  CHECK(after.property("aws_s3_bucket.changed", "AccessControl") == "\"PublicRead\"");
}
