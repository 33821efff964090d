#include <string>

#include "catch.h"
#include "plan.h"

using namespace demarc;
using namespace demarc::test;

namespace {

Plan read(const std::string& text) { return plan_of(text, project_tables().mappings); }

Error mistake(const std::string& text) { return mistaken_plan(text); }

}  // namespace

TEST_CASE("a plan is known by its resource_changes or planned_values") {
  auto looks = [](const std::string& text) {
    Sources sources;
    Result<Document> document = read_json(sources.add("p", text), {}, skip_of_plan);
    return looks_like_plan(document->root);
  };
  CHECK(looks(R"({"format_version": "1.2", "resource_changes": []})"));
  CHECK(looks(R"({"format_version": "1.2", "planned_values": {"root_module": {"resources": []}}})"));
  CHECK(looks(R"({"resource_changes": []})"));
  CHECK_FALSE(looks(R"({"format_version": "1.0", "values": {}})"));
  CHECK_FALSE(looks(R"({"Resources": {}})"));
  CHECK_FALSE(looks("[]"));
}

TEST_CASE("sections that nothing asks for are dropped while reading") {
  CHECK(skip_of_plan({"prior_state"}));
  CHECK(skip_of_plan({"planned_values", "root_module", "resources"}));
  CHECK(skip_of_plan({"resource_changes", "change", "after_identity"}));
  CHECK_FALSE(skip_of_plan({"planned_values"}));
  CHECK_FALSE(skip_of_plan({"resource_changes", "change", "before"}));
  CHECK_FALSE(skip_of_plan({"configuration"}));
  CHECK_FALSE(skip_of_plan({"variables"}));
}

TEST_CASE("a plan of a later major version is refused where it says so") {
  CHECK(read(R"({"format_version": "2.0", "resource_changes": []})").error ==
        "1:20: the plan has format version 2.0; demarc reads 0.1 to 1.x (Use a newer demarc, or an older Terraform)");
  CHECK(read(R"({"format_version": "x", "resource_changes": []})").error ==
        "1:20: the plan's format_version \"x\" is no version");
  CHECK(read(R"({"format_version": "0.1", "resource_changes": []})").error == "");
  CHECK(read(R"({"format_version": "1.9", "resource_changes": []})").error == "");
}

TEST_CASE("a plan without format_version is read, with a note") {
  Plan plan = read(
      R"({"resource_changes": [{"type": "aws_s3_bucket", "name": "logs", "change": {"actions": ["create"], "after": {"bucket": "logs"}}}]})");
  CHECK(plan.describe("aws_s3_bucket.logs") ==
        "aws_s3_bucket.logs AWS::S3::Bucket\n  BucketName <bucket>: \"logs\"\n  @change: [\"create\"]\n");
  CHECK(plan.notes() ==
        "format-version: the plan has no format_version: it was not written by terraform show -json, and may lack what a plan "
        "has\n");
}

TEST_CASE("a resource without values is unknown as a whole") {
  Plan plan = read(
      R"({"format_version": "1.0", "resource_changes": [{"address": "aws_s3_bucket.logs", "change": {"actions": ["create"]}}]})");
  CHECK(plan.describe("aws_s3_bucket.logs") ==
        "aws_s3_bucket.logs AWS::S3::Bucket\n  <is known only after apply>\n  @change: [\"create\"]\n");
}

TEST_CASE("a plan that only has planned_values is read, and what is written but not planned is unknown") {
  Plan plan = read(R"({"format_version": "0.2", "planned_values": {"root_module": {
      "resources": [{"address": "aws_s3_bucket.a", "type": "aws_s3_bucket", "values": {"bucket": "a"}}],
      "child_modules": [{"resources": [{"address": "module.m.aws_ebs_volume.v", "type": "aws_ebs_volume", "values": {"size": 1}}]}]}},
    "configuration": {"root_module": {"resources": [{"address": "aws_s3_bucket.a", "expressions": {"bucket": {"constant_value": "a"}}}],
      "module_calls": {"m": {"module": {"resources": [{"address": "aws_ebs_volume.v", "expressions": {"kms_key_id": {"references": ["local.key"]}}}]}}}}}})");
  CHECK(plan.describe("aws_s3_bucket.a") == "aws_s3_bucket.a AWS::S3::Bucket\n  BucketName <bucket>: \"a\"\n");
  CHECK(plan.describe("module.m.aws_ebs_volume.v") ==
        "module.m.aws_ebs_volume.v AWS::EC2::Volume\n  Size <size>: 1\n  KmsKeyId <kms_key_id>: <is known only after apply>\n");
  CHECK(plan.notes() ==
        "no-changes: the plan has no resource_changes: what is not known yet is told by the configuration alone\n");
}

TEST_CASE("a plan that is not complete says so") {
  CHECK(read(R"({"format_version": "1.2", "resource_changes": [], "errored": true, "complete": false})").notes() ==
        "errored-plan: Terraform met errors while it made this plan, so it is not complete\n"
        "partial-plan: Terraform deferred some changes, so this plan is not complete\n");
}

TEST_CASE("a type without a table keeps its names, with one note for all of it") {
  Plan plan = read(R"({"format_version": "1.2", "resource_changes": [
      {"address": "aws_brand_new.a", "change": {"after": {"some_name": [{"in_side": 1}], "tags": {"A": "b"}}, "after_unknown": {}}},
      {"address": "aws_brand_new.b", "change": {"after": {}, "after_unknown": {}}}]})");
  CHECK(plan.describe("aws_brand_new.a") == "aws_brand_new.a aws_brand_new\n  some_name: [{in_side: 1}]\n  tags: {A: \"b\"}\n");
  CHECK(plan.notes() ==
        "unmapped-type: 2 resources of type aws_brand_new, which has no mapping table: its Terraform names are kept\n");
}

TEST_CASE("a type of the provider awscc follows the rule, in CloudFormation's spelling") {
  Plan plan = read(R"({"format_version": "1.2", "resource_changes": [{"address": "awscc_eks_cluster.a", "change": {"after":
      {"id": "x", "resources_vpc_config": {"subnet_ids": ["s"]}, "tags": [{"key": "A", "value": "b"}], "labels": {"My-Key": "v"}}, "after_unknown": {}}}]})");
  CHECK(plan.describe("awscc_eks_cluster.a") ==
        "awscc_eks_cluster.a AWS::EKS::Cluster\n"
        "  id: \"x\"\n"
        "  ResourcesVpcConfig <resources_vpc_config>: {SubnetIds: [\"s\"]}\n"
        "  Tags <tags>: [{Key: \"A\", Value: \"b\"}]\n"
        "  Labels <labels>: {My-Key: \"v\"}\n");
}

TEST_CASE("what is left over of an earlier replacement has an address of its own") {
  Plan plan = read(R"({"format_version": "1.2", "resource_changes": [
      {"address": "aws_s3_bucket.a", "change": {"actions": ["no-op"], "before": {"bucket": "a"}, "after": {"bucket": "a"}, "after_unknown": {}}},
      {"address": "aws_s3_bucket.a", "deposed": "1234abcd", "change": {"actions": ["delete"], "before": {"bucket": "old"}, "after": null}}]})");
  CHECK(plan.property("aws_s3_bucket.a", "BucketName") == "\"a\"");
  CHECK(plan.property("aws_s3_bucket.a (deposed 1234abcd)", "BucketName") == "\"old\"");
}

TEST_CASE("blocks of a set are traced to their source by their constants") {
  Plan plan = read(R"({"format_version": "1.2", "resource_changes": [{"address": "aws_a.it", "change": {
      "after": {"rule": [{"port": 80}, {"port": 22}]}, "after_unknown": {"rule": [{"key": true}, {"key": true}]}}},
      {"address": "aws_b.x", "change": {"after": {}, "after_unknown": {"id": true}}}],
    "configuration": {"root_module": {"resources": [{"address": "aws_a.it", "expressions": {"rule": [
      {"port": {"constant_value": 22}, "key": {"references": ["aws_b.x.id", "aws_b.x"]}}, {"port": {"constant_value": 80}}]}}]}}})");
  CHECK(plan.property("aws_a.it", "rule") == "[{port: 80}, {port: 22, key: @aws_b.x.id}]");
}

TEST_CASE("a set that is unknown as a whole has all the resources that it names") {
  Plan plan = read(R"({"format_version": "1.2", "resource_changes": [{"address": "aws_a.it", "change": {
      "after": {}, "after_unknown": {"security_group_ids": true, "key_id": true}}},
      {"address": "aws_b.x", "change": {"after": {}, "after_unknown": {"id": true}}}, {"address": "aws_b.y", "change": {"after": {}, "after_unknown": {"id": true}}}],
    "configuration": {"root_module": {"resources": [{"address": "aws_a.it", "expressions": {
      "security_group_ids": {"references": ["aws_b.x.id", "aws_b.x", "aws_b.y.id", "aws_b.y"]},
      "key_id": {"references": ["aws_b.x.id", "aws_b.x", "aws_b.y.id", "aws_b.y"]}}}]}}})");
  CHECK(plan.property("aws_a.it", "security_group_ids") == "[@aws_b.x.id, @aws_b.y.id]");
  CHECK(plan.property("aws_a.it", "key_id") == "<is known only after apply>");
  CHECK(plan.resource("aws_a.it").properties.find("key_id")->value.unknown().set);
}

TEST_CASE("broken plans are no crash") {
  for (
      const char* text :
      {R"({"resource_changes": [1, null, {}, {"address": 1}, {"address": "x", "change": {}}, {"address": "", "change": 1}]})",
       R"({"resource_changes": [{"address": "aws_a.b", "change": {"after": [], "after_unknown": "x"}}]})",
       R"({"resource_changes": [{"address": "aws_a.b", "change": {"after": {"x": {}}, "after_unknown": {"x": [true]}}}], "configuration": []})",
       R"({"resource_changes": [{"address": "module.x.module", "change": {"after": {}}}], "configuration": {"root_module": {"module_calls": {"x": 1}}}})",
       R"({"resource_changes": [], "configuration": {"root_module": {"resources": [{"address": "data."}, {"address": "data.x"}, 1]}, "provider_config": {"a": {"name": "a", "expressions": 1}}}})",
       R"({"planned_values": {"root_module": {"resources": 1, "child_modules": [1, {}]}}})"}) {
    CHECK(read(text).error == "");
  }
}

TEST_CASE("files that are no plans are told by what they are, and what mends it") {
  const std::string plan =
      R"({"format_version":"1.2","terraform_version":"1.5.0","resource_changes":[],"prior_state":{"format_version":"1.0"}})";
  CHECK(mistake("PK\x03\x04"
                "more")
            .message == "this is a binary plan, not its JSON");
  CHECK(mistake("PK\x03\x04"
                "more")
            .hint == "Write it with: terraform show -json PLANFILE > plan.json");
  CHECK(mistake("{\"@level\":\"info\",\"@message\":\"Terraform 1.9.0\"}\n{}\n").message ==
        "this is the stream of events that terraform plan -json prints, not the plan");
  CHECK(mistake("\x1b[0mTerraform used the selected providers to generate the following execution plan.\n").message ==
        "this is what terraform plan prints for people, not the plan");
  CHECK(mistake("{\"version\": 4, \"terraform_version\": \"1.5.0\", \"serial\": 3, \"lineage\": \"x\"}").message ==
        "this is a Terraform state, not a plan");
  CHECK(mistake("{\"format_version\":\"1.0\",\"terraform_version\":\"1.5.0\",\"values\":{}}").message ==
        "this is Terraform's state as JSON, not a plan");
  CHECK(mistake("::debug::stdout: " + plan).message == "there is other text around the plan's JSON");
  CHECK(mistake(plan + "\n::debug::exit code 0").message == "there is other text around the plan's JSON");
  auto behind = static_cast<std::uint32_t>(plan.size()) + 1;
  CHECK(mistake(plan + "\n::debug::exit code 0").range->begin == behind);
  CHECK(mistake(plan + "\n::debug::exit code 0").range->end == behind + 20);
  CHECK(mistake(plan + "\n" + plan).message == "there is more than one plan in this file");
  CHECK(mistake(plan).message == "");
  CHECK(mistake("Resources:\n  A: {Type: AWS::S3::Bucket}\n").message == "");
  CHECK(mistake("").message == "");
  CHECK(mistake("\xff\xfe"
                "data.x.y: Reading...")
            .message == "this is what terraform plan prints for people, not the plan");
}

TEST_CASE("a list of 100,000 members becomes a map, and as many arguments properties") {
  std::string parameters;
  std::string arguments;
  for (int i = 0; i < 100000; ++i) {
    parameters += (i == 0 ? "" : ",") + ("{\"name\": \"p" + std::to_string(i) + "\", \"value\": \"1\"}");
    arguments += ", \"a" + std::to_string(i) + "\": 1";
  }
  Plan plan = read(
      R"({"format_version": "1.2", "resource_changes": [{"address": "aws_db_parameter_group.a", "change": {"after": {"parameter": [)" +
      parameters + "]" + arguments + R"(}, "after_unknown": {}}}]})");
  const Value& properties = plan.resource("aws_db_parameter_group.a").properties;
  CHECK(properties.find("Parameters")->value.entries().size() == 100000);
  CHECK(properties.entries().size() == 100001);
}

TEST_CASE("of what only the configuration shows, constants are known, and references and variables named") {
  Plan plan = read(
      R"({"format_version": "1.2", "resource_changes": [{"address": "aws_b.x", "change": {"after": {}, "after_unknown": {"id": true}}}],
    "variables": {"region": {"value": "eu-west-1"}},
    "configuration": {"provider_config": {"west": {"name": "aws", "alias": "west", "expressions": {"region": {"references": ["var.region"]}}}},
      "root_module": {"variables": {"region": {}}, "resources": [{"address": "data.aws_a.it", "expressions": {
        "constant": {"constant_value": ["a"]}, "reference": {"references": ["aws_b.x.id", "aws_b.x"]}, "computed": {"references": ["local.x"]},
        "filter": [{"name": {"constant_value": "n"}}]}}]}}})");
  CHECK(plan.describe("provider.aws.west") ==
        "provider.aws.west provider.aws\n  region: <is computed by an expression from what is not known> through var.region\n");
  CHECK(plan.describe("data.aws_a.it") ==
        "data.aws_a.it data.aws_a\n"
        "  constant: [\"a\"]\n"
        "  reference: @aws_b.x.id\n"
        "  computed: <is computed by an expression from what is not known>\n"
        "  filter: [{name: \"n\"}]\n");
}
