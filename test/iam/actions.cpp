#include <fmt/format.h>

#include <string>

#include "catch.h"
#include "iam/asking.h"

using namespace demarc;

namespace {

const Owned kIdentity{StatementTest::Document::identity, {}, {}};

std::string statement(const std::string& elements) { return R"({"Version": "2012-10-17", "Statement": [{)" + elements + "}]}"; }

// Whether an Allow of some actions on everything satisfies a test.
std::string allowing(const std::string& actions, const std::string& test) {
  return truth_of("identity Allow " + test,
                  statement(fmt::format(R"("Effect": "Allow", "Action": {}, "Resource": "*")", actions)), kIdentity);
}

std::string allowing_not(const std::string& actions, const std::string& test) {
  return truth_of("identity Allow " + test,
                  statement(fmt::format(R"("Effect": "Allow", "NotAction": {}, "Resource": "*")", actions)), kIdentity);
}

std::string on(const std::string& resources, const std::string& test) {
  return truth_of("identity Allow " + test,
                  statement(fmt::format(R"("Effect": "Allow", "Action": "s3:*", "Resource": {})", resources)), kIdentity);
}

}  // namespace

TEST_CASE("An administrator's statement grants every action on every resource") {
  CHECK(answer("identity Allow all=* resources-all=*", statement(R"("Effect": "Allow", "Action": "*", "Resource": "*")"),
               kIdentity) == "yes\nyes Policy.Statement[0]@1:41: actions=* resources=* restriction=");
}

TEST_CASE("A single statement, single actions and single resources need no list") {
  CHECK(answer("identity Allow any=s3:GetObject",
               R"({"Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}})",
               kIdentity) == "yes\nyes Policy.Statement@1:15: actions=s3:GetObject resources=* restriction=");
}

TEST_CASE("actions-any is satisfied by one action that both sides mean") {
  CHECK(allowing(R"("s3:GetObject")", "any=s3:GetObject") == "yes");
  CHECK(allowing(R"("s3:Get*")", "any=s3:GetObject") == "yes");
  CHECK(allowing(R"("s3:*")", "any=s3:GetObject") == "yes");
  CHECK(allowing(R"("*")", "any=s3:GetObject") == "yes");
  CHECK(allowing(R"("s3:GetObject")", "any=s3:*") == "yes");
  CHECK(allowing(R"("s3:GetObject")", "any=s3:Get*") == "yes");
  CHECK(allowing(R"("s3:*Object")", "any=s3:Get*") == "yes");
  CHECK(allowing(R"("s3:GetObjec?")", "any=s3:GetObject") == "yes");
  CHECK(allowing(R"("s3:PutObject")", "any=s3:Get*") == "no");
  CHECK(allowing(R"("s3:Get")", "any=s3:GetObject") == "no");
  CHECK(allowing(R"("s3:GetObjectAcl")", "any=s3:GetObject") == "no");
  CHECK(allowing(R"(["s3:PutObject", "s3:DeleteObject"])", "any=s3:GetObject,s3:DeleteObject") == "yes");
}

TEST_CASE("actions-all must be covered whole") {
  CHECK(allowing(R"("s3:*")", "all=s3:*") == "yes");
  CHECK(allowing(R"("*")", "all=s3:*") == "yes");
  CHECK(allowing(R"("*:*")", "all=*") == "yes");
  CHECK(allowing(R"("**")", "all=*") == "yes");
  CHECK(allowing(R"("s3:Get*")", "all=s3:*") == "no");
  CHECK(allowing(R"("s3:*")", "all=*") == "no");
  CHECK(allowing(R"("s3:*")", "all=s3:GetObject,ec2:RunInstances") == "no");
  CHECK(allowing(R"(["s3:*", "ec2:Run*"])", "all=s3:GetObject,ec2:RunInstances") == "yes");
  CHECK(allowing(R"("s3:Get?bject")", "all=s3:Get*") == "no");
  CHECK(allowing(R"("s3:????")", "all=s3:???") == "no");
}

TEST_CASE("Actions and the names of elements are alike in any case") {
  CHECK(allowing(R"("S3:getobject")", "any=s3:GetObject") == "yes");
  CHECK(truth_of("identity Allow any=s3:GetObject",
                 R"({"statement": [{"effect": "Allow", "ACTION": "s3:GetObject", "resource": "*"}]})", kIdentity) == "yes");
}

TEST_CASE("Effects are not: AWS takes Allow and Deny only") {
  CHECK(answer("identity Allow any=s3:*", statement(R"("Effect": "allow", "Action": "s3:*", "Resource": "*")"), kIdentity) ==
        "unknown\nunknown Policy.Statement[0]@1:41: Effect is no effect (allow)");
}

TEST_CASE("NotAction grants all but what it names") {
  CHECK(allowing_not(R"("iam:*")", "any=s3:GetObject") == "yes");
  CHECK(allowing_not(R"("iam:*")", "any=iam:PassRole") == "no");
  CHECK(allowing_not(R"("iam:Pass*")", "any=iam:*") == "yes");
  CHECK(allowing_not(R"("iam:*")", "all=s3:*") == "yes");
  CHECK(allowing_not(R"("iam:*")", "all=*") == "no");
  CHECK(allowing_not(R"("iam:PassRole")", "all=iam:*") == "no");
  CHECK(allowing_not(R"("*")", "any=s3:GetObject") == "no");
}

TEST_CASE("uses finds NotAction, NotResource and NotPrincipal") {
  CHECK(allowing_not(R"("iam:*")", "uses=NotAction") == "yes");
  CHECK(allowing(R"("iam:*")", "uses=NotAction") == "no");
  CHECK(allowing(R"("iam:*")", "uses=NotAction,NotResource") == "no");
  CHECK(answer("identity Allow uses=NotAction,NotResource",
               statement(R"("Effect": "Allow", "Action": "s3:*", "NotResource": "arn:aws:s3:::a")"), kIdentity) ==
        "yes\nyes Policy.Statement[0]@1:41: actions=s3:* resources=everything but arn:aws:s3:::a restriction=");
  CHECK(truth_of("resource Allow uses=NotPrincipal",
                 statement(R"("Effect": "Allow", "NotPrincipal": {"AWS": "111122223333"}, "Action": "s3:*", "Resource": "*")")) ==
        "yes");
}

TEST_CASE("Resources are covered and met as actions are, but in their own case") {
  CHECK(on(R"("*")", "resources-all=*") == "yes");
  CHECK(on(R"("arn:aws:s3:::logs/*")", "resources-all=*") == "no");
  CHECK(on(R"("arn:aws:s3:::*")", "resources-all=arn:aws:s3:::logs/*") == "yes");
  CHECK(on(R"("arn:aws:s3:::LOGS/*")", "resources-any=arn:aws:s3:::logs/*") == "no");
  CHECK(on(R"(["arn:aws:s3:::logs/a*", "arn:aws:s3:::data"])", "resources-any=arn:aws:s3:::logs/*b") == "yes");
}

TEST_CASE("NotResource speaks of all but what it names") {
  const auto on_not = [](const std::string& resource, const std::string& test) {
    return truth_of("identity Allow " + test,
                    statement(fmt::format(R"("Effect": "Allow", "Action": "s3:*", "NotResource": {})", resource)), kIdentity);
  };
  CHECK(on_not(R"("arn:aws:s3:::logs/*")", "resources-any=arn:aws:s3:::data") == "yes");
  CHECK(on_not(R"("arn:aws:s3:::logs/*")", "resources-any=arn:aws:s3:::logs/a") == "no");
  CHECK(on_not(R"("arn:aws:s3:::logs/*")", "resources-all=*") == "no");
}

TEST_CASE("Several statements cover together what none covers alone, and each is named") {
  CHECK(answer("identity Allow all=s3:Get*,s3:Put*", R"({"Statement": [
{"Effect": "Allow", "Action": "s3:Get*", "Resource": "*"},
{"Effect": "Allow", "Action": "ec2:*", "Resource": "*"},
{"Effect": "Allow", "Action": "s3:Put*", "Resource": "*"}]})",
               kIdentity) ==
        "yes\n"
        "yes Policy.Statement[0]@2:1: actions=s3:Get* resources=* restriction=\n"
        "yes Policy.Statement[2]@4:1: actions=s3:Put* resources=* restriction=");
}

TEST_CASE("Where one statement covers everything, those that cover a part are not named") {
  CHECK(answer("identity Allow all=s3:Get*,s3:Put*", R"({"Statement": [
{"Effect": "Allow", "Action": "s3:Get*", "Resource": "*"},
{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]})",
               kIdentity) == "yes\nyes Policy.Statement[1]@3:1: actions=s3:* resources=* restriction=");
}

TEST_CASE("An action in one statement and the resource in another are no grant together") {
  CHECK(truth_of("identity Allow all=* resources-all=*", R"({"Statement": [
{"Effect": "Allow", "Action": "*", "Resource": "arn:aws:s3:::logs"},
{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]})",
                 kIdentity) == "no");
}

TEST_CASE("The message names the actions that were asked for, and not more than three") {
  CHECK(answer("identity Allow any=s3:*",
               statement(R"("Effect": "Allow", "Action": ["ec2:Run*", "s3:A", "s3:B", "s3:C", "s3:D"], "Resource": "*")"),
               kIdentity) == "yes\nyes Policy.Statement[0]@1:41: actions=s3:A, s3:B and 2 more resources=* restriction=");
  CHECK(answer("identity Allow any=s3:*", statement(R"("Effect": "Allow", "NotAction": ["iam:*", "sts:*"], "Resource": "*")"),
               kIdentity) ==
        "yes\nyes Policy.Statement[0]@1:41: actions=everything but iam:* and sts:* resources=* restriction=");
}

TEST_CASE("A Deny does not grant, and an Allow does not deny") {
  const std::string deny = statement(R"("Effect": "Deny", "Action": "*", "Resource": "*")");
  CHECK(truth_of("identity Allow all=*", deny, kIdentity) == "no");
  CHECK(truth_of("identity Deny all=*", deny, kIdentity) == "yes");
  CHECK(truth_of("identity Deny all=*", statement(R"("Effect": "Allow", "Action": "*", "Resource": "*")"), kIdentity) == "no");
}

TEST_CASE("Documents of another kind are passed over, and without any the answer is the test's own") {
  StatementTest test = asked_statement("identity Allow any=s3:*");
  test.absent = Truth::yes;
  Scenario scenario;
  std::vector<Evidence> evidence;
  const std::vector<PolicyDocument> documents = {{StatementTest::Document::trust, "Trust", Value::text("{}", {})},
                                                 {StatementTest::Document::identity, "Policy", Value::null()}};
  CHECK(judge_statements(test, documents, {}, Sources(), scenario, evidence) == Truth::yes);
  CHECK(evidence.empty());
}

TEST_CASE("A key's policy is a resource policy, a trust policy is not") {
  const std::string open = statement(R"("Effect": "Allow", "Principal": "*", "Action": "kms:*", "Resource": "*")");
  CHECK(truth_of("resource Allow everyone", open, {StatementTest::Document::key, {}, {}}) == "yes");
  CHECK(truth_of("key Allow everyone", open, {StatementTest::Document::key, {}, {}}) == "yes");
  CHECK(truth_of("key Allow everyone", open) == "no");
  CHECK(truth_of("any Allow everyone", open, {StatementTest::Document::trust, {}, {}}) == "yes");
  CHECK(truth_of("resource Allow everyone", open, {StatementTest::Document::trust, {}, {}}) == "no");
}

TEST_CASE("An empty document grants nothing") {
  CHECK(answer("identity Allow any=s3:*", "{}", kIdentity) == "no");
  CHECK(answer("identity Allow any=s3:*", R"({"Version": "2012-10-17", "Statement": []})", kIdentity) == "no");
}
