#include "catch.h"
#include "expanded.h"

using namespace demarc;
using namespace demarc::test;

namespace {

const std::string kHead = "Transform: AWS::Serverless-2016-10-31\nResources:\n";

std::string worker(const std::string& properties) {
  return kHead + "  Worker:\n    Type: AWS::Serverless::Function\n    Properties:\n      Handler: app.main\n" + properties;
}

}  // namespace

TEST_CASE("the tables of the project are without mistakes") { CHECK(serverless_fixture().mistakes == ""); }

TEST_CASE("a function without a role gets one, and both stand where it is named") {
  CHECK(expanded(worker("      Runtime: python3.12\n      CodeUri: src/\n")) ==
        "Worker @3:3 AWS::Lambda::Function\n"
        "  Handler: app.main\n"
        "  Runtime: python3.12\n"
        "  Code: {S3Key: src/}\n"
        "  Role: {Fn::GetAtt: [WorkerRole, Arn]}\n"
        "WorkerRole @3:3 AWS::IAM::Role\n"
        "  AssumeRolePolicyDocument: {Version: 2012-10-17, Statement: [{Effect: Allow, Action: [sts:AssumeRole], Principal: {Service: "
        "[lambda.amazonaws.com]}}]}\n"
        "  ManagedPolicyArns: [arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]\n");
}

TEST_CASE("a function with a role gets none") {
  CHECK(expanded(worker("      Role: arn:aws:iam::111122223333:role/worker\n      InlineCode: pass\n")) ==
        "Worker @3:3 AWS::Lambda::Function\n"
        "  Handler: app.main\n"
        "  Code: {ZipFile: pass}\n"
        "  Role: arn:aws:iam::111122223333:role/worker\n");
}

TEST_CASE("a role that is given under a condition is made under the other one") {
  CHECK(expanded(worker("      Role: !If [HasRole, !Ref Given, !Ref AWS::NoValue]\n      ImageUri: image\n") +
                 "Conditions: {HasRole: !Not [!Equals [!Ref Given, '']]}\n") ==
        "Worker @3:3 AWS::Lambda::Function\n"
        "  Handler: app.main\n"
        "  Code: {ImageUri: image}\n"
        "  Role: {Fn::If: [HasRole, !Ref Given, {Fn::GetAtt: [WorkerRole, Arn]}]}\n"
        "WorkerRole @3:3 AWS::IAM::Role when WorkerRoleCondition\n"
        "  AssumeRolePolicyDocument: {Version: 2012-10-17, Statement: [{Effect: Allow, Action: [sts:AssumeRole], Principal: {Service: "
        "[lambda.amazonaws.com]}}]}\n"
        "  ManagedPolicyArns: [arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]\n"
        "HasRole: !Not [!Equals [!Ref Given, ]]\n"
        "WorkerRoleCondition: {Fn::Not: [{Condition: HasRole}]}\n");
}

TEST_CASE("policies are managed ones by name or ARN, documents, and templates with their parameters") {
  CHECK(expanded(worker("      Policies:\n"
                        "      - AdministratorAccess\n"
                        "      - AWSLambdaVPCAccessExecutionRole\n"
                        "      - arn:aws:iam::111122223333:policy/own\n"
                        "      - !Ref Managed\n"
                        "      - Statement: [{Effect: Allow, Action: '*', Resource: '*'}]\n"
                        "      - SQSPollerPolicy: {QueueName: !GetAtt Queue.QueueName}\n"
                        "      - !If [Debug, ReadOnlyAccess, !Ref AWS::NoValue]\n"
                        "      - NoSuchPolicy: {}\n"),
                 "WorkerRole") ==
        "WorkerRole AWS::IAM::Role\n"
        "  AssumeRolePolicyDocument: {Version: 2012-10-17, Statement: [{Effect: Allow, Action: [sts:AssumeRole], Principal: {Service: "
        "[lambda.amazonaws.com]}}]}\n"
        "  ManagedPolicyArns: [arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole, "
        "arn:aws:iam::aws:policy/AdministratorAccess, arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole, "
        "arn:aws:iam::111122223333:policy/own, !Ref Managed, {Fn::If: [Debug, arn:aws:iam::aws:policy/ReadOnlyAccess, {Ref: "
        "AWS::NoValue}]}]\n"
        "  Policies: [{PolicyName: WorkerRolePolicy, PolicyDocument: {Statement: [{Effect: Allow, Action: *, Resource: *}]}}, "
        "{PolicyName: WorkerRolePolicy, PolicyDocument: {Version: 2012-10-17, Statement: [{Effect: Allow, Action: "
        "[sqs:ChangeMessageVisibility, sqs:ChangeMessageVisibilityBatch, sqs:DeleteMessage, sqs:DeleteMessageBatch, "
        "sqs:GetQueueAttributes, sqs:ReceiveMessage], Resource: {Fn::Sub: "
        "[arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:${queueName}, {queueName: !GetAtt Queue.QueueName}]}}]}}, "
        "{PolicyName: WorkerRolePolicy, PolicyDocument: {Version: 2012-10-17, Statement: !a policy template }}]\n");
}

TEST_CASE("a single policy needs no list") {
  CHECK(expanded(worker("      Policies: AmazonS3FullAccess\n"), "WorkerRole").find("policy/AmazonS3FullAccess]") != std::string::npos);
}

TEST_CASE("what a function uses is allowed to its role") {
  CHECK(expanded(worker("      Tracing: Active\n"
                        "      VpcConfig: {SubnetIds: [subnet-1]}\n"
                        "      DeadLetterQueue: {Type: SQS, TargetArn: !GetAtt Failed.Arn}\n")) ==
        "Worker @3:3 AWS::Lambda::Function\n"
        "  Handler: app.main\n"
        "  VpcConfig: {SubnetIds: [subnet-1]}\n"
        "  Role: {Fn::GetAtt: [WorkerRole, Arn]}\n"
        "  TracingConfig: {Mode: Active}\n"
        "  DeadLetterConfig: {TargetArn: !GetAtt Failed.Arn}\n"
        "WorkerRole @3:3 AWS::IAM::Role\n"
        "  AssumeRolePolicyDocument: {Version: 2012-10-17, Statement: [{Effect: Allow, Action: [sts:AssumeRole], Principal: {Service: "
        "[lambda.amazonaws.com]}}]}\n"
        "  ManagedPolicyArns: [arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole, "
        "arn:aws:iam::aws:policy/AWSXrayWriteOnlyAccess, arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole]\n"
        "  Policies: [{PolicyName: DeadLetterQueuePolicy, PolicyDocument: {Version: 2012-10-17, Statement: [{Effect: Allow, Action: "
        "sqs:SendMessage, Resource: !GetAtt Failed.Arn}]}}]\n");
}

TEST_CASE("a URL without authentication lets everybody call it, at the place where that is written") {
  CHECK(expanded(worker("      Role: !Ref Given\n      FunctionUrlConfig: {AuthType: NONE}\n")) ==
        "Worker @3:3 AWS::Lambda::Function\n"
        "  Handler: app.main\n"
        "  Role: !Ref Given\n"
        "WorkerUrl @8:7 AWS::Lambda::Url\n"
        "  TargetFunctionArn: {Ref: Worker}\n"
        "  AuthType: NONE\n"
        "WorkerUrlPublicPermissions @8:7 AWS::Lambda::Permission\n"
        "  Action: lambda:InvokeFunctionUrl\n"
        "  FunctionName: {Ref: Worker}\n"
        "  Principal: *\n"
        "  FunctionUrlAuthType: NONE\n"
        "WorkerURLInvokeAllowPublicAccess @8:7 AWS::Lambda::Permission\n"
        "  Action: lambda:InvokeFunction\n"
        "  FunctionName: {Ref: Worker}\n"
        "  Principal: *\n"
        "  InvokedViaFunctionUrl: true\n");
}

TEST_CASE("a parameter that decides becomes a condition") {
  CHECK(expanded(worker("      Role: !Ref Given\n      FunctionUrlConfig: {AuthType: !Ref Auth}\n")) ==
        "Worker @3:3 AWS::Lambda::Function\n"
        "  Handler: app.main\n"
        "  Role: !Ref Given\n"
        "WorkerUrl @8:7 AWS::Lambda::Url\n"
        "  TargetFunctionArn: {Ref: Worker}\n"
        "  AuthType: !Ref Auth\n"
        "WorkerUrlPublicPermissions @8:7 AWS::Lambda::Permission when AuthIsNONE\n"
        "  Action: lambda:InvokeFunctionUrl\n"
        "  FunctionName: {Ref: Worker}\n"
        "  Principal: *\n"
        "  FunctionUrlAuthType: NONE\n"
        "WorkerURLInvokeAllowPublicAccess @8:7 AWS::Lambda::Permission when AuthIsNONE\n"
        "  Action: lambda:InvokeFunction\n"
        "  FunctionName: {Ref: Worker}\n"
        "  Principal: *\n"
        "  InvokedViaFunctionUrl: true\n"
        "AuthIsNONE: {Fn::Equals: [!Ref Auth, NONE]}\n");
}

TEST_CASE("an alias brings a version, and names of implied resources become theirs") {
  CHECK(expanded(worker("      Role: !Ref Given\n      AutoPublishAlias: live\n") +
                 "  Alarm:\n"
                 "    Type: AWS::CloudWatch::Alarm\n"
                 "    Properties:\n"
                 "      AlarmName: !Sub '${Worker.Version.Version} of ${Worker} at ${Worker.Alias}'\n"
                 "      Dimensions: [!Ref Worker.Alias, !GetAtt Worker.Arn, !GetAtt [Worker.Version, Version]]\n") ==
        "Worker @3:3 AWS::Lambda::Function\n"
        "  Handler: app.main\n"
        "  Role: !Ref Given\n"
        "WorkerVersion @8:7 AWS::Lambda::Version\n"
        "  DeletionPolicy: Retain\n"
        "  FunctionName: {Ref: Worker}\n"
        "WorkerAliaslive @8:7 AWS::Lambda::Alias\n"
        "  FunctionName: {Ref: Worker}\n"
        "  Name: live\n"
        "  FunctionVersion: {Fn::GetAtt: [WorkerVersion, Version]}\n"
        "Alarm @9:3 AWS::CloudWatch::Alarm\n"
        "  AlarmName: !Sub ${WorkerVersion.Version} of ${Worker} at ${WorkerAliaslive}\n"
        "  Dimensions: [!Ref WorkerAliaslive, !GetAtt Worker.Arn, !GetAtt [WorkerVersion, Version]]\n");
}

TEST_CASE("condition and metadata are carried over, the other attributes stay with the function") {
  CHECK(expanded(kHead + "  Worker:\n"
                         "    Type: AWS::Serverless::Function\n"
                         "    Condition: Wanted\n"
                         "    DependsOn: Queue\n"
                         "    Metadata: {demarc: {ignore: []}}\n") ==
        "Worker @3:3 AWS::Lambda::Function when Wanted\n"
        "  DependsOn: Queue\n"
        "  Metadata: {demarc: {ignore: []}}\n"
        "  Role: {Fn::GetAtt: [WorkerRole, Arn]}\n"
        "WorkerRole @3:3 AWS::IAM::Role when Wanted\n"
        "  Metadata: {demarc: {ignore: []}}\n"
        "  AssumeRolePolicyDocument: {Version: 2012-10-17, Statement: [{Effect: Allow, Action: [sts:AssumeRole], Principal: {Service: "
        "[lambda.amazonaws.com]}}]}\n"
        "  ManagedPolicyArns: [arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]\n");
}

TEST_CASE("destinations that are not named are made") {
  CHECK(expanded(worker("      Role: !Ref Given\n"
                        "      EventInvokeConfig: {DestinationConfig: {OnFailure: {Type: SQS}, OnSuccess: {Type: Lambda, Destination: !Ref Next}}}\n")) ==
        "Worker @3:3 AWS::Lambda::Function\n"
        "  Handler: app.main\n"
        "  Role: !Ref Given\n"
        "WorkerEventInvokeConfig @8:7 AWS::Lambda::EventInvokeConfig\n"
        "  FunctionName: {Ref: Worker}\n"
        "  Qualifier: $LATEST\n"
        "  DestinationConfig: {OnSuccess: {Destination: !Ref Next}, OnFailure: {Destination: {Fn::GetAtt: "
        "[WorkerEventInvokeConfigOnFailureQueue, Arn]}}}\n"
        "WorkerEventInvokeConfigOnFailureQueue @8:47 AWS::SQS::Queue\n");
}

TEST_CASE("what is not modelled is noted where it stands") {
  CHECK(expanded(worker("      Role: !Ref Given\n"
                        "      Teleport: true\n"
                        "      Events:\n"
                        "        Odd: {Type: Telepathy}\n"
                        "        Untyped: {}\n") +
                 "  Space:\n"
                 "    Type: AWS::Serverless::Ship\n"
                 "  Late:\n"
                 "    Type: AWS::Serverless::Function\n"
                 "    Properties: !FindInMap [A, B, C]\n") ==
        "Worker @3:3 AWS::Lambda::Function\n"
        "  Handler: app.main\n"
        "  Role: !Ref Given\n"
        "Space @12:3 AWS::Serverless::Ship\n"
        "Late @14:3 AWS::Serverless::Function\n"
        "  Properties: !FindInMap [A, B, C]\n"
        "note 8:7 Worker: property Teleport of AWS::Serverless::Function is not modelled: what it implies is not judged\n"
        "note 10:21 Worker: event Odd of the kind Telepathy is not modelled: what it implies is not judged\n"
        "note 11:9 Worker: event Untyped of a kind that is not known is not modelled: what it implies is not judged\n"
        "note 13:11 Space: AWS::Serverless::Ship is not modelled: what it implies is not judged\n"
        "note 16:17 Late has Properties that are no map of its own: what it implies is not judged\n");
}
