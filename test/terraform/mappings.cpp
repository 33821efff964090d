#include <string>

#include "catch.h"
#include "plan.h"

using namespace demarc;
using namespace demarc::test;

TEST_CASE("every mapping table is read without an error") {
  std::string errors;
  for (const std::string& error : project_tables().errors) errors += error + "\n";
  CHECK(errors == "");
  CHECK(project_tables().files.size() > 100);
}

TEST_CASE("a type and a property path are said in CloudFormation's words") {
  const Mappings& mappings = project_tables().mappings;
  CHECK(mappings.type_name("aws_db_instance") == "AWS::RDS::DBInstance");
  CHECK(mappings.property_path("aws_db_instance", "storage_encrypted") == "StorageEncrypted");
  CHECK(mappings.property_path("aws_db_instance", "vpc_security_group_ids") == "VPCSecurityGroups");
  CHECK(mappings.property_path("aws_eks_cluster", "encryption_config.provider.key_arn") == "EncryptionConfig.Provider.KeyArn");
  CHECK(mappings.property_path("aws_lb_target_group", "health_check.path") == "HealthCheckPath");
  CHECK(mappings.property_path("aws_lb", "idle_timeout") == "LoadBalancerAttributes(idle_timeout.timeout_seconds)");
  CHECK(mappings.property_path("aws_launch_template", "name") == "LaunchTemplateName");
  CHECK(mappings.property_path("aws_launch_template", "metadata_options.http_tokens") ==
        "LaunchTemplateData.MetadataOptions.HttpTokens");
  CHECK(mappings.property_path("aws_s3_bucket_versioning", "versioning_configuration.status") ==
        "VersioningConfiguration.Status");
}

TEST_CASE("arguments and types that CloudFormation lacks keep their names") {
  const Mappings& mappings = project_tables().mappings;
  CHECK(mappings.property_path("aws_s3_bucket", "force_destroy") == "force_destroy");
  CHECK(mappings.property_path("aws_db_instance", "id") == "id");
  CHECK(mappings.type_name("aws_iam_account_password_policy") == std::nullopt);
  CHECK(mappings.property_path("aws_iam_account_password_policy", "minimum_password_length") == "minimum_password_length");
  CHECK(mappings.type_name("aws_s3_bucket_versioning") == std::nullopt);
}

TEST_CASE("a type without a table has no words in CloudFormation") {
  CHECK(project_tables().mappings.type_name("aws_not_there") == std::nullopt);
  CHECK(project_tables().mappings.property_path("aws_not_there", "name") == std::nullopt);
}
