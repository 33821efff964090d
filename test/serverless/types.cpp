#include "catch.h"
#include "expanded.h"

using namespace demarc::test;

namespace {

const std::string kHead = "Transform: AWS::Serverless-2016-10-31\nResources:\n";

}  // namespace

TEST_CASE("an API has a deployment, a stage, and what is asked for") {
  CHECK(expanded(kHead + "  Api:\n"
                         "    Type: AWS::Serverless::Api\n"
                         "    Properties:\n"
                         "      StageName: v1\n"
                         "      EndpointConfiguration: PRIVATE\n"
                         "      AccessLogSetting: {DestinationArn: logs}\n"
                         "      Auth:\n"
                         "        Authorizers: {Own: {FunctionArn: !GetAtt Check.Arn}}\n"
                         "        ResourcePolicy: {IpRangeWhitelist: [10.0.0.0/8]}\n"
                         "  Log: {Type: AWS::Logs::LogGroup, Properties: {LogGroupName: !Ref Api.Stage}}\n") ==
        "Api @3:3 AWS::ApiGateway::RestApi\n"
        "  Body: {swagger: 2.0, info: {version: 1.0}, paths: {}, securityDefinitions: {Own: {type: apiKey, in: header, name: "
        "Authorization, x-amazon-apigateway-authtype: custom, x-amazon-apigateway-authorizer: {type: token, authorizerUri: !GetAtt "
        "Check.Arn}}}}\n"
        "  EndpointConfiguration: {Types: [PRIVATE]}\n"
        "  Policy: {Version: 2012-10-17, Statement: [{Effect: Allow, Principal: *, Action: execute-api:Invoke, Resource: "
        "execute-api:/*}, {Effect: Deny, Principal: *, Action: execute-api:Invoke, Resource: execute-api:/*, Condition: {NotIpAddress: "
        "{aws:SourceIp: [10.0.0.0/8]}}}]}\n"
        "ApiDeployment @3:3 AWS::ApiGateway::Deployment\n"
        "  RestApiId: {Ref: Api}\n"
        "Apiv1Stage @3:3 AWS::ApiGateway::Stage\n"
        "  AccessLogSetting: {DestinationArn: logs}\n"
        "  StageName: v1\n"
        "  RestApiId: {Ref: Api}\n"
        "  DeploymentId: {Ref: ApiDeployment}\n"
        "ApiOwnAuthorizerPermission @10:23 AWS::Lambda::Permission\n"
        "  Action: lambda:InvokeFunction\n"
        "  FunctionName: !GetAtt Check.Arn\n"
        "  Principal: apigateway.amazonaws.com\n"
        "  SourceArn: {Fn::Sub: arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/authorizers/*}\n"
        "Log @12:3 AWS::Logs::LogGroup\n"
        "  LogGroupName: !Ref Apiv1Stage\n");
}

TEST_CASE("an HTTP API has a default stage where none is named") {
  CHECK(expanded(kHead + "  Api:\n    Type: AWS::Serverless::HttpApi\n    Properties: {DefinitionBody: {openapi: 3.0.1}}\n") ==
        "Api @3:3 AWS::ApiGatewayV2::Api\n"
        "  Body: {openapi: 3.0.1}\n"
        "ApiApiGatewayDefaultStage @3:3 AWS::ApiGatewayV2::Stage\n"
        "  ApiId: {Ref: Api}\n"
        "  StageName: $default\n"
        "  AutoDeploy: true\n");
}

TEST_CASE("a web socket API has routes, of which the connection is authorized") {
  CHECK(expanded(kHead + "  Chat:\n"
                         "    Type: AWS::Serverless::WebSocketApi\n"
                         "    Properties:\n"
                         "      RouteSelectionExpression: $request.body.action\n"
                         "      Auth: {AuthType: AWS_IAM}\n"
                         "      Routes: {$connect: {FunctionArn: !GetAtt Connect.Arn}}\n") ==
        "Chat @3:3 AWS::ApiGatewayV2::Api\n"
        "  RouteSelectionExpression: $request.body.action\n"
        "  ProtocolType: WEBSOCKET\n"
        "ChatDefaultStage @3:3 AWS::ApiGatewayV2::Stage\n"
        "  ApiId: {Ref: Chat}\n"
        "  StageName: default\n"
        "  AutoDeploy: true\n"
        "ChatConnectRoute @8:16 AWS::ApiGatewayV2::Route\n"
        "  ApiId: {Ref: Chat}\n"
        "  RouteKey: $connect\n"
        "  AuthorizationType: AWS_IAM\n"
        "  Target: {Fn::Sub: integrations/${ChatConnectIntegration}}\n"
        "ChatConnectIntegration @8:16 AWS::ApiGatewayV2::Integration\n"
        "  ApiId: {Ref: Chat}\n"
        "  IntegrationType: AWS_PROXY\n"
        "  IntegrationUri: {Fn::Sub: [arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${arn}/invocations, "
        "{arn: !GetAtt Connect.Arn}]}\n"
        "ChatConnectPermission @8:16 AWS::Lambda::Permission\n"
        "  Action: lambda:InvokeFunction\n"
        "  FunctionName: !GetAtt Connect.Arn\n"
        "  Principal: apigateway.amazonaws.com\n"
        "  SourceArn: {Fn::Sub: arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Chat}/*}\n");
}

TEST_CASE("a state machine without a role gets one, and its events may start it") {
  CHECK(expanded(kHead + "  Flow:\n"
                         "    Type: AWS::Serverless::StateMachine\n"
                         "    Properties:\n"
                         "      DefinitionUri: flow.asl.json\n"
                         "      Policies: [{LambdaInvokePolicy: {FunctionName: !Ref Step}}]\n"
                         "      Tracing: {Enabled: true}\n"
                         "      Events: {Daily: {Type: Schedule, Properties: {Schedule: rate(1 day)}}}\n") ==
        "Flow @3:3 AWS::StepFunctions::StateMachine\n"
        "  DefinitionS3Location: {Key: flow.asl.json}\n"
        "  TracingConfiguration: {Enabled: true}\n"
        "  RoleArn: {Fn::GetAtt: [FlowRole, Arn]}\n"
        "FlowRole @3:3 AWS::IAM::Role\n"
        "  AssumeRolePolicyDocument: {Version: 2012-10-17, Statement: [{Effect: Allow, Action: [sts:AssumeRole], Principal: {Service: "
        "[states.amazonaws.com]}}]}\n"
        "  ManagedPolicyArns: [arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess]\n"
        "  Policies: [{PolicyName: FlowRolePolicy, PolicyDocument: {Version: 2012-10-17, Statement: [{Effect: Allow, Action: "
        "[lambda:InvokeFunction], Resource: {Fn::Sub: [arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:"
        "${functionName}*, {functionName: !Ref Step}]}}]}}]\n"
        "FlowDaily @9:16 AWS::Events::Rule\n"
        "  ScheduleExpression: rate(1 day)\n"
        "  Targets: [{Arn: {Ref: Flow}, Id: FlowDailyStepFunctionsTarget, RoleArn: {Fn::GetAtt: [FlowDailyRole, Arn]}}]\n"
        "FlowDailyRole @9:16 AWS::IAM::Role\n"
        "  AssumeRolePolicyDocument: {Version: 2012-10-17, Statement: [{Effect: Allow, Action: [sts:AssumeRole], Principal: {Service: "
        "[events.amazonaws.com]}}]}\n"
        "  Policies: [{PolicyName: FlowDailyStartExecutionPolicy, PolicyDocument: {Version: 2012-10-17, Statement: [{Effect: Allow, Action: "
        "states:StartExecution, Resource: {Ref: Flow}}]}}]\n");
}

TEST_CASE("a simple table is a table with one key") {
  CHECK(expanded(kHead + "  Items:\n    Type: AWS::Serverless::SimpleTable\n    DeletionPolicy: Retain\n"
                         "    Properties: {PrimaryKey: {Name: sku, Type: Number}, Tags: {team: a}}\n") ==
        "Items @3:3 AWS::DynamoDB::Table\n"
        "  DeletionPolicy: Retain\n"
        "  BillingMode: PAY_PER_REQUEST\n"
        "  AttributeDefinitions: [{AttributeName: sku, AttributeType: N}]\n"
        "  KeySchema: [{AttributeName: sku, KeyType: HASH}]\n"
        "  Tags: [{Key: team, Value: a}]\n");
}

TEST_CASE("a layer is kept, and an application is a nested stack") {
  CHECK(expanded(kHead + "  Layer:\n    Type: AWS::Serverless::LayerVersion\n    Properties: {ContentUri: layer/}\n"
                         "  Child:\n    Type: AWS::Serverless::Application\n    Properties: {Location: child/template.yaml, Parameters: {A: b}}\n"
                         "  Public:\n    Type: AWS::Serverless::Application\n"
                         "    Properties: {Location: {ApplicationId: arn, SemanticVersion: 1.0.0}}\n") ==
        "Layer @3:3 AWS::Lambda::LayerVersion\n"
        "  DeletionPolicy: Retain\n"
        "  LayerName: Layer\n"
        "  Content: {S3Key: layer/}\n"
        "Child @6:3 AWS::CloudFormation::Stack\n"
        "  Parameters: {A: b}\n"
        "  TemplateURL: child/template.yaml\n"
        "Public @9:3 AWS::CloudFormation::Stack\n"
        "  TemplateURL: !an application of the repository \n");
}

TEST_CASE("a GraphQL API logs with a role of its own, and its sources may reach their tables") {
  const std::string text = kHead + "  Graph:\n"
                                   "    Type: AWS::Serverless::GraphQLApi\n"
                                   "    Properties:\n"
                                   "      Auth: {Type: API_KEY}\n"
                                   "      SchemaUri: schema.graphql\n"
                                   "      DataSources: {DynamoDb: {Posts: {TableName: !Ref Table, TableArn: !GetAtt Table.Arn, Permissions: "
                                   "[Read]}}}\n"
                                   "      Resolvers: {Query: {posts: {Pipeline: [list]}}}\n";
  CHECK(expanded(text, "Graph") ==
        "Graph AWS::AppSync::GraphQLApi\n"
        "  Name: Graph\n"
        "  AuthenticationType: API_KEY\n"
        "  LogConfig: {CloudWatchLogsRoleArn: {Fn::GetAtt: [GraphCloudWatchRole, Arn]}, FieldLogLevel: ALL}\n");
  CHECK(expanded(text, "GraphPostsDynamoDBDataSourceToTableConnectorPolicy") ==
        "GraphPostsDynamoDBDataSourceToTableConnectorPolicy AWS::IAM::ManagedPolicy\n"
        "  Roles: [{Ref: GraphPostsDynamoDBDataSourceRole}]\n"
        "  PolicyDocument: {Version: 2012-10-17, Statement: [{Effect: Allow, Action: [dynamodb:GetItem, dynamodb:Query, dynamodb:Scan, "
        "dynamodb:BatchGetItem, dynamodb:ConditionCheckItem, dynamodb:PartiQLSelect], Resource: [!GetAtt Table.Arn, {Fn::Sub: "
        "[${arn}/index/*, {arn: !GetAtt Table.Arn}]}]}]}\n");
  CHECK(expanded(text, "GraphQueryposts") ==
        "GraphQueryposts AWS::AppSync::Resolver\n"
        "  ApiId: {Fn::GetAtt: [Graph, ApiId]}\n"
        "  TypeName: Query\n"
        "  FieldName: posts\n"
        "  Kind: PIPELINE\n");
}

TEST_CASE("a connector gives the source's role what it asks for, or opens the destination") {
  const std::string text = kHead + "  Worker:\n"
                                   "    Type: AWS::Serverless::Function\n"
                                   "    Connectors:\n"
                                   "      Jobs: {Properties: {Destination: [{Id: Queue}, {Id: Items}], Permissions: [Read]}}\n"
                                   "  Queue: {Type: AWS::SQS::Queue}\n"
                                   "  Items: {Type: AWS::Serverless::SimpleTable}\n"
                                   "  News: {Type: AWS::SNS::Topic}\n"
                                   "  Tell:\n"
                                   "    Type: AWS::Serverless::Connector\n"
                                   "    Properties: {Source: {Id: News}, Destination: {Id: Worker}, Permissions: [Write]}\n"
                                   "  Fill:\n"
                                   "    Type: AWS::Serverless::Connector\n"
                                   "    Properties: {Source: {Id: News}, Destination: {Id: Queue}, Permissions: [Write]}\n"
                                   "  Odd:\n"
                                   "    Type: AWS::Serverless::Connector\n"
                                   "    Properties: {Source: {Id: Queue}, Destination: {Id: News}, Permissions: [Write]}\n";
  CHECK(expanded(text, "WorkerJobsPolicyDestination0") ==
        "WorkerJobsPolicyDestination0 AWS::IAM::ManagedPolicy\n"
        "  PolicyDocument: {Version: 2012-10-17, Statement: [{Effect: Allow, Action: [sqs:ReceiveMessage, sqs:GetQueueAttributes], "
        "Resource: [{Fn::GetAtt: [Queue, Arn]}]}]}\n"
        "  Roles: [{Ref: WorkerRole}]\n");
  CHECK(expanded(text, "TellWriteLambdaPermission") ==
        "TellWriteLambdaPermission AWS::Lambda::Permission\n"
        "  Action: lambda:InvokeFunction\n"
        "  Principal: sns.amazonaws.com\n"
        "  SourceArn: {Ref: News}\n"
        "  FunctionName: {Fn::GetAtt: [Worker, Arn]}\n");
  CHECK(expanded(text, "FillQueuePolicy") ==
        "FillQueuePolicy AWS::SQS::QueuePolicy\n"
        "  PolicyDocument: {Version: 2012-10-17, Statement: [{Effect: Allow, Principal: {Service: sns.amazonaws.com}, Action: "
        "sqs:SendMessage, Resource: {Fn::GetAtt: [Queue, Arn]}, Condition: {ArnEquals: {aws:SourceArn: {Ref: News}}}}]}\n"
        "  Queues: [{Ref: Queue}]\n");
  CHECK(expanded(text).find("note 16:3 Odd: what it connects is not known, or AWS::Serverless::Connector does not know how: what it "
                            "implies is not judged\n") != std::string::npos);
}

TEST_CASE("a resource that has the name of an implied one is kept, and that is noted") {
  CHECK(expanded(kHead + "  Worker:\n    Type: AWS::Serverless::Function\n  WorkerRole:\n    Type: AWS::SQS::Queue\n") ==
        "Worker @3:3 AWS::Lambda::Function\n"
        "  Role: {Fn::GetAtt: [WorkerRole, Arn]}\n"
        "WorkerRole @5:3 AWS::SQS::Queue\n"
        "note 3:3 Worker: WorkerRole that it implies has the name of another resource and is not judged\n");
}

TEST_CASE("a type of the transform is expanded where the Transform is missing, other templates stay as they are") {
  CHECK(demarc::is_serverless_type("AWS::Serverless::Api"));
  CHECK(expanded("Resources:\n  Items: {Type: AWS::Serverless::SimpleTable}\n").starts_with("Items @2:3 AWS::DynamoDB::Table\n"));
}

TEST_CASE("mistakes in a table are told at their place") {
  CHECK(mistakes_of("source: s\ndate: d\n"
                    "types:\n"
                    "  T:\n"
                    "    wishes: []\n"
                    "    rules:\n"
                    "    - {id: a, type: T, properties: {A: {$wish: b}, B: {$each: c}, C: {$use: d}, D: {$row: e, of: f}}}\n"
                    "    - {type: T}\n"
                    "    - {id: a, type: T, colour: red}\n"
                    "    - {use: nothing}\n") ==
        "5:5 wishes is no key of a type, or takes something else\n"
        "7:40 $wish is no directive\n"
        "7:55 $each has no do\n"
        "7:70 there is no definition d\n"
        "7:84 there are no rows e\n"
        "8:7 the rule has no id\n"
        "9:24 colour is no key of a rule\n"
        "10:13 there are no rules of that name\n");
  CHECK(mistakes_of("types: {}\n") == "1:1 source is missing\n1:1 date is missing\n");
}
