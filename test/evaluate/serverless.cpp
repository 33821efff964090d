#include <fstream>
#include <iterator>

#include "catch.h"
#include "judged.h"

using namespace demarc;
using namespace demarc::test;

namespace {

// A policy of the project.
std::string policy(const std::string& path) {
  std::ifstream in(DEMARC_SOURCE_DIR "/policies/" + path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  return text.substr(text.find("id:"));
}

How with_tables() {
  How how;
  for (const std::string name : {"companions", "documents", "identities", "defaults/lambda", "defaults/dynamodb"}) {
    std::ifstream in(DEMARC_SOURCE_DIR "/policies/tables/" + name + ".yaml", std::ios::binary);
    how.files.push_back({"tables/" + name + ".yaml", {std::istreambuf_iterator<char>(in), {}}});
  }
  return how;
}

std::string judged(const std::string& path, const std::string& input) { return findings(policy(path), input, with_tables()); }

std::string worker(const std::string& properties) {
  return "Transform: AWS::Serverless-2016-10-31\n"
         "Resources:\n"
         "  Worker:\n"
         "    Type: AWS::Serverless::Function\n"
         "    Properties:\n"
         "      Runtime: python3.13\n" +
         properties;
}

}  // namespace

TEST_CASE("a public URL of a SAM function is found where it is written") {
  CHECK(judged("lambda/url-public/url-public.yaml", worker("      FunctionUrlConfig:\n        AuthType: NONE\n")) ==
        "fail 8:19 <AuthType> WorkerUrl has AuthType NONE: callers need no signature\n");
  CHECK(judged("lambda/url-public/url-public.yaml",
               "Parameters: {Auth: {Type: String, AllowedValues: [AWS_IAM, NONE]}}\n" + worker("      FunctionUrlConfig: {AuthType: !Ref Auth}\n")) ==
        "fail 1:60 <AuthType> WorkerUrl has AuthType NONE (allowed by parameter Auth): callers need no signature, only when Auth is NONE\n");
}

TEST_CASE("the URL of Globals is found in Globals") {
  CHECK(judged("lambda/url-public/url-public.yaml",
               "Globals: {Function: {FunctionUrlConfig: {AuthType: NONE}}}\n" + worker("      Handler: a\n")) ==
        "fail 1:52 <AuthType> WorkerUrl has AuthType NONE: callers need no signature\n");
}

TEST_CASE("what a SAM function lacks is said in SAM's words") {
  CHECK(judged("lambda/dead-letter-missing/dead-letter-missing.yaml", worker("")) ==
        "fail 3:3 <DeadLetterQueue.TargetArn> Worker has no dead-letter queue and no destination for failures\n");
  CHECK(judged("lambda/dead-letter-missing/dead-letter-missing.yaml",
               worker("      EventInvokeConfig: {DestinationConfig: {OnFailure: {Type: SQS}}}\n")) == "");
  CHECK(judged("lambda/tracing-off/tracing-off.yaml", worker("")) == "fail 3:3 <Tracing> Worker: Tracing is not set (AWS default: PassThrough)\n");
  CHECK(judged("lambda/tracing-off/tracing-off.yaml", worker("      Tracing: PassThrough\n")) == "fail 7:16 <Tracing> Worker has Tracing PassThrough\n");
  CHECK(judged("lambda/tracing-off/tracing-off.yaml", "Globals: {Function: {Tracing: Active}}\n" + worker("")) == "");
}

TEST_CASE("wildcards and managed policies of a SAM function are its role's, at the place where they are written") {
  CHECK(judged("iam/policy-administrator/policy-administrator.yaml",
               worker("      Policies:\n"
                      "      - Statement: [{Effect: Allow, Action: '*', Resource: '*'}]\n")) ==
        "fail 8:21 <Policies[0].PolicyDocument.Statement[0]> WorkerRole allows * on *\n");
  CHECK(judged("iam/administrator-attached/administrator-attached.yaml", worker("      Policies: [AdministratorAccess]\n")) ==
        "fail 7:18 <ManagedPolicyArns[1]> WorkerRole is given arn:aws:iam::aws:policy/AdministratorAccess\n");
  CHECK(judged("iam/policy-administrator/policy-administrator.yaml", worker("      Policies: [{NoSuchPolicy: {}}]\n")).substr(0, 12) == "unknown 7:19");
}

TEST_CASE("a skill that anybody may have made calls at the event that lets it") {
  CHECK(judged("lambda/permission-public/permission-public.yaml", worker("      FunctionUrlConfig: {AuthType: NONE}\n")) == "");
  CHECK(judged("lambda/permission-unscoped/permission-unscoped.yaml",
               worker("      Events:\n        Ring: {Type: SNS, Properties: {Topic: !Ref Bell}}\n  Bell: {Type: AWS::SNS::Topic}\n")) == "");
}

TEST_CASE("a simple table is judged as a table") {
  CHECK(judged("dynamodb/table-key-not-yours/table-key-not-yours.yaml",
               "Transform: AWS::Serverless-2016-10-31\nResources:\n  Items:\n    Type: AWS::Serverless::SimpleTable\n") ==
        "fail 3:3 <SSESpecification.SSEEnabled> Items: SSESpecification.SSEEnabled is not set (AWS default: false)\n");
}

TEST_CASE("the stage of an API that events imply is judged at the first of them") {
  CHECK(judged("apigateway/access-logs-off/access-logs-off.yaml",
               worker("      Events:\n        Get: {Type: Api, Properties: {Path: /x, Method: get}}\n"
                      "        Put: {Type: Api, Properties: {Path: /x, Method: put}}\n")) ==
        "fail 8:9 <AccessLogSetting.DestinationArn> ServerlessRestApiProdStage writes no access log\n");
  CHECK(judged("apigateway/access-logs-off/access-logs-off.yaml",
               "Globals: {Api: {AccessLogSetting: {DestinationArn: !GetAtt Log.Arn}}}\n" +
                   worker("      Events: {Get: {Type: Api, Properties: {Path: /x, Method: get}}}\n  Log: {Type: AWS::Logs::LogGroup}\n")) == "");
}

TEST_CASE("a resource that AWS CDK made is called by its construct as well") {
  CHECK(judged("lambda/tracing-off/tracing-off.yaml",
               "Resources:\n  Worker886CB40B:\n    Type: AWS::Lambda::Function\n    Metadata: {'aws:cdk:path': Stack/Worker/Resource}\n") ==
        "fail 2:3 <TracingConfig.Mode> Worker886CB40B (Stack/Worker/Resource): TracingConfig.Mode is not set (AWS default: PassThrough)\n");
}
