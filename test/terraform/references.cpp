#include <string>

#include "catch.h"
#include "plan.h"

using namespace demarc;
using namespace demarc::test;

// test/terraform/plans/references: count, for_each, a module used for two keys and once more alone, inputs and outputs.

namespace {

std::string key_of(const std::string& volume) { return fixture("references").property("aws_ebs_volume." + volume, "KmsKeyId"); }

const std::string kModule = "module.stores[\"logs\"].";

}  // namespace

TEST_CASE("an argument that is not known yet is a reference to the resource that decides it") {
  const Plan& plan = fixture("references");
  CHECK(plan.property("aws_internet_gateway.only", "VpcId") == "@aws_vpc.only.id");
  CHECK(plan.property("aws_route_table.only", "Routes").find("GatewayId: @aws_internet_gateway.only.id") != std::string::npos);
}

TEST_CASE("a reference by count.index is to the instance of the same index") {
  CHECK(key_of("same_index[0]") == "@aws_kms_key.counted[0]");
  CHECK(key_of("same_index[1]") == "@aws_kms_key.counted[1]");
}

TEST_CASE("a reference by a literal index is to that instance") { CHECK(key_of("named_index") == "@aws_kms_key.counted[1].arn"); }

TEST_CASE("a reference by each.key, or to each.value, is to the instance of the same key") {
  const Plan& plan = fixture("references");
  CHECK(plan.property("aws_route_table_association.by_key[\"b\"]", "SubnetId") == "@aws_subnet.each[\"b\"]");
  CHECK(plan.property("aws_route_table_association.chained[\"b\"]", "SubnetId") == "@aws_subnet.each[\"b\"].id");
}

TEST_CASE("a list of references has one for each member") {
  const Plan& plan = fixture("references");
  CHECK(plan.property("aws_db_subnet_group.listed", "SubnetIds") == "[@aws_subnet.each[\"b\"].id, @aws_subnet.each[\"a\"].id]");
  CHECK(plan.property("aws_db_subnet_group.all", "SubnetIds") == "[@aws_subnet.each[\"a\"], @aws_subnet.each[\"b\"]]");
}

TEST_CASE("references stay within their module instance") {
  const Plan& plan = fixture("references");
  CHECK(plan.property(kModule + "aws_s3_bucket_server_side_encryption_configuration.store", "Bucket") ==
        "@" + kModule + "aws_s3_bucket.store.id");
  CHECK(plan.property("module.alone.aws_s3_bucket_server_side_encryption_configuration.store", "Bucket") ==
        "@module.alone.aws_s3_bucket.store.id");
}

TEST_CASE("references lead through module inputs, several levels up") {
  const Plan& plan = fixture("references");
  CHECK(plan.property(kModule + "aws_s3_bucket_server_side_encryption_configuration.store", "BucketEncryption") ==
        "{ServerSideEncryptionConfiguration: [{ServerSideEncryptionByDefault: {SSEAlgorithm: \"aws:kms\", KMSMasterKeyID: "
        "@aws_kms_key.counted[0].arn}, "
        "BucketKeyEnabled: false}]}");
  CHECK(plan.property(kModule + "module.lock.aws_s3_bucket_public_access_block.lock", "Bucket") ==
        "@" + kModule + "aws_s3_bucket.store.id");
}

TEST_CASE("references lead through module outputs") {
  const Plan& plan = fixture("references");
  CHECK(plan.property("aws_s3_bucket_versioning.of_module", "Bucket") == "@" + kModule + "aws_s3_bucket.store.id");
  CHECK(plan.property("aws_s3_bucket_versioning.chained[\"data\"]", "Bucket") ==
        "@module.stores[\"data\"].aws_s3_bucket.store.id");
}

TEST_CASE("an argument stays unknown where something else may decide") {
  CHECK(key_of("through_local") == "<is known only after apply>");
  CHECK(key_of("either") == "<is known only after apply>");
  CHECK(key_of("other_provider") == "<is known only after apply>");
  CHECK(key_of("some_index") == "<is known only after apply>");
}

TEST_CASE("an argument whose expression came to null was not written") {
  CHECK(fixture("references").resource("aws_ebs_volume.null_input").properties.find("KmsKeyId") == nullptr);
}

TEST_CASE("a known value keeps the reference that it came through") {
  const Plan& plan = fixture("references");
  CHECK(plan.property("aws_iam_role_policy_attachment.worker", "Role") == "\"worker\" through aws_iam_role.worker.name");
  CHECK(plan.property("aws_s3_bucket_versioning.of_known", "Bucket") ==
        "\"store-alone\" through module.alone.aws_s3_bucket.store.bucket");
}

TEST_CASE("a value that only contains what is named did not come through it") {
  CHECK(fixture("references").property("aws_cloudwatch_log_group.from_variable", "LogGroupName") == "\"worker-log\"");
}

TEST_CASE("a known value keeps the variable that it came through, with the place of its default") {
  const Plan& plan = fixture("references");
  CHECK(plan.property("aws_cloudwatch_log_group.from_variable", "RetentionInDays") == "30 through var.retention");
  CHECK(plan.property("aws_db_instance.from_variable", "MasterUserPassword") ==
        "\"correct horse\" through var.password (sensitive)");
  const Value& password = plan.resource("aws_db_instance.from_variable").properties.find("MasterUserPassword")->value;
  Range place = password.through->place.range;
  CHECK(plan.sources[0].text().substr(place.begin, place.end - place.begin) == "\"correct horse\"");
}

namespace {

// A plan in which aws_a.it has an argument `x` that is not known yet, with these references, beside other resources.
std::string x_of(const std::string& references, const std::string& others, const std::string& configuration = "") {
  std::string text = R"({"format_version": "1.2", "resource_changes": [
    {"address": "aws_a.it", "change": {"actions": ["create"], "after": {}, "after_unknown": {"x": true}}})" +
                     others + R"(], "configuration": {"root_module": {"resources": [
    {"address": "aws_a.it", "expressions": {"x": {"references": )" +
                     references + R"(}}})" + configuration + "]}}}";
  Plan plan = plan_of(text, project_tables().mappings);
  REQUIRE(plan.error == "");
  return plan.resource("aws_a.it").properties.find("x") == nullptr ? "absent" : plan.property("aws_a.it", "x");
}

std::string other(const std::string& address, const std::string& after = "{}", const std::string& unknown = R"({"id": true})") {
  return R"(, {"address": ")" + address + R"(", "change": {"actions": ["create"], "after": )" + after + R"(, "after_unknown": )" +
         unknown + "}}";
}

}  // namespace

TEST_CASE("only what is not known yet can make an expression unknown") {
  std::string others = other("aws_b.y") + other("aws_c.z", R"({"name": "n"})", "{}");
  CHECK(x_of(R"(["aws_b.y.id", "aws_b.y", "aws_c.z.name", "aws_c.z", "var.v"])", others) == "@aws_b.y.id");
  CHECK(x_of(R"(["aws_c.z.name", "aws_c.z"])", others) == "absent");
}

TEST_CASE("Terraform before 0.15 lists resources without attributes") {
  CHECK(x_of(R"(["aws_b.y"])", other("aws_b.y")) == "@aws_b.y");
}

TEST_CASE("a resource of which there are none decides nothing") {
  CHECK(x_of(R"(["aws_b.y[0].id", "aws_b.y[0]", "aws_b.y", "var.v"])", "",
             R"(, {"address": "aws_b.y", "count_expression": {"references": ["var.n"]}})") == "absent");
}

TEST_CASE("a reference into several instances, of which it is not known which, has no index") {
  CHECK(x_of(R"(["aws_b.y"])", other("aws_b.y[0]") + other("aws_b.y[1]")) == "@aws_b.y");
}

TEST_CASE("references in a circle end as unknown") {
  Plan plan = plan_of(R"({"format_version": "1.2", "resource_changes": [
      {"address": "module.m.aws_a.it", "module_address": "module.m", "change": {"after": {}, "after_unknown": {"x": true}}}],
    "configuration": {"root_module": {"module_calls": {"m": {"expressions": {"v": {"references": ["module.m.out", "module.m"]}}, "module": {
      "outputs": {"out": {"expression": {"references": ["var.v"]}}},
      "resources": [{"address": "aws_a.it", "expressions": {"x": {"references": ["var.v"]}}}]}}}}}})",
                      project_tables().mappings);
  CHECK(plan.property("module.m.aws_a.it", "x") == "<is known only after apply>");
}

TEST_CASE("a reference is to the current instance, not to what is left over of an earlier one") {
  std::string left_over =
      R"(, {"address": "aws_b.y", "deposed": "1", "change": {"actions": ["delete"], "before": {}, "after": null}})";
  std::string others = left_over + other("aws_b.y", R"({"name": "n"})", "{}") + left_over;
  CHECK(x_of(R"(["aws_b.y.name", "aws_b.y"])", others) == "absent");
}

TEST_CASE("a reference into a module of which it is not known which instance is meant has no index") {
  Plan plan = plan_of(R"({"format_version": "1.2", "resource_changes": [
      {"address": "aws_a.it", "change": {"after": {}, "after_unknown": {"x": true, "y": true}}},
      {"address": "module.m[0].aws_b.z", "change": {"after": {}, "after_unknown": {"id": true}}},
      {"address": "module.m[1].aws_b.z", "change": {"after": {}, "after_unknown": {"id": true}}}],
    "configuration": {"root_module": {
      "resources": [{"address": "aws_a.it", "expressions": {"x": {"references": ["module.m"]}, "y": {"references": ["module.m[1].out", "module.m[1]", "module.m"]}}}],
      "module_calls": {"m": {"count_expression": {"constant_value": 2}, "module": {"outputs": {"out": {"expression": {"references": ["aws_b.z.id", "aws_b.z"]}}},
        "resources": [{"address": "aws_b.z"}]}}}}}})",
                      project_tables().mappings);
  CHECK(plan.property("aws_a.it", "x") == "@module.m.aws_b.z");
  CHECK(plan.property("aws_a.it", "y") == "@module.m[1].aws_b.z.id");
}

TEST_CASE("a module of which there is no instance decides nothing") {
  Plan plan = plan_of(
      R"({"format_version": "1.2", "resource_changes": [{"address": "aws_a.it", "change": {"after": {}, "after_unknown": {"x": true}}}],
    "configuration": {"root_module": {
      "resources": [{"address": "aws_a.it", "expressions": {"x": {"references": ["module.m[0].out", "module.m[0]", "module.m", "var.other"]}}}],
      "module_calls": {"m": {"count_expression": {"constant_value": 0}, "module": {"outputs": {"out": {"expression": {"references": ["aws_b.z.id", "aws_b.z"]}}},
        "resources": [{"address": "aws_b.z"}]}}}}}})",
      project_tables().mappings);
  CHECK(plan.resource("aws_a.it").properties.find("x") == nullptr);
}
