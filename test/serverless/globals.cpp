#include "catch.h"
#include "expanded.h"

using namespace demarc::test;

namespace {

const std::string kGlobals =
    "Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]\n"
    "Globals:\n"
    "  Function:\n"
    "    Role: !Ref Given\n"
    "    Runtime: python3.12\n"
    "    Environment: {Variables: {LEVEL: info, STAGE: prod}}\n"
    "    Layers: [one]\n"
    "    VpcConfig: {SubnetIds: [a]}\n"
    "Resources:\n"
    "  Worker:\n"
    "    Type: AWS::Serverless::Function\n";

}  // namespace

TEST_CASE("maps of Globals merge, lists follow each other, other values of the function win") {
  CHECK(expanded(kGlobals + "    Properties:\n"
                            "      Runtime: nodejs22.x\n"
                            "      Environment: {Variables: {LEVEL: debug, NAME: w}}\n"
                            "      Layers: [two]\n"
                            "      VpcConfig: !Ref AWS::NoValue\n") ==
        "Worker @10:3 AWS::Lambda::Function\n"
        "  Runtime: nodejs22.x\n"
        "  Environment: {Variables: {LEVEL: debug, NAME: w, STAGE: prod}}\n"
        "  Layers: [one, two]\n"
        "  Role: !Ref Given\n");
}

TEST_CASE("a function of Globals is not merged into") {
  CHECK(expanded("Globals: {Function: {Role: r, Tags: !If [A, {a: b}, {c: d}]}}\n"
                 "Resources:\n"
                 "  Worker:\n"
                 "    Type: AWS::Serverless::Function\n"
                 "    Properties: {Tags: {e: f}}\n") == "Worker @3:3 AWS::Lambda::Function\n  Role: r\n  Tags: [{Key: e, Value: f}]\n");
}

TEST_CASE("IgnoreGlobals leaves out all of them, or the ones that it names") {
  CHECK(expanded(kGlobals + "    IgnoreGlobals: [Layers, Runtime, Environment]\n") ==
        "Worker @10:3 AWS::Lambda::Function\n  VpcConfig: {SubnetIds: [a]}\n  Role: !Ref Given\n");
  CHECK(expanded(kGlobals + "    IgnoreGlobals: '*'\n    Properties: {Role: own}\n") == "Worker @10:3 AWS::Lambda::Function\n  Role: own\n");
}

TEST_CASE("Globals of an API reach the API that events imply") {
  CHECK(expanded("Globals:\n"
                 "  Api: {TracingEnabled: true}\n"
                 "Resources:\n"
                 "  Worker:\n"
                 "    Type: AWS::Serverless::Function\n"
                 "    Properties:\n"
                 "      Role: r\n"
                 "      Events: {Get: {Type: Api, Properties: {Path: /x, Method: get}}}\n",
                 "ServerlessRestApiProdStage") ==
        "ServerlessRestApiProdStage AWS::ApiGateway::Stage\n"
        "  StageName: Prod\n"
        "  TracingEnabled: true\n"
        "  RestApiId: {Ref: ServerlessRestApi}\n"
        "  DeploymentId: {Ref: ServerlessRestApiDeployment}\n");
}
