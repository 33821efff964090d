#include <map>

#include "catch.h"
#include "logic.h"

namespace demarc::test {
namespace {

// The mapping tables of two types, as far as these tests go.
Vocabulary vocabulary() {
  Vocabulary words;
  words.type_name = [](std::string_view type) -> std::optional<std::string> {
    static const std::map<std::string_view, std::string> types = {{"aws_db_instance", "AWS::RDS::DBInstance"},
                                                                  {"aws_security_group", "AWS::EC2::SecurityGroup"},
                                                                  {"aws_kms_key", "AWS::KMS::Key"}};
    auto found = types.find(type);
    return found == types.end() ? std::nullopt : std::optional(found->second);
  };
  words.property_path = [](std::string_view type, std::string_view path) -> std::optional<std::string> {
    static const std::map<std::string_view, std::string> paths = {
        {"storage_encrypted", "StorageEncrypted"},
        {"kms_key_id", "KmsKeyId"},
        {"ingress", "SecurityGroupIngress"},
        {"ingress.cidr_blocks", "SecurityGroupIngress.CidrIp"},
        {"parameter", "Parameters"},
        {"parameter.name", "Parameters.Key"},
        {"parameter.value", "Parameters.Value"},
        {"timeouts", "Elsewhere"},
        {"timeouts.create", "Other.Create"},
    };
    if (type != "aws_db_instance" && type != "aws_security_group") return std::nullopt;
    auto found = paths.find(path);
    return found == paths.end() ? std::string(path) : found->second;
  };
  return words;
}

std::string logic_in_terraform(const std::string& logic) {
  std::vector<TextFile> files = some_tables();
  files.push_back({"p.yaml", kHead + logic});
  ReadCatalog result = read(files, {}, vocabulary());
  return result.errors.empty() ? describe(result.catalog.policies.at(0)) : result.errors;
}

}  // namespace

TEST_CASE("a policy in Terraform's words judges CloudFormation's types and properties") {
  CHECK(logic_in_terraform("for: aws_db_instance\nrequire: {property: storage_encrypted, is: true}\n") ==
        "AWS::RDS::DBInstance require (property AWS::RDS::DBInstance:StorageEncrypted is [true], absent unknown)");
  CHECK(logic_in_terraform("for: [aws_db_instance, AWS::RDS::DBCluster]\nwhen: {property: {aws_db_instance: kms_key_id, "
                           "AWS::RDS::DBCluster: KmsKeyId}, set: true}\n"
                           "require: {attribute: DeletionPolicy, is: Retain}\n") ==
        "AWS::RDS::DBInstance AWS::RDS::DBCluster when (property AWS::RDS::DBInstance:KmsKeyId | AWS::RDS::DBCluster:KmsKeyId "
        "set [true]) "
        "require (attribute DeletionPolicy is ['Retain'], absent unknown)");
}

TEST_CASE("paths inside items are translated from where the items stand") {
  CHECK(logic_in_terraform(
            "for: aws_security_group\neach: ingress\nforbid: {property: cidr_blocks, contains: [0.0.0.0/0]}\nabsent: pass\n") ==
        "AWS::EC2::SecurityGroup each AWS::EC2::SecurityGroup:SecurityGroupIngress, absent no "
        "forbid (property AWS::EC2::SecurityGroup:CidrIp contains ['0.0.0.0/0'], absent no)");
  CHECK(logic_in_terraform("for: aws_security_group\nforbid: {some: ingress, where: {all: [{property: cidr_blocks, set: true}, "
                           "{property: /kms_key_id, set: true}]}}\nabsent: pass\n") ==
        "AWS::EC2::SecurityGroup forbid (some AWS::EC2::SecurityGroup:SecurityGroupIngress, where (all(property "
        "AWS::EC2::SecurityGroup:CidrIp "
        "set [true]; property AWS::EC2::SecurityGroup:/KmsKeyId set [true])), absent no)");
}

TEST_CASE("selectors keep their place and their fields are translated") {
  CHECK(logic_in_terraform(
            "for: aws_db_instance\nrequire: {property: parameter(name=rds.force_ssl).value, is: 1}\nabsent: fail\n") ==
        "AWS::RDS::DBInstance require (property AWS::RDS::DBInstance:Parameters(Key=rds.force_ssl).Value is [1], absent no)");
}

TEST_CASE("arguments and types without a counterpart keep their names") {
  CHECK(logic_in_terraform("for: aws_db_instance\nrequire: {property: apply_immediately, set: true}\n") ==
        "AWS::RDS::DBInstance require (property AWS::RDS::DBInstance:apply_immediately set [true])");
  CHECK(logic_in_terraform("for: aws_security_group\neach: ingress\nrequire: {property: x.y, set: true}\nabsent: pass\n") ==
        "AWS::EC2::SecurityGroup each AWS::EC2::SecurityGroup:SecurityGroupIngress, absent yes require (property "
        "AWS::EC2::SecurityGroup:x.y set [true])");
  CHECK(logic_in_terraform(
            "for: aws_iam_account_password_policy\nrequire: {property: minimum_password_length, at-least: 14}\nabsent: fail\n") ==
        "aws_iam_account_password_policy require (property minimum_password_length at-least [14], absent no)");
}

TEST_CASE("what a relation leads to speaks its own words") {
  CHECK(logic_in_terraform("for: aws_db_instance\nrequire: {refers-to: aws_kms_key, via: kms_key_id, where: {property: "
                           "enable_key_rotation, is: true}}\n") ==
        "AWS::RDS::DBInstance require (refers-to [AWS::KMS::Key] via AWS::RDS::DBInstance:KmsKeyId, where (property "
        "AWS::KMS::Key:enable_key_rotation is [true], absent no), absent no (unsaid))");
}

TEST_CASE("an argument that CloudFormation keeps outside of the items cannot be said of them") {
  CHECK(logic_in_terraform("for: aws_db_instance\neach: timeouts\nrequire: {property: create, set: true}\nabsent: pass\n") ==
        "p.yaml:6:21: \"create\" cannot be said of aws_db_instance in items of Elsewhere; write the policy for "
        "AWS::RDS::DBInstance\n");
}

}  // namespace demarc::test
