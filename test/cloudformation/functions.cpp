#include "catch.h"
#include "template.h"

using namespace demarc::test;

TEST_CASE("a reference to a resource is unknown, but its referent is not") {
  CHECK(show(R"(
Resources:
  Topic: {Type: "AWS::SNS::Topic"}
  Queue:
    Type: AWS::SQS::Queue
    Properties:
      A: !Ref Topic
      B: {Ref: Topic}
      C: !GetAtt Topic.TopicArn
      D: {"Fn::GetAtt": [Topic, TopicArn]}
      E: !GetAtt [Topic, Outputs.Arn]
)") == R"(Queue.A: @Topic
Queue.B: @Topic
Queue.C: @Topic.TopicArn
Queue.D: @Topic.TopicArn
Queue.E: @Topic.Outputs.Arn
)");
}
