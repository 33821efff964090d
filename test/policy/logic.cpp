#include "logic.h"

namespace demarc::test {

std::vector<TextFile> some_tables() {
  return {
      {"settings.yaml", R"(
allowed-regions: {default: [eu-west-1, eu-north-1], type: list, text: Regions}
trusted-accounts: {default: [], type: list, text: Accounts}
)",
       true},
      {"tables/stateful-types.yaml", R"(
source: https://docs.example
date: 2026-11-01
key: type
rows:
- {type: AWS::S3::Bucket}
- {type: AWS::RDS::DBInstance}
)",
       true},
      {"tables/lambda-runtimes.yaml", R"(
source: https://docs.example
date: 2026-11-01
key: runtime
rows:
- {runtime: nodejs18.x, end-of-support: 2025-09-01}
- {runtime: python3.13}
)",
       true},
      {"tables/engine-log-types.yaml", R"(
source: https://docs.example
date: 2026-11-01
key: [engine, version]
match: version-prefix
rows:
- {engine: mysql, version: "8.0", types: [error, audit]}
)",
       true},
      {"tables/secret-properties.yaml", R"(
source: https://docs.example
date: 2026-11-01
key: [type, property]
rows:
- {type: AWS::RDS::DBInstance, property: MasterUserPassword}
- {type: AWS::RDS::DBInstance, property: TdeCredentialPassword}
- {type: AWS::RDS::DBCluster, property: MasterUserPassword}
)",
       true},
      {"tables/defaults/rds.yaml", R"(
source: https://docs.example
date: 2026-11-01
rows:
- {type: AWS::RDS::DBInstance, property: StorageEncrypted, default: false}
- {type: AWS::RDS::DBInstance, property: Port, when: {property: Engine, is: mysql}, default: 3306}
- {type: AWS::RDS::DBInstance, property: Options, default: []}
- {type: AWS::RDS::DBInstance, property: Attributes, default: [{Key: a, Value: b}]}
- {type: AWS::RDS::DBInstance, property: Attributes(log.enabled), default: false}
- {type: AWS::RDS::DBInstance, property: Groups, default: [{Name: default}]}
- {type: AWS::RDS::DBInstance, property: License, dialect: terraform, default: x}
- {type: "AWS::RDS::*", attribute: DeletionPolicy, default: Delete}
)",
       true},
  };
}

std::string errors_of(const std::string& policy) {
  std::vector<TextFile> files = some_tables();
  files.push_back({"p.yaml", policy});
  return read(files).errors;
}

std::string logic_of(const std::string& logic) {
  std::vector<TextFile> files = some_tables();
  files.push_back({"p.yaml", kHead + logic});
  ReadCatalog result = read(files);
  if (!result.errors.empty()) return result.errors;
  return describe(result.catalog.policies.at(0));
}

std::string test_of(const std::string& test) {
  std::vector<TextFile> files = some_tables();
  files.push_back(
      {"p.yaml",
       std::string(kHead) + "for: AWS::EC2::Instance\nrequire: " + test + "\nabsent: pass\nsettings:\n" +
           "  days: {default: 90, type: integer}\n  names: {default: [a, b], type: list}\n  notice: {default: 30 days}\n"});
  ReadCatalog result = read(files);
  if (!result.errors.empty()) return result.errors;
  return describe(*result.catalog.policies.at(0).test);
}

}  // namespace demarc::test
