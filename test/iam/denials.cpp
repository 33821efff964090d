#include <string>

#include "catch.h"
#include "iam/asking.h"

using namespace demarc;

namespace {

const Owned kIdentity{StatementTest::Document::identity, {}, {}};

std::string both(const std::string& allow, const std::string& deny) {
  return R"({"Statement": [{"Effect": "Allow", )" + allow + R"(}, {"Effect": "Deny", )" + deny + "}]}";
}

std::string granted(const std::string& allow, const std::string& deny, const std::string& test = "any=s3:PutObject") {
  return truth_of("identity Allow " + test, both(allow, deny), kIdentity);
}

}  // namespace

TEST_CASE("A Deny without condition takes an Allow back") {
  CHECK(granted(R"("Action": "s3:PutObject", "Resource": "*")", R"("Action": "s3:*", "Resource": "*")") == "no");
  CHECK(granted(R"("Action": ["s3:PutObject", "s3:GetObject"], "Resource": "arn:aws:s3:::a/*")",
                R"("Action": "*", "Resource": "arn:aws:s3:::*")") == "no");
}

TEST_CASE("A Deny with a condition takes nothing back for certain") {
  CHECK(granted(R"("Action": "s3:PutObject", "Resource": "*")",
                R"("Action": "s3:*", "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": "false"}})") == "yes");
}

TEST_CASE("A Deny of part of the resources leaves the rest") {
  CHECK(granted(R"("Action": "s3:PutObject", "Resource": "*")", R"("Action": "s3:*", "Resource": "arn:aws:s3:::a/*")") == "yes");
  CHECK(granted(R"("Action": "s3:PutObject", "Resource": ["arn:aws:s3:::a/*", "arn:aws:s3:::b/*"])",
                R"("Action": "s3:*", "Resource": "arn:aws:s3:::a/*")") == "yes");
}

TEST_CASE("A denied action of a wider Allow is not granted, the others are") {
  const std::string allow = R"("Action": "s3:*", "Resource": "*")";
  CHECK(granted(allow, R"("Action": "s3:Put*", "Resource": "*")") == "no");
  CHECK(granted(allow, R"("Action": "s3:Put*", "Resource": "*")", "any=s3:GetObject") == "yes");
  CHECK(granted(allow, R"("Action": "s3:Put*", "Resource": "*")", "any=s3:*") == "yes");
}

TEST_CASE("NotAction in a Deny denies all but what it names") {
  CHECK(granted(R"("Action": "*", "Resource": "*")", R"("NotAction": "iam:*", "Resource": "*")") == "no");
  CHECK(granted(R"("Action": "*", "Resource": "*")", R"("NotAction": "s3:*", "Resource": "*")") == "yes");
}

TEST_CASE("An administrator who is denied a few things still is one") {
  CHECK(granted(R"("Action": "*", "Resource": "*")", R"("Action": "organizations:*", "Resource": "*")",
                "all=* resources-all=*") == "yes");
  CHECK(granted(R"("Action": "*", "Resource": "*")", R"("Action": "*", "Resource": "*")", "all=* resources-all=*") == "no");
}

TEST_CASE("A Deny reaches its own document only") {
  const TemplateJson allow(R"({"Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}})");
  const TemplateJson deny(R"({"Statement": {"Effect": "Deny", "Action": "s3:*", "Resource": "*"}})");
  const std::vector<PolicyDocument> documents = {{StatementTest::Document::identity, "A", allow.value()},
                                                 {StatementTest::Document::identity, "B", deny.value()}};
  Scenario scenario;
  std::vector<Evidence> evidence;
  CHECK(judge_statements(asked_statement("identity Allow any=s3:*"), documents, {}, allow.sources(), scenario, evidence) ==
        Truth::yes);
  CHECK(described(evidence, allow) == "yes A.Statement@1:15: actions=s3:* resources=* restriction=");
}

TEST_CASE("A Deny for some leaves what is allowed to everyone") {
  const auto public_after = [](const std::string& deny) {
    return truth_of("resource Allow public", both(R"("Principal": "*", "Action": "s3:GetObject", "Resource": "*")", deny));
  };
  CHECK(public_after(R"("Principal": {"AWS": "111122223333"}, "Action": "s3:*", "Resource": "*")") == "yes");
  CHECK(public_after(R"("NotPrincipal": {"AWS": "111122223333"}, "Action": "s3:*", "Resource": "*")") == "yes");
  CHECK(public_after(R"("Principal": "*", "Action": "s3:*", "Resource": "*")") == "no");
  CHECK(public_after(R"("Principal": {"AWS": "*"}, "Action": "s3:*", "Resource": "*")") == "no");
}

TEST_CASE("A Deny for those whom the Allow names takes it back") {
  CHECK(
      truth_of(
          "resource Allow any=s3:*",
          both(
              R"("Principal": {"AWS": ["111122223333", {"Fn::GetAtt": "Role.Arn"}]}, "Action": "s3:*", "Resource": "*")",
              R"("Principal": {"AWS": [{"Fn::GetAtt": "Role.Arn"}, "111122223333", "444455556666"]}, "Action": "s3:*", "Resource": "*")")) ==
      "no");
}

TEST_CASE("A Deny on the same unknown resource takes back all the same") {
  CHECK(granted(R"("Action": "s3:PutObject", "Resource": {"Fn::Sub": "arn:aws:s3:::${Name}/*"})",
                R"("Action": "s3:*", "Resource": {"Fn::Sub": "arn:aws:s3:::${Name}/*"})") == "no");
}

TEST_CASE("A Deny that is not known may take back") {
  CHECK(answer("identity Allow any=s3:PutObject",
               both(R"("Action": "s3:PutObject", "Resource": "*")", R"("Action": {"Ref": "Actions"}, "Resource": "*")"),
               kIdentity) ==
        "unknown\nunknown Policy.Statement[0]@1:16: Action depends on parameter Actions, which has no default");
  CHECK(answer("identity Allow any=s3:PutObject",
               both(R"("Action": "s3:PutObject", "Resource": "*")",
                    R"("Action": "s3:*", "Resource": "*", "Condition": {"Ref": "If"})"),
               kIdentity) ==
        "unknown\nunknown Policy.Statement[0]@1:16: Condition depends on parameter If, which has no default");
}

TEST_CASE("A statement whose effect is not known may take another one back") {
  CHECK(answer("identity Allow any=s3:PutObject",
               R"({"Statement": [{"Effect": "Allow", "Action": "s3:PutObject", "Resource": "*"},
{"Effect": {"Ref": "Effect"}, "Action": "s3:*", "Resource": "*"}]})",
               kIdentity) ==
        "unknown\n"
        "unknown Policy.Statement[0]@1:16: Effect depends on parameter Effect, which has no default\n"
        "unknown Policy.Statement[1]@2:1: Effect depends on parameter Effect, which has no default");
}

TEST_CASE("An effect that is not known may be either") {
  CHECK(answer("identity Allow any=s3:*", R"({"Statement": [{"Effect": {"Ref": "Effect"}, "Action": "s3:*", "Resource": "*"}]})",
               kIdentity) ==
        "unknown\nunknown Policy.Statement[0]@1:16: Effect depends on parameter Effect, which has no default");
}
