#include <filesystem>
#include <fstream>
#include <sstream>

#include "catch.h"
#include "logic.h"

// The examples on paper that the language was designed with. They lie beside the project and are skipped where they do not.
namespace demarc::test {
namespace {

const std::string kFolder = DEMARC_SOURCE_DIR "/../shared/catalogue/policy-examples";

std::vector<std::string> documents_of(const std::string& path) {
  std::ifstream in(path);
  std::vector<std::string> documents(1);
  for (std::string line; std::getline(in, line);) {
    if (line == "---") {
      documents.emplace_back();
    } else {
      documents.back() += line + "\n";
    }
  }
  return documents;
}

bool says(const std::string& text, std::string_view line_begin) {
  return text.substr(0, line_begin.size()) == line_begin || text.find("\n" + std::string(line_begin)) != std::string::npos;
}

// The examples leave out what does not matter to them.
std::string completed(std::string policy) {
  if (!says(policy, "title:")) policy += "title: T\n";
  if (!says(policy, "severity:")) policy += "severity: low\n";
  return policy;
}

// Settings, tables and rows of defaults that the examples take as given.
std::vector<TextFile> surroundings() {
  return {
      {"settings.yaml", R"(
days: {default: 365}
types: {default: [api, audit]}
guardduty-features: {default: [S3_DATA_EVENTS]}
required-endpoints: {default: ["*.s3"]}
)",
       true},
      {"tables/stateful-types.yaml", "source: s\ndate: 2026-11-01\nkey: type\nrows: [{type: AWS::S3::Bucket}]\n", true},
      {"tables/secret-properties.yaml",
       "source: s\ndate: 2026-11-01\nkey: [type, property]\nrows: [{type: AWS::RDS::DBInstance, property: MasterUserPassword}]\n",
       true},
      {"tables/lambda-runtimes.yaml",
       "source: s\ndate: 2026-11-01\nkey: runtime\nrows: [{runtime: nodejs18.x, end-of-support: 2025-09-01}]\n", true},
      {"tables/engine-log-types.yaml", "source: s\ndate: 2026-11-01\nkey: engine\nrows: [{engine: mysql, types: [error]}]\n",
       true},
      {"tables/defaults/all.yaml", R"(
source: s
date: 2026-11-01
rows:
- {type: AWS::EC2::Volume, property: Encrypted, default: false}
- {type: AWS::EC2::Instance, property: MetadataOptions.HttpTokens, unknown: depends on the image}
- {type: AWS::KMS::Key, property: EnableKeyRotation, default: false}
- {type: AWS::RDS::DBInstance, property: StorageEncrypted, default: false}
- {type: AWS::DynamoDB::Table, property: BillingMode, default: PROVISIONED}
- {type: AWS::ElasticLoadBalancingV2::LoadBalancer, property: LoadBalancerAttributes(access_logs.s3.enabled), default: false}
- {type: template.parameter, property: NoEcho, default: false}
- {type: AWS::S3::Bucket, attribute: DeletionPolicy, default: Delete}
- {type: AWS::S3::Bucket, attribute: UpdateReplacePolicy, default: Delete}
)",
       true},
  };
}

}  // namespace

TEST_CASE("the examples of the design are understood, or say that their form is not there yet") {
  if (!std::filesystem::exists(kFolder)) {
    WARN("skipped: no ../shared/catalogue/policy-examples");
    return;
  }
  std::size_t understood = 0, later = 0;
  for (const char* file : {"examples.yaml", "harder.yaml"}) {
    for (const std::string& document : documents_of(kFolder + "/" + file)) {
      std::vector<TextFile> files = surroundings();
      files.push_back({"example.yaml", completed(document)});
      ReadCatalog result = read(files);
      bool not_yet = result.errors.find(" is not there yet\n") != std::string::npos;
      INFO(document);
      std::string others;
      std::istringstream lines(result.errors);
      for (std::string line; std::getline(lines, line);) {
        if (line.find("is not there yet") == std::string::npos) others += line + "\n";
      }
      CHECK(others == "");
      understood += result.catalog.policies.size();
      later += not_yet;
    }
  }
  CHECK(understood + later == 48);
  CHECK(later == 6);
}

}  // namespace demarc::test
