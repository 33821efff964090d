#include <fmt/format.h>

#include <string>

#include "catch.h"
#include "iam/asking.h"

using namespace demarc;

namespace {

const Owned kIdentity{StatementTest::Document::identity, {}, {}};

std::string quoted(const std::string& text) {
  std::string result = "\"";
  for (const char c : text) result += c == '"' ? std::string("\\\"") : std::string(1, c);
  return result + '"';
}

}  // namespace

TEST_CASE("A document may be JSON text, and a statement has its place in it") {
  CHECK(answer("identity Allow all=*", quoted(R"({"Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]})"),
               kIdentity) == "yes\nyes Policy.Statement[0]@1:19: actions=* resources=* restriction=");
}

TEST_CASE("A hole in JSON text is a hole of the element in which it stands") {
  CHECK(
      answer(
          "resource Allow everyone any=s3:GetObject resources-any=self",
          R"({"Fn::Sub": "{\"Statement\": [{\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"s3:GetObject\", \"Resource\": \"${Bucket.Arn}\"}]}"})")
          .substr(0, 4) == "yes\n");
  CHECK(truth_of("identity Allow any=s3:GetObject",
                 R"({"Fn::Sub": "{\"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"${Action}\", \"Resource\": \"*\"}]}"})",
                 kIdentity) == "unknown");
}

TEST_CASE("A document that is not known, or is no document, is one evidence") {
  CHECK(answer("identity Allow all=*", R"({"Fn::ImportValue": "policy"})", kIdentity) ==
        "unknown\nunknown Policy@1:1: Policy is imported from another stack (policy)");
  CHECK(answer("identity Allow all=*", R"("admin")", kIdentity) == "unknown\nunknown Policy@1:1: Policy is no JSON");
  CHECK(answer("identity Allow all=*", "5", kIdentity) == "unknown\nunknown Policy@1:1: Policy is no policy document (5)");
}

TEST_CASE("A statement that is not known does not hide another one") {
  CHECK(answer("identity Allow all=*", R"({"Statement": [{"Ref": "Statement"},
{"Effect": "Allow", "Action": "*", "Resource": "*"}]})",
               kIdentity) ==
        "yes\nyes Policy.Statement[1]@2:1: actions=* resources=* restriction=\n"
        "unknown Policy.Statement[0]@1:16: Policy.Statement[0] depends on parameter Statement, which has no default");
  CHECK(answer("identity Allow all=*", R"({"Statement": {"Ref": "Statements"}})", kIdentity) ==
        "unknown\nunknown Policy.Statement@1:15: Policy.Statement depends on parameter Statements, which has no default");
}

TEST_CASE("What AWS would refuse is not known") {
  const auto of = [](const std::string& elements) {
    return answer("identity Allow any=s3:*", R"({"Statement": [{"Effect": "Allow", )" + elements + "}]}", kIdentity);
  };
  CHECK(of(R"("Resource": "*")") == "unknown\nunknown Policy.Statement[0]@1:16: Statement has no Action");
  CHECK(of(R"("Action": "s3:*")") == "unknown\nunknown Policy.Statement[0]@1:16: Statement has no Resource");
  CHECK(of(R"("Action": "s3:*", "NotAction": "ec2:*", "Resource": "*")") ==
        "unknown\nunknown Policy.Statement[0]@1:16: Statement has both Action and NotAction");
}

TEST_CASE("Conditions around elements decide in each world") {
  CHECK(answer("identity Allow all=*",
               R"({"Statement": [{"Effect": "Allow", "Action": {"Fn::If": ["IsDev", "*", "s3:GetObject"]}, "Resource": "*"}]})",
               kIdentity) == "yes\nyes Policy.Statement[0]@1:16: actions=* resources=* restriction=\nor\nno");
  CHECK(
      answer(
          "identity Allow all=*",
          R"({"Statement": [{"Fn::If": ["IsDev", {"Effect": "Allow", "Action": "*", "Resource": "*"}, {"Ref": "AWS::NoValue"}]}]})",
          kIdentity) == "yes\nyes Policy.Statement[0]@1:37: actions=* resources=* restriction=\nor\nno");
  CHECK(answer("resource Allow public", R"({"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*",
    "Condition": {"Fn::If": ["InVpc", {"StringEquals": {"aws:SourceVpc": "vpc-1"}}, {"Ref": "AWS::NoValue"}]}}]})") ==
        "no\nor\nyes\nyes Policy.Statement[0]@1:16: actions=* principal=everyone resources=* restriction=");
  CHECK(
      answer(
          "identity Allow any=s3:PutObject",
          R"({"Statement": [{"Effect": "Allow", "Action": ["s3:GetObject", {"Fn::If": ["IsDev", ["s3:PutObject", "s3:DeleteObject"], {"Ref": "AWS::NoValue"}]}], "Resource": "*"}]})",
          kIdentity) == "yes\nyes Policy.Statement[0]@1:16: actions=s3:PutObject resources=* restriction=\nor\nno");
}

TEST_CASE("What is not asked for does not split worlds") {
  CHECK(truth_of(
            "identity Allow any=s3:*",
            R"({"Statement": [{"Sid": {"Fn::If": ["IsDev", "A", "B"]}, "Effect": "Allow", "Action": "s3:*", "Resource": "*"}]})",
            kIdentity) == "yes");
}

TEST_CASE("A permission of a function is a statement") {
  const auto permission = [](const std::string& rest) {
    return answer("resource Allow public",
                  R"([{"Action": "lambda:InvokeFunction", "FunctionName": {"Ref": "Bucket"}, )" + rest + "}]");
  };
  CHECK(permission(R"("Principal": "*")") ==
        "yes\nyes Policy[0]@1:2: actions=lambda:InvokeFunction principal=everyone resources=itself restriction=");
  CHECK(permission(R"("Principal": "*", "PrincipalOrgID": "o-a1b2c3d4e5")") == "no");
  CHECK(permission(R"("Principal": "*", "SourceAccount": {"Ref": "AWS::AccountId"})") == "no");
  CHECK(permission(R"("Principal": "*", "SourceArn": "arn:aws:sns:*:*:alerts")") ==
        "yes\nyes Policy[0]@1:2: actions=lambda:InvokeFunction principal=everyone resources=itself "
        "restriction=, on conditions that anyone can meet (aws:SourceArn)");
  CHECK(permission(R"("Principal": "*", "FunctionUrlAuthType": "NONE")") ==
        "yes\nyes Policy[0]@1:2: actions=lambda:InvokeFunction principal=everyone resources=itself "
        "restriction=, on conditions that anyone can meet (lambda:FunctionUrlAuthType)");
  CHECK(permission(R"("Principal": "sns.amazonaws.com")") == "no");
}

TEST_CASE("A permission for a service without a source is one without condition") {
  const auto permission = [](const std::string& rest) {
    return truth_of("resource Allow service none",
                    R"({"Action": "lambda:InvokeFunction", "Principal": "s3.amazonaws.com")" + rest + "}");
  };
  CHECK(permission("") == "yes");
  CHECK(permission(R"(, "SourceArn": {"Fn::GetAtt": "Bucket.Arn"})") == "no");
}

TEST_CASE("A permission of an event bus has its condition in three parts") {
  const auto permission = [](const std::string& rest) {
    return truth_of("resource Allow public",
                    R"({"Action": "events:PutEvents", "Principal": "*", "StatementId": "a")" + rest + "}");
  };
  CHECK(permission("") == "yes");
  CHECK(permission(R"(, "Condition": {"Type": "StringEquals", "Key": "aws:PrincipalOrgID", "Value": "o-a1b2c3d4e5"})") == "no");
  CHECK(truth_of("resource Allow public",
                 R"({"Statement": {"Effect": "Allow", "Principal": "*", "Action": "events:PutEvents", "Resource": "*"}})") ==
        "yes");
}

TEST_CASE("A document longer than AWS takes is not judged") {
  std::string document = R"({"Statement": [)";
  for (int i = 0; i < 5'000; ++i) {
    document += fmt::format(R"({{"Effect": "{}", "Action": "s3:Get{}", "Resource": "arn:aws:s3:::a{}"}},)",
                            i % 2 ? "Deny" : "Allow", i, i);
  }
  document.back() = ']';
  CHECK(answer("identity Allow all=*", document + "}", kIdentity) ==
        "unknown\nunknown Policy@1:1: Policy is longer than AWS takes");
}

TEST_CASE("A document as long as AWS takes is judged in no time, whatever it says") {
  std::string document = R"({"Statement": [)";
  for (int i = 0; i < 900; ++i) {
    document += fmt::format(R"({{"Effect": "{}", "Action": "s3:*a*a*b", "Resource": "*a*a*{}"}},)", i % 2 ? "Deny" : "Allow", i);
  }
  document.back() = ']';
  CHECK(truth_of("identity Allow all=*", document + "}", kIdentity) == "no");
  CHECK(truth_of("identity Allow any=s3:*", document + "}", kIdentity) == "yes");
}
