#include "catch.h"
#include "judged.h"

using namespace demarc;
using namespace demarc::test;

namespace {

// What `require: {PROPERTY, is: right}` says of a bucket with these properties in block style, at column 7 from line 5 on.
std::string is_right(const std::string& property, const std::string& properties,
                     const std::string& parameters = "P: {Type: String}") {
  How how;
  how.passes = true;
  return findings("for: AWS::S3::Bucket\nrequire: {property: " + property +
                      ", is: right}\nabsent: unknown\nmessage: \"has {property} {value}\"\n",
                  "Parameters: {" + parameters + "}\nResources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties:\n" + properties,
                  how);
}

const std::string kPass = "pass 3:3 B passes\n";

}  // namespace

TEST_CASE("a path leads through maps to a value, and its way is told in the words of the file") {
  CHECK(is_right("A.B.C", "      A: {B: {C: right}}\n") == kPass);
  CHECK(is_right("A.B.C", "      A: {B: {C: wrong}}\n") == "fail 6:18 <A.B.C> B has A.B.C wrong\n");
  CHECK(is_right("A.B.C", "      A: text\n") == "unknown 6:10 <A> B: cannot tell: A is no JSON\n");
  CHECK(is_right("A.B.C", "      A: 7\n") == "unknown 6:10 <A> B: cannot tell: A is no map\n");
  CHECK(is_right("A.B", "      A: !Ref P\n") ==
        "unknown 6:10 <A> B: cannot tell: A depends on parameter P, which has no default\n");
  CHECK(is_right("A.B", "      A: !GetAtt C.D\n") ==
        "unknown 6:10 <A> B: cannot tell: A names C, which is not in this deployment\n");
}

TEST_CASE("what is absent stands at the key of the innermost ancestor that is there, else at the resource") {
  CHECK(is_right("A.B.C", "      A: {B: {D: x}}\n") == "unknown 6:11 <A.B.C> B: cannot tell: A.B.C is not set\n");
  CHECK(is_right("A.B.C", "      A: {D: x}\n") == "unknown 6:7 <A.B.C> B: cannot tell: A.B.C is not set\n");
  CHECK(is_right("A.B.C", "      D: x\n") == "unknown 3:3 <A.B.C> B: cannot tell: A.B.C is not set\n");
  CHECK(is_right("A", "      A: !Ref AWS::NoValue\n") == "unknown 3:3 <A> B: cannot tell: A is not set\n");
}

TEST_CASE("a list of one is walked through, one of several is not") {
  CHECK(is_right("A.B", "      A: [{B: wrong}]\n") == "fail 6:15 <A[0].B> B has A[0].B wrong\n");
  CHECK(is_right("A.B", "      A: [{B: right}, {B: right}]\n") == "unknown 6:10 <A> B: cannot tell: A is a list\n");
  CHECK(is_right("A.B", "      A: []\n") == "unknown 6:7 <A.B> B: cannot tell: A.B is not set\n");
}

TEST_CASE("a selector takes the value of a key, of a map as of a list of pairs") {
  CHECK(is_right("A(x.y)", "      A: {x.y: right}\n") == kPass);
  CHECK(is_right("A(x.y)", "      A: [{Key: a, Value: wrong}, {Key: x.y, Value: right}]\n") == kPass);
  CHECK(is_right("A(x.y)", "      A: [{ParameterName: x.y, ParameterValue: wrong}]\n") ==
        "fail 6:48 <A[0].ParameterValue> B has A[0].ParameterValue wrong\n");
  CHECK(is_right("A(x.y)", "      A: [{Key: a, Value: right}]\n") == "unknown 6:7 <A(x.y)> B: cannot tell: A(x.y) is not set\n");
  CHECK(is_right("A(x.y)", "      A: [{Key: x.y}]\n") == "unknown 6:7 <A(x.y)> B: cannot tell: A(x.y) is not set\n");
}

TEST_CASE("a member that may be the one that a selector means is not known") {
  CHECK(is_right("A(x.y)", "      A: [{Key: a, Value: right}, !Ref P]\n") ==
        "unknown 6:10 <A(x.y)> B: cannot tell: A(x.y) is a list with members that are not known\n");
  CHECK(is_right("A(x.y)", "      A: [!Ref P, {Key: x.y, Value: right}]\n") == kPass);
  CHECK(is_right("A(x.y)", "      A: [{Key: !Ref P, Value: right}]\n") ==
        "unknown 6:10 <A(x.y)> B: cannot tell: A(x.y) is a list with members that are not known\n");
  CHECK(is_right("A(x.y)", "      A: [{Key: !Sub 'a.${P}', Value: right}]\n") ==
        "unknown 6:7 <A(x.y)> B: cannot tell: A(x.y) is not set\n");
}

TEST_CASE("selectors of fields pick a member, one after the other") {
  const std::string options =
      "      A:\n      - {N: one, O: x, Value: wrong}\n      - {N: two, O: x, Value: wrong}\n      - {N: two, O: y, Value: "
      "right}\n";
  CHECK(is_right("A(N=two).O", options) == "fail 8:21 <A[1].O> B has A[1].O x\n");
  CHECK(is_right("A(N=two)(O=x).Value", options) == "fail 8:31 <A[1].Value> B has A[1].Value wrong\n");
  CHECK(is_right("A(N=three).Value", options) == "unknown 6:7 <A(N=three).Value> B: cannot tell: A(N=three).Value is not set\n");
}

TEST_CASE("a step into a text reads the JSON in it, holes and all") {
  CHECK(is_right("A.B", "      A: '{\"B\": \"right\"}'\n") == kPass);
  CHECK(is_right("A.B", "      A: '{\"B\": \"wrong\"}'\n") == "fail 6:17 <A.B> B has A.B wrong\n");
  CHECK(is_right("A.B", "      A: !Sub '{\"B\": \"${P}\"}'\n") ==
        "unknown 6:22 <A.B> B: cannot tell: A.B depends on parameter P, which has no default\n");
  CHECK(is_right("A.B", "      A: !Sub '{\"B\": \"${P}-x\"}'\n") == "fail 6:22 <A.B> B has A.B ${P}-x\n");
  CHECK(is_right("A.B", "      A: ''\n") == "unknown 6:7 <A.B> B: cannot tell: A.B is not set\n");
}

TEST_CASE("every scalar below is a leaf") {
  const auto leaves = [](const std::string& properties) {
    return findings(
        "for: AWS::S3::Bucket\nforbid: {property: '**', contains: [secret]}\nabsent: pass\nmessage: \"has {property}\"\n",
        "Resources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties: " + properties + "\n");
  };
  CHECK(leaves("{A: {B: [x, {C: secret}]}}") == "fail 4:33 <A.B[1].C> B has A.B[1].C\n");
  CHECK(leaves("{A: {B: [x, {C: y}]}}") == "");
}

TEST_CASE("a path through lists collects from all members") {
  const auto covers = [](const std::string& properties) {
    return findings(
        "for: AWS::S3::Bucket\nrequire: {property: A.T, covers: [x, y]}\nabsent: fail\nmessage: \"has {value}\"\n",
        "Parameters: {P: {Type: String}}\nResources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties: " + properties + "\n");
  };
  CHECK(covers("{A: [{T: [x]}, {T: y}, {U: z}]}") == "");
  CHECK(covers("{A: [{T: [x]}]}") == "fail 5:26 <A[0].T> B has x\n");
  CHECK(covers("{A: [{T: [x]}, !Ref P]}") ==
        "unknown 5:26 <A[0].T> B: cannot tell: A[0].T depends on parameter P, which has no default\n");
  CHECK(covers("{A: [{U: z}]}") == "fail 5:22 <A[0].T> B: A[0].T is not set\n");
}

TEST_CASE("paths differ by type; a tag is found wherever the type keeps its tags") {
  const std::string buckets =
      "Resources:\n  B: {Type: AWS::S3::Bucket, Properties: {A: x, Tags: [{Key: owner, Value: me}]}}\n"
      "  T: {Type: AWS::SNS::Topic, Properties: {C: x, TagList: {owner: me}}}\n  U: {Type: AWS::SNS::Topic, Properties: {C: "
      "y}}\n";
  CHECK(findings("for: [AWS::S3::Bucket, AWS::SNS::Topic]\nforbid: {property: {AWS::S3::Bucket: A, AWS::SNS::Topic: B.C}, is: "
                 "x}\nabsent: pass\n"
                 "message: \"has {value}\"\n",
                 buckets) == "fail 2:46 <A> B has x\n");
  How tags;
  tags.files = {{"tables/taggable-types.yaml",
                 "source: https://example.com\ndate: 2026-11-25\nkey: [type]\nmatch: exact\nrows:\n- {type: AWS::SNS::Topic, "
                 "property: TagList}\n"}};
  CHECK(findings("for: [AWS::S3::Bucket, AWS::SNS::Topic]\nrequire: {tag: owner, set: true}\nmessage: has no owner\n", buckets,
                 tags) == "fail 4:3 <TagList(owner)> U has no owner\n");
}

TEST_CASE("of properties that are not known as a whole it is said what was looked for") {
  CHECK(findings("for: AWS::S3::Bucket\nrequire: {property: A.B, is: right}\nabsent: fail\nmessage: fails\n",
                 "Resources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties: {'Fn::Transform': {Name: Macro}}\n") ==
        "unknown 4:17 <A.B> B: cannot tell: A.B may be changed by macro Macro\n");
}
