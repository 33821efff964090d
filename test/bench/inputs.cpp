#include "inputs.h"

#include <fmt/format.h>

#include <fstream>
#include <nlohmann/json.hpp>

namespace demarc::bench {
namespace {

using Json = nlohmann::ordered_json;

// One name in the fixture is fixed; each copy has its own.
void number(std::string& text, std::size_t copy) {
  constexpr std::string_view kName = "shop-pictures-demarc";
  std::string name = fmt::format("shop-pictures-{}", copy);
  for (std::size_t at = text.find(kName); at != std::string::npos; at = text.find(kName, at + 1)) text.replace(at, kName.size(), name);
}

std::string copy_of(Json resource, std::size_t copy) {
  resource["address"] = fmt::format("{}[{}]", resource["address"].get<std::string>(), copy);
  resource["index"] = copy;
  std::string text = resource.dump();
  number(text, copy);
  return text;
}

// Terraform's words for `aws_s3_bucket.pictures[count.index].id`: with count, a reference needs an index.
void index_references(Json& node) {
  if (node.is_object() && node.contains("references")) {
    Json& references = node["references"];
    std::string first = references[0];
    if (first.starts_with("aws_")) references = {first.substr(0, first.find('.', first.find('.') + 1)), "count.index"};
  }
  if (!node.is_structured()) return;
  for (Json& child : node) index_references(child);
}

std::string copies(const Json& resources, std::size_t count) {
  std::string text = "[";
  for (std::size_t copy = 0; copy < count; ++copy) {
    for (const Json& resource : resources) text += (text.size() > 1 ? "," : "") + copy_of(resource, copy);
  }
  return text + "]";
}

constexpr std::string_view kYamlResources = R"(
  Bucket{0}:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: !Sub "data-${{AWS::Region}}-{0}"
      VersioningConfiguration: {{Status: Enabled}}
  Policy{0}:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Bucket{0}
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
        - Effect: Deny
          Principal: "*"
          Action: "s3:*"
          Resource: [!GetAtt Bucket{0}.Arn, !Sub "${{Bucket{0}.Arn}}/*"]
          Condition: {{Bool: {{"aws:SecureTransport": false}}}}
  Queue{0}:
    Type: AWS::SQS::Queue
    Properties:
      VisibilityTimeout: 300
  Group{0}:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Web
      SecurityGroupIngress:
      - {{IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/8}}
  Table{0}:
    Type: AWS::DynamoDB::Table
    Properties:
      AttributeDefinitions: [{{AttributeName: id, AttributeType: S}}]
      KeySchema: [{{AttributeName: id, KeyType: HASH}}]
      PointInTimeRecoverySpecification: {{PointInTimeRecoveryEnabled: true}})";

constexpr std::string_view kJsonResources =
    R"("Bucket{0}": {{"Type": "AWS::S3::Bucket", "Properties": {{"BucketName": {{"Fn::Sub": "data-${{AWS::Region}}-{0}"}}, "VersioningConfiguration": {{"Status": "Enabled"}}}}}},
    "Queue{0}": {{"Type": "AWS::SQS::Queue", "Properties": {{"VisibilityTimeout": 300}}}},
    "Group{0}": {{"Type": "AWS::EC2::SecurityGroup", "Properties": {{"GroupDescription": "Web",
      "SecurityGroupIngress": [{{"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIp": "10.0.0.0/8"}}]}}}})";

}  // namespace

std::string plan_of_size(std::size_t size) {
  std::ifstream file(DEMARC_SOURCE_DIR "/fixtures/three-tier/three-tier.plan.json");
  Json plan = Json::parse(file);
  Json changes = plan["resource_changes"];
  Json values = plan["planned_values"]["root_module"]["resources"];
  std::size_t count = size / (changes.dump().size() + values.dump().size()) + 1;
  for (Json& resource : plan["configuration"]["root_module"]["resources"]) resource["count_expression"] = {{"constant_value", count}};
  index_references(plan["configuration"]);
  std::string text = fmt::format(R"({{"format_version":"1.2","terraform_version":"1.11.4","planned_values":{{"root_module":{{"resources":{}}}}},)", copies(values, count));
  text += fmt::format(R"("resource_changes":{},"configuration":{}}})", copies(changes, count), plan["configuration"].dump());
  return text;
}

std::string yaml_of_size(std::size_t size) {
  std::string text = "AWSTemplateFormatVersion: \"2010-09-09\"\nResources:";
  for (std::size_t copy = 0; text.size() < size; ++copy) text += fmt::format(kYamlResources, copy);
  return text + "\n";
}

std::string json_of_size(std::size_t size) {
  std::string text = "{\"AWSTemplateFormatVersion\": \"2010-09-09\", \"Resources\": {\n    ";
  for (std::size_t copy = 0; text.size() < size; ++copy) text += (copy > 0 ? ",\n    " : "") + fmt::format(kJsonResources, copy);
  return text + "\n}}\n";
}

std::string small_template() {
  std::string text = "AWSTemplateFormatVersion: \"2010-09-09\"\nResources:";
  for (std::size_t copy = 0; copy < 2; ++copy) text += fmt::format(kYamlResources, copy);
  return text + "\n";
}

}  // namespace demarc::bench
