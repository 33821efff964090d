#include "catch.h"
#include "judged.h"

using namespace demarc;
using namespace demarc::test;

namespace {

std::string topic(const std::string& properties) {
  return "Parameters: {P: {Type: String}, Q: {Type: String}}\nResources:\n  T: {Type: AWS::SNS::Topic, Properties: {" +
         properties + "}}\n";
}

std::string judged(const std::string& logic, const std::string& properties) {
  How how;
  how.passes = true;
  return findings("for: AWS::SNS::Topic\n" + logic + "\nabsent: fail\nmessage: \"has {property} {value}\"\n", topic(properties),
                  how);
}

const std::string kPass = "pass 3:3 T passes\n";

}  // namespace

TEST_CASE("all: the first test that fails decides, a failure before what is not known") {
  const std::string all = "require: {all: [{property: A, is: 1}, {property: B, is: 1}]}";
  CHECK(judged(all, "A: 1, B: 1") == kPass);
  CHECK(judged(all, "A: 2, B: 3") == "fail 3:46 <A> T has A 2\n");
  CHECK(judged(all, "A: !Ref P, B: 3") == "fail 3:57 <B> T has B 3\n");
  CHECK(judged(all, "A: !Ref P, B: 1") == "unknown 3:46 <A> T: cannot tell: A depends on parameter P, which has no default\n");
}

TEST_CASE("any: one is enough, and where none passes the first says why") {
  const std::string any = "require: {any: [{property: A, is: 1}, {property: B, is: 1}]}";
  CHECK(judged(any, "A: 2, B: 1") == kPass);
  CHECK(judged(any, "A: !Ref P, B: 1") == kPass);
  CHECK(judged(any, "A: 2, B: 3") == "fail 3:46 <A> T has A 2\n");
  CHECK(judged(any, "A: 2, B: !Ref P") == "unknown 3:52 <B> T: cannot tell: B depends on parameter P, which has no default\n");
}

TEST_CASE("not turns yes and no round, and leaves alone what is not known") {
  CHECK(judged("require: {not: {property: A, is: 1}}", "A: 1") == "fail 3:46 <A> T has A 1\n");
  CHECK(judged("forbid: {not: {property: A, is: 1}}", "A: 2") == "fail 3:46 <A> T has A 2\n");
  CHECK(judged("forbid: {not: {property: A, is: 1}}", "A: 1") == kPass);
  CHECK(judged("require: {not: {property: A, is: 1}}", "A: !Ref P").substr(0, 7) == "unknown");
}

TEST_CASE("reasons that could change the verdict are said, each once, three at most") {
  const std::string all =
      "require: {all: [{property: A, is: 1}, {property: B, is: 1}, {property: C, is: 1}, {property: D, is: 1}, {property: A, is: "
      "1}]}";
  CHECK(judged(all, "A: !Ref P, B: !Ref Q, C: 1, D: 1") ==
        "unknown 3:46 <A> T: cannot tell: A depends on parameter P, which has no default; B depends on parameter Q, which has no "
        "default\n");
  CHECK(judged(all, "A: !Ref P, B: !Ref P, C: !Ref P, D: !Ref P") ==
        "unknown 3:46 <A> T: cannot tell: A depends on parameter P, which has no default; B depends on parameter P, which has no "
        "default; "
        "C depends on parameter P, which has no default\n");
  CHECK(judged(all, "A: !Ref P, B: !Ref P, C: 2, D: !Ref P") == "fail 3:68 <C> T has C 2\n");
}

TEST_CASE("a type itself may be forbidden") {
  CHECK(findings("for: AWS::SNS::Topic\nforbid: true\nmessage: should not be\n", topic("")) == "fail 3:3 T should not be\n");
}

TEST_CASE("a policy speaks of the types that it names, and globs do not mean what is no resource") {
  const std::string two =
      "Parameters: {P: {Type: String}}\nResources:\n  T: {Type: AWS::SNS::Topic}\n  Q: {Type: AWS::SQS::Queue}\nOutputs: {O: "
      "{Value: x}}\n";
  CHECK(findings("for: 'AWS::SNS::*'\nforbid: true\nmessage: is\n", two) == "fail 3:3 T is\n");
  CHECK(findings("for: '*'\nforbid: true\nmessage: is\n", two) == "fail 3:3 T is\nfail 4:3 Q is\n");
  CHECK(findings("for: template.parameter\nforbid: true\nmessage: is\n", two) == "fail 1:14 P is\n");
  CHECK(findings("for: template.output\nforbid: true\nmessage: is\n", two) == "fail 5:11 Outputs.O is\n");
}

TEST_CASE("attributes of a resource are a subject too") {
  const std::string kept =
      "for: AWS::SNS::Topic\nrequire: {attribute: DeletionPolicy, in: [Retain]}\nabsent: fail\nmessage: \"has {property} "
      "{value}\"\n";
  CHECK(findings(kept, "Resources:\n  T: {Type: AWS::SNS::Topic, DeletionPolicy: Retain}\n") == "");
  CHECK(findings(kept, "Resources:\n  T: {Type: AWS::SNS::Topic, DeletionPolicy: Delete}\n") ==
        "fail 2:46 <DeletionPolicy> T has DeletionPolicy Delete\n");
  CHECK(findings(kept, "Resources:\n  T: {Type: AWS::SNS::Topic}\n") ==
        "fail 2:3 <DeletionPolicy> T: DeletionPolicy is not set\n");
}
