#include "catch.h"
#include "template.h"

using namespace demarc;
using namespace demarc::test;

TEST_CASE("dynamic references are told apart by their service, after Fn::Sub and Fn::Join") {
  CHECK(show(R"(Parameters: {Env: {Type: String}}
Resources:
  A:
    Type: A::B::C
    Properties:
      P: "{{resolve:ssm:/a:1}}"
      Q: !Sub "{{resolve:secretsmanager:${Env}:SecretString:password}}"
      R: !Join ["", ["x-{{resolve:ssm:", !Ref Env, "}}"]]
      S: "{{resolve:other:x}}"
)") == R"(A.P: <is a dynamic reference to ssm>
A.Q: <is a dynamic reference to secretsmanager>
A.R: "x-${<is a dynamic reference to ssm>}"
A.S: "{{resolve:other:x}}"
)");
}

TEST_CASE("secure strings are resolved in the properties that CloudFormation names, and noted elsewhere") {
  CHECK(show(R"(Resources:
  A: {Type: AWS::RDS::DBInstance, Properties: {MasterUserPassword: "{{resolve:ssm-secure:a:1}}", MasterUsername: !Sub "{{resolve:ssm-secure:b:1}}"}}
  B: {Type: AWS::OpsWorks::Stack, Properties: {RdsDbInstances: [{DbPassword: "{{resolve:ssm-secure:c}}", DbUser: "{{resolve:ssm-secure:d}}"}]}}
)") == R"(A.MasterUserPassword: <is a dynamic reference to ssm-secure>
A.MasterUsername: <is a dynamic reference to ssm-secure, which CloudFormation does not resolve in this property>
B.RdsDbInstances: [{DbPassword: <is a dynamic reference to ssm-secure>, DbUser: <is a dynamic reference to ssm-secure, which CloudFormation does not resolve in this property>}]
note 2:114 dynamic-reference: CloudFormation does not resolve ssm-secure in MasterUsername of AWS::RDS::DBInstance: a deployment fails
note 3:114 dynamic-reference: CloudFormation does not resolve ssm-secure in RdsDbInstances.DbUser of AWS::OpsWorks::Stack: a deployment fails
)");
}
