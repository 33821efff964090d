#include <string>

#include "catch.h"
#include "plan.h"

using namespace demarc;
using namespace demarc::test;

// test/terraform/plans/values.tf

TEST_CASE("what was not written is absent, blocks that the provider fills included") {
  const Plan& plan = fixture("values");
  CHECK(plan.describe("aws_s3_bucket.bare") ==
        "aws_s3_bucket.bare AWS::S3::Bucket\n"
        "  BucketName <bucket>: \"bare\"\n"
        "  force_destroy: false\n"
        "  Tags <tags>: [{Key: \"Team\", Value: \"storage\"}]\n"
        "  @change: [\"create\"]\n"
        "  @region: \"eu-west-1\"\n");
  CHECK(plan.describe("aws_instance.bare") ==
        "aws_instance.bare AWS::EC2::Instance\n"
        "  ImageId <ami>: \"ami-1\"\n"
        "  get_password_data: false\n"
        "  InstanceType <instance_type>: \"t3.micro\"\n"
        "  SourceDestCheck <source_dest_check>: true\n"
        "  Tags <tags>: [{Key: \"Name\", Value: \"bare\"}, {Key: \"Team\", Value: \"storage\"}]\n"
        "  user_data_replace_on_change: false\n"
        "  @change: [\"create\"]\n"
        "  @region: \"eu-west-1\"\n");
}

TEST_CASE("what a dynamic block holds stays unknown, what a written one leaves out is absent") {
  const Entry* disks = fixture("values").resource("aws_instance.dynamic").properties.find("BlockDeviceMappings");
  REQUIRE(disks != nullptr);
  REQUIRE(disks->value.items().size() == 2);
  const Value& dynamic = disks->value.items()[0].find("Ebs")->value;
  CHECK(dynamic.find("Encrypted")->value.is(Value::Kind::unknown));
  CHECK(dynamic.find("Encrypted")->written == "ebs_block_device[0].encrypted");
  CHECK(dynamic.find("KmsKeyId")->value.is(Value::Kind::unknown));
  const Value& written = disks->value.items()[1].find("Ebs")->value;
  CHECK(written.find("Encrypted")->value.boolean());
  CHECK(written.find("KmsKeyId")->value.reference().target == "aws_kms_key.only");
  CHECK(written.find("VolumeSize") == nullptr);
}

TEST_CASE("the rules of a security group are one for each source") {
  const Plan& plan = fixture("values");
  CHECK(plan.property("aws_security_group.rules", "SecurityGroupIngress") ==
        "[{CidrIp: \"10.0.0.0/8\", Description: \"shells\", FromPort: 22, IpProtocol: \"tcp\", ToPort: 22}, "
        "{CidrIp: \"192.168.0.0/16\", Description: \"shells\", FromPort: 22, IpProtocol: \"tcp\", ToPort: 22}, "
        "{Description: \"shells\", FromPort: 22, IpProtocol: \"tcp\", SourceSecurityGroupId: @aws_security_group.rules.id, "
        "ToPort: 22}, "
        "{Description: \"\", FromPort: 443, IpProtocol: \"tcp\", SourceSecurityGroupId: @aws_security_group.source.id, ToPort: "
        "443}]");
  CHECK(plan.property("aws_security_group.rules", "SecurityGroupEgress") ==
        "[{Description: \"\", FromPort: 0, CidrIpv6: \"::/0\", IpProtocol: \"-1\", ToPort: 0}]");
  CHECK(plan.describe("aws_security_group_rule.inward") ==
        "aws_security_group_rule.inward AWS::EC2::SecurityGroupIngress\n"
        "  CidrIp <cidr_blocks>: \"0.0.0.0/0\"\n"
        "  FromPort <from_port>: 80\n"
        "  IpProtocol <protocol>: \"tcp\"\n"
        "  ToPort <to_port>: 80\n"
        "  GroupId <security_group_id>: @aws_security_group.source.id\n"
        "  @change: [\"create\"]\n"
        "  @region: \"eu-west-1\"\n"
        "aws_security_group_rule.inward AWS::EC2::SecurityGroupIngress\n"
        "  FromPort <from_port>: 80\n"
        "  CidrIpv6 <ipv6_cidr_blocks>: \"::/0\"\n"
        "  IpProtocol <protocol>: \"tcp\"\n"
        "  ToPort <to_port>: 80\n"
        "  GroupId <security_group_id>: @aws_security_group.source.id\n"
        "  @change: [\"create\"]\n"
        "  @region: \"eu-west-1\"\n");
  CHECK(plan.property("aws_security_group_rule.outward", "DestinationSecurityGroupId") == "@aws_security_group.source.id");
}

TEST_CASE("containers stand in a string, at their own places") {
  const Plan& plan = fixture("values");
  CHECK(plan.property("aws_ecs_task_definition.task", "ContainerDefinitions") ==
        "[{DockerLabels: {com.example.team: \"storage\"}, Environment: [{Name: \"TOKEN\", Value: \"t0ken\"}], Name: \"web\", "
        "Privileged: true}]");
  const Value& container =
      plan.resource("aws_ecs_task_definition.task").properties.find("ContainerDefinitions")->value.items()[0];
  Range place = container.find("Privileged")->value.place.range;
  CHECK(plan.sources[0].text().substr(place.begin, place.end - place.begin) == "true");
}

TEST_CASE("what a plan calls sensitive is sensitive") {
  CHECK(fixture("values").property("aws_ssm_parameter.secret", "Value") == "\"s3cret\" (sensitive)");
  CHECK(fixture("values").property("aws_ssm_parameter.secret", "Name") == "\"secret\"");
}

TEST_CASE("providers and data sources are resources") {
  const Plan& plan = fixture("values");
  CHECK(plan.describe("provider.aws") ==
        "provider.aws provider.aws\n  default_tags: [{tags: {Team: \"storage\"}}]\n  region: \"eu-west-1\"\n");
  CHECK(plan.describe("data.aws_ami.image") == "data.aws_ami.image data.aws_ami\n  most_recent: true\n  owners: [\"self\"]\n");
}

TEST_CASE("resources of other providers are kept and noted") {
  CHECK(fixture("values").resource("terraform_data.later").type == "terraform_data");
  CHECK(fixture("values").notes() == "other-provider: 1 resource of other providers than AWS (terraform)\n");
}

TEST_CASE("a resource and its values have the places of the plan") {
  const Plan& plan = fixture("values");
  const Resource& bucket = plan.resource("aws_s3_bucket.bare");
  auto text = [&](Range range) { return plan.sources[0].text().substr(range.begin, range.end - range.begin); };
  CHECK(text(bucket.name.range) == "\"aws_s3_bucket.bare\"");
  CHECK(text(bucket.body.range).starts_with("{\"address\":\"aws_s3_bucket.bare\""));
  const Entry* name = bucket.properties.find("BucketName");
  CHECK(text(name->key_place.range) == "\"bucket\"");
  CHECK(text(name->value.place.range) == "\"bare\"");
}

// test/terraform/plans/change: from before/ to after/

TEST_CASE("what will be destroyed is read as it is before") {
  const Plan& plan = fixture("change");
  CHECK(plan.property("aws_s3_bucket.goes", "BucketName") == "\"goes\"");
  auto change_of = [&](std::string_view address) {
    return plan.resource(address).attributes.find("change")->value.items().front().scalar();
  };
  CHECK(change_of("aws_s3_bucket.goes") == "delete");
  CHECK(change_of("aws_s3_bucket.stays") == "no-op");
  CHECK(change_of("aws_db_instance.grows") == "update");
  CHECK(plan.resource("aws_ebs_volume.replaced").attributes.find("change")->value.items().size() == 2);
}

TEST_CASE("what changes is read as it is after") {
  const Plan& plan = fixture("change");
  CHECK(plan.property("aws_db_instance.grows", "AllocatedStorage") == "20");
  CHECK(plan.property("aws_ebs_volume.replaced", "Encrypted") == "true");
  CHECK(plan.property("aws_s3_bucket.stays", "arn") == "\"arn:aws:s3:::stays\"");
}

// test/terraform/plans/documents.tf

TEST_CASE("a policy document that is unknown because of one ARN is rebuilt from its data source") {
  CHECK(fixture("documents").property("aws_s3_bucket_policy.rebuilt", "PolicyDocument") ==
        "{Statement: [{Action: [\"s3:GetObject\"], "
        "Condition: {Bool: {aws:SecureTransport: [\"true\"]}, StringEquals: {aws:PrincipalOrgID: [\"o-1\", \"o-2\"]}}, "
        "Principal: {AWS: [\"*\"]}, Resource: [\"${@aws_s3_bucket.store.arn}${<is known only after apply>}\"], Sid: \"Read\", "
        "Effect: \"Allow\"}, "
        "{Action: [\"s3:*\"], Effect: \"Deny\", Principal: {AWS: [\"111122223333\"], Service: [\"config.amazonaws.com\", "
        "\"logs.amazonaws.com\"]}, "
        "Resource: [\"${@aws_s3_bucket.store.arn}${<is known only after apply>}\"]}], Version: \"2012-10-17\"}");
}

TEST_CASE("a policy document that rests on others is unknown, with its data source") {
  CHECK(fixture("documents").property("aws_s3_bucket_policy.more", "PolicyDocument") ==
        "<comes from data source data.aws_iam_policy_document.more>");
}

TEST_CASE("a policy document that an expression makes is unknown, and no reference") {
  CHECK(fixture("documents").property("aws_s3_bucket_policy.encoded", "PolicyDocument") ==
        "<is known only after apply> through aws_s3_bucket.store.arn");
}

TEST_CASE("a policy document that is known keeps its text") {
  CHECK(fixture("documents").property("aws_iam_policy.known", "PolicyDocument") ==
        "\"{\\\"Statement\\\":[{\\\"Action\\\":\\\"sqs:*\\\",\\\"Effect\\\":\\\"Allow\\\",\\\"Resource\\\":\\\"*\\\"}],"
        "\\\"Version\\\":\\\"2012-10-17\\\"}\" "
        "through data.aws_iam_policy_document.known.json");
}
