#include "catch.h"
#include "judged.h"

using namespace demarc;
using namespace demarc::test;

namespace {

const std::string kEncrypted = "for: AWS::EC2::Volume\nrequire: {property: Encrypted, is: true}\nabsent: fail\n";

}  // namespace

TEST_CASE("a macro over the whole template may add what is absent, and changes nothing that is written") {
  CHECK(findings(kEncrypted, R"(Transform: Mine
Resources:
  A: {Type: AWS::EC2::Volume}
  B: {Type: AWS::EC2::Volume, Properties: {Size: 1}}
  C: {Type: AWS::EC2::Volume, Properties: {Encrypted: false}}
  D: {Type: AWS::EC2::Volume, Properties: {Encrypted: true}}
)") == R"(unknown 3:3 <Encrypted> A: cannot tell: Encrypted may be changed by macro Mine
unknown 4:3 <Encrypted> B: cannot tell: Encrypted may be changed by macro Mine
fail 5:55 <Encrypted> C has Encrypted false
)");
}

TEST_CASE("macros of the language change nothing that is not written") {
  CHECK(findings(kEncrypted, R"(Transform: [AWS::LanguageExtensions, AWS::CodeDeployBlueGreen]
Hooks: {H: {Type: "AWS::CodeDeploy::BlueGreen", Properties: {}}}
Resources:
  A: {Type: AWS::EC2::Volume, Properties: {Size: 1}}
)") == "fail 4:3 <Encrypted> A: Encrypted is not set\n");
}

TEST_CASE("a macro in a map, and a loop over what is not known, may add to that map alone") {
  CHECK(findings(kEncrypted, R"(Transform: AWS::LanguageExtensions
Parameters: {Names: {Type: CommaDelimitedList}}
Resources:
  A: {Type: AWS::EC2::Volume, Properties: {Size: 1, Fn::Transform: {Name: Mine}}}
  B: {Type: AWS::EC2::Volume, Properties: {Size: 1, Fn::ForEach::More: [N, !Ref Names, {"${N}": true}]}}
  C: {Type: AWS::EC2::Volume, Properties: {Size: 1}}
)") == R"(unknown 4:3 <Encrypted> A: cannot tell: Encrypted may be changed by macro Mine
unknown 5:3 <Encrypted> B: cannot tell: Encrypted may be changed by macro Fn::ForEach::More
fail 6:3 <Encrypted> C: Encrypted is not set
)");
}

TEST_CASE("leaves are those that are written, whatever a macro may add") {
  CHECK(findings("for: AWS::EC2::Volume\nforbid: {some: '**', where: {property: ., is: bad}}\nabsent: pass\n",
                 "Transform: Mine\nResources: {A: {Type: AWS::EC2::Volume, Properties: {V: good}}}\n") == "");
}

TEST_CASE("a dynamic reference is no secret in clear text, whichever service it asks") {
  const std::string kSecret = "for: [AWS::RDS::DBInstance, AWS::DMS::Endpoint, AWS::IAM::User]\nforbid: {property: {AWS::RDS::DBInstance: MasterUserPassword, "
                              "AWS::DMS::Endpoint: Password, AWS::IAM::User: LoginProfile.Password}, kind: literal-secret}\nmessage: holds it\n";
  CHECK(findings(kSecret, R"(Parameters: {Env: {Type: String}}
Resources:
  A: {Type: AWS::RDS::DBInstance, Properties: {MasterUserPassword: "{{resolve:ssm-secure:p:1}}"}}
  B: {Type: AWS::RDS::DBInstance, Properties: {MasterUserPassword: !Join ["", ["{{resolve:ssm-secure:", !Ref Env, ":1}}"]]}}
  C: {Type: AWS::IAM::User, Properties: {LoginProfile: {Password: !Sub "{{resolve:ssm-secure:${Env}}}"}}}
  D: {Type: AWS::DMS::Endpoint, Properties: {Password: "{{resolve:secretsmanager:p}}"}}
  E: {Type: AWS::DMS::Endpoint, Properties: {Password: !Sub "{{resolve:ssm:${Env}}}"}}
  F: {Type: AWS::DMS::Endpoint, Properties: {Password: !Sub "{{resolve:ssm-secure:${Env}}}"}}
)") == "");
}
