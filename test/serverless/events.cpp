#include "catch.h"
#include "expanded.h"

using namespace demarc::test;

namespace {

// A function with a role of its own and one event, and whatever else the template has.
std::string with_event(const std::string& event, const std::string& more = "") {
  return "Transform: AWS::Serverless-2016-10-31\n"
         "Resources:\n"
         "  Worker:\n"
         "    Type: AWS::Serverless::Function\n"
         "    Properties:\n"
         "      Role: r\n"
         "      Events:\n"
         "        On: " +
         event + "\n" + more;
}

const std::string kWorker = "Worker @3:3 AWS::Lambda::Function\n  Role: r\n";

std::string permission(const std::string& name, const std::string& principal, const std::string& rest) {
  return name + " @8:9 AWS::Lambda::Permission\n  Action: lambda:InvokeFunction\n  FunctionName: {Ref: Worker}\n  Principal: " + principal +
         "\n" + rest;
}

}  // namespace

TEST_CASE("an event of an API without a name implies the API, its stage and a permission, at the event") {
  CHECK(expanded(with_event("{Type: Api, Properties: {Path: /x, Method: get}}")) ==
        kWorker +
            permission("WorkerOnPermissionProd", "apigateway.amazonaws.com",
                       "  SourceArn: {Fn::Sub: [arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${api}/*/*/*, {api: "
                       "{Ref: ServerlessRestApi}}]}\n") +
            "ServerlessRestApi @8:9 AWS::ApiGateway::RestApi\n"
            "  Body: {swagger: 2.0, info: {version: 1.0}, paths: {/x: {get: {x-amazon-apigateway-integration: {type: aws_proxy, httpMethod: "
            "POST, uri: {Fn::Sub: arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Worker.Arn}/"
            "invocations}}}}}}\n"
            "ServerlessRestApiDeployment @8:9 AWS::ApiGateway::Deployment\n"
            "  RestApiId: {Ref: ServerlessRestApi}\n"
            "ServerlessRestApiProdStage @8:9 AWS::ApiGateway::Stage\n"
            "  StageName: Prod\n"
            "  RestApiId: {Ref: ServerlessRestApi}\n"
            "  DeploymentId: {Ref: ServerlessRestApiDeployment}\n");
}

TEST_CASE("events of several functions share the API that they imply, which exists if one of them does") {
  const std::string text =
      "Transform: AWS::Serverless-2016-10-31\n"
      "Conditions: {A: !Equals [!Ref X, a], B: !Equals [!Ref X, b]}\n"
      "Resources:\n"
      "  One:\n"
      "    Type: AWS::Serverless::Function\n"
      "    Condition: A\n"
      "    Properties: {Role: r, Events: {On: {Type: HttpApi, Properties: {Path: /one, Method: GET}}}}\n"
      "  Two:\n"
      "    Type: AWS::Serverless::Function\n"
      "    Condition: B\n"
      "    Properties: {Role: r, Events: {On: {Type: HttpApi}}}\n";
  CHECK(expanded(text, "ServerlessHttpApi") ==
        "ServerlessHttpApi AWS::ApiGatewayV2::Api when ServerlessHttpApiCondition\n"
        "  Body: {openapi: 3.0.1, info: {version: 1.0}, paths: {/one: {GET: {x-amazon-apigateway-integration: {type: aws_proxy, "
        "httpMethod: POST, uri: {Fn::Sub: arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${One.Arn}/"
        "invocations}, payloadFormatVersion: 2.0}}}, $default: {x-amazon-apigateway-any-method: {x-amazon-apigateway-integration: {type: "
        "aws_proxy, httpMethod: POST, uri: {Fn::Sub: arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/"
        "${Two.Arn}/invocations}, payloadFormatVersion: 2.0}}}}}\n");
  CHECK(expanded(text).find("ServerlessHttpApiCondition: {Fn::Or: [{Condition: A}, {Condition: B}]}\n") != std::string::npos);
}

TEST_CASE("an event adds its method to the API that it names, unless the API is no SAM resource") {
  const std::string event = "{Type: Api, Properties: {Path: /x, Method: get, RestApiId: !Ref Api, Auth: {Authorizer: NONE}}}";
  CHECK(expanded(with_event(event, "  Api:\n    Type: AWS::Serverless::Api\n    Properties:\n      StageName: v1\n      Auth: "
                                   "{DefaultAuthorizer: Pool, Authorizers: {Pool: {UserPoolArn: arn}}}\n"),
                 "Api") ==
        "Api AWS::ApiGateway::RestApi\n"
        "  Body: {swagger: 2.0, info: {version: 1.0}, paths: {/x: {get: {x-amazon-apigateway-integration: {type: aws_proxy, httpMethod: "
        "POST, uri: {Fn::Sub: arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Worker.Arn}/invocations}}, "
        "security: []}}}, security: [{Pool: []}], securityDefinitions: {Pool: {type: apiKey, in: header, name: Authorization, "
        "x-amazon-apigateway-authtype: cognito_user_pools, x-amazon-apigateway-authorizer: {type: cognito_user_pools, providerARNs: "
        "[arn]}}}}\n");
  CHECK(expanded(with_event(event, "  Api:\n    Type: AWS::ApiGateway::RestApi\n"), "Api") == "Api AWS::ApiGateway::RestApi\n");
}

TEST_CASE("an event of a bucket lets the bucket call, and notifies the function") {
  CHECK(expanded(with_event("{Type: S3, Properties: {Bucket: !Ref Store, Events: s3:ObjectCreated:*}}",
                            "  Store:\n    Type: AWS::S3::Bucket\n    Properties: {BucketName: b}\n")) ==
        kWorker + permission("WorkerOnPermission", "s3.amazonaws.com", "  SourceAccount: {Ref: AWS::AccountId}\n") +
            "Store @9:3 AWS::S3::Bucket\n"
            "  BucketName: b\n"
            "  NotificationConfiguration: {LambdaConfigurations: [{Event: s3:ObjectCreated:*, Function: {Fn::GetAtt: [Worker, Arn]}}]}\n");
}

TEST_CASE("an event of a topic subscribes, through a queue where that is asked for") {
  CHECK(expanded(with_event("{Type: SNS, Properties: {Topic: !Ref News}}")) ==
        kWorker +
            "WorkerOn @8:9 AWS::SNS::Subscription\n"
            "  TopicArn: !Ref News\n"
            "  Protocol: lambda\n"
            "  Endpoint: {Fn::GetAtt: [Worker, Arn]}\n" +
            permission("WorkerOnPermission", "sns.amazonaws.com", "  SourceArn: !Ref News\n"));
  CHECK(expanded(with_event("{Type: SNS, Properties: {Topic: !Ref News, SqsSubscription: true}}")) ==
        kWorker +
            "WorkerOn @8:9 AWS::SNS::Subscription\n"
            "  TopicArn: !Ref News\n"
            "  Protocol: sqs\n"
            "  Endpoint: {Fn::GetAtt: [WorkerOnQueue, Arn]}\n"
            "WorkerOnQueue @8:56 AWS::SQS::Queue\n"
            "WorkerOnQueuePolicy @8:56 AWS::SQS::QueuePolicy\n"
            "  Queues: [{Ref: WorkerOnQueue}]\n"
            "  PolicyDocument: {Version: 2012-10-17, Statement: [{Effect: Allow, Action: sqs:SendMessage, Principal: *, Resource: "
            "{Fn::GetAtt: [WorkerOnQueue, Arn]}, Condition: {ArnEquals: {aws:SourceArn: !Ref News}}}]}\n"
            "WorkerOnEventSourceMapping @8:56 AWS::Lambda::EventSourceMapping\n"
            "  FunctionName: {Ref: Worker}\n"
            "  EventSourceArn: {Fn::GetAtt: [WorkerOnQueue, Arn]}\n"
            "  BatchSize: 10\n"
            "  Enabled: true\n");
}

TEST_CASE("a stream or queue is mapped to the function") {
  CHECK(expanded(with_event("{Type: Kinesis, Properties: {Stream: !GetAtt Data.Arn, StartingPosition: LATEST}}")) ==
        kWorker +
            "WorkerOn @8:9 AWS::Lambda::EventSourceMapping\n"
            "  StartingPosition: LATEST\n"
            "  FunctionName: {Ref: Worker}\n"
            "  EventSourceArn: !GetAtt Data.Arn\n");
}

TEST_CASE("a role has what the events of its function need") {
  const std::string text =
      "Resources:\n"
      "  Worker:\n"
      "    Type: AWS::Serverless::Function\n"
      "    Properties:\n"
      "      Events:\n"
      "        Queue: {Type: SQS, Properties: {Queue: q}}\n"
      "        Broker: {Type: MQ, Properties: {Broker: b, SourceAccessConfigurations: [{Type: BASIC_AUTH, URI: s}]}}\n";
  CHECK(expanded(text, "WorkerRole") ==
        "WorkerRole AWS::IAM::Role\n"
        "  AssumeRolePolicyDocument: {Version: 2012-10-17, Statement: [{Effect: Allow, Action: [sts:AssumeRole], Principal: {Service: "
        "[lambda.amazonaws.com]}}]}\n"
        "  ManagedPolicyArns: [arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole, "
        "arn:aws:iam::aws:policy/service-role/AWSLambdaSQSQueueExecutionRole]\n"
        "  Policies: [{PolicyName: WorkerBrokerAMQPolicy, PolicyDocument: {Version: 2012-10-17, Statement: [{Effect: Allow, Action: "
        "[secretsmanager:GetSecretValue], Resource: s}, {Effect: Allow, Action: [mq:DescribeBroker], Resource: b}]}}]\n");
}

TEST_CASE("a schedule is a rule that may call, with a queue for what fails where one is asked for") {
  CHECK(expanded(with_event("{Type: Schedule, Properties: {Schedule: rate(1 day), Enabled: false, DeadLetterConfig: {Type: SQS}}}")) ==
        kWorker +
            "WorkerOn @8:9 AWS::Events::Rule\n"
            "  ScheduleExpression: rate(1 day)\n"
            "  State: DISABLED\n"
            "  Targets: [{Arn: {Fn::GetAtt: [Worker, Arn]}, Id: WorkerOnLambdaTarget, DeadLetterConfig: {Arn: {Fn::GetAtt: [WorkerOnQueue, "
            "Arn]}}}]\n" +
            permission("WorkerOnPermission", "events.amazonaws.com", "  SourceArn: {Fn::GetAtt: [WorkerOn, Arn]}\n") +
            "WorkerOnQueue @8:82 AWS::SQS::Queue\n"
            "WorkerOnQueuePolicy @8:82 AWS::SQS::QueuePolicy\n"
            "  Queues: [{Ref: WorkerOnQueue}]\n"
            "  PolicyDocument: {Version: 2012-10-17, Statement: [{Effect: Allow, Action: sqs:SendMessage, Principal: {Service: "
            "events.amazonaws.com}, Resource: {Fn::GetAtt: [WorkerOnQueue, Arn]}, Condition: {ArnEquals: {aws:SourceArn: {Fn::GetAtt: "
            "[WorkerOn, Arn]}}}}]}\n");
}

TEST_CASE("a schedule of the scheduler has a role of its own") {
  CHECK(expanded(with_event("{Type: ScheduleV2, Properties: {ScheduleExpression: rate(1 day)}}")) ==
        kWorker +
            "WorkerOn @8:9 AWS::Scheduler::Schedule\n"
            "  ScheduleExpression: rate(1 day)\n"
            "  FlexibleTimeWindow: {Mode: OFF}\n"
            "  Target: {Arn: {Fn::GetAtt: [Worker, Arn]}, RoleArn: {Fn::GetAtt: [WorkerOnRole, Arn]}}\n"
            "WorkerOnRole @8:9 AWS::IAM::Role\n"
            "  AssumeRolePolicyDocument: {Version: 2012-10-17, Statement: [{Effect: Allow, Action: [sts:AssumeRole], Principal: {Service: "
            "[scheduler.amazonaws.com]}}]}\n"
            "  Policies: [{PolicyName: WorkerOnLambdaPolicy, PolicyDocument: {Version: 2012-10-17, Statement: [{Effect: Allow, Action: "
            "lambda:InvokeFunction, Resource: {Fn::GetAtt: [Worker, Arn]}}]}}]\n");
}

TEST_CASE("rules, logs, things, skills and user pools call by permission") {
  CHECK(expanded(with_event("{Type: EventBridgeRule, Properties: {Pattern: {source: [a]}}}")) ==
        kWorker +
            "WorkerOn @8:9 AWS::Events::Rule\n"
            "  EventPattern: {source: [a]}\n"
            "  Targets: [{Arn: {Fn::GetAtt: [Worker, Arn]}, Id: WorkerOnLambdaTarget}]\n" +
            permission("WorkerOnPermission", "events.amazonaws.com", "  SourceArn: {Fn::GetAtt: [WorkerOn, Arn]}\n"));
  CHECK(expanded(with_event("{Type: CloudWatchLogs, Properties: {LogGroupName: l, FilterPattern: f}}")) ==
        kWorker +
            "WorkerOn @8:9 AWS::Logs::SubscriptionFilter\n"
            "  LogGroupName: l\n"
            "  FilterPattern: f\n"
            "  DestinationArn: {Fn::GetAtt: [Worker, Arn]}\n" +
            permission("WorkerOnPermission", "logs.amazonaws.com",
                       "  SourceArn: {Fn::Sub: [arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:${group}:*, {group: "
                       "l}]}\n"));
  CHECK(expanded(with_event("{Type: IoTRule, Properties: {Sql: select}}")) ==
        kWorker +
            "WorkerOn @8:9 AWS::IoT::TopicRule\n"
            "  TopicRulePayload: {Sql: select, RuleDisabled: false, Actions: [{Lambda: {FunctionArn: {Fn::GetAtt: [Worker, Arn]}}}]}\n" +
            permission("WorkerOnPermission", "iot.amazonaws.com",
                       "  SourceAccount: {Ref: AWS::AccountId}\n"
                       "  SourceArn: {Fn::Sub: arn:${AWS::Partition}:iot:${AWS::Region}:${AWS::AccountId}:rule/${WorkerOn}}\n"));
  CHECK(expanded(with_event("{Type: AlexaSkill}")) == kWorker + permission("WorkerOnPermission", "alexa-appkit.amazon.com", ""));
  CHECK(expanded(with_event("{Type: Cognito, Properties: {UserPool: !Ref Pool, Trigger: PreSignUp}}", "  Pool: {Type: AWS::Cognito::UserPool}\n"),
                 "Pool") == "Pool AWS::Cognito::UserPool\n  LambdaConfig: {PreSignUp: {Fn::GetAtt: [Worker, Arn]}}\n");
}

TEST_CASE("an event that is there under a condition implies what it implies under it") {
  CHECK(expanded(with_event("!If [Daily, {Type: AlexaSkill}, !Ref AWS::NoValue]")) ==
        kWorker + "WorkerOnPermission @8:9 AWS::Lambda::Permission when Daily\n"
                  "  Action: lambda:InvokeFunction\n"
                  "  FunctionName: {Ref: Worker}\n"
                  "  Principal: alexa-appkit.amazon.com\n");
}
