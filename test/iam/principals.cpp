#include <fmt/format.h>

#include <string>

#include "catch.h"
#include "iam/asking.h"

using namespace demarc;

namespace {

std::string statement(const std::string& effect, const std::string& principal) {
  return fmt::format(R"({{"Statement": [{{"Effect": "{}", "Principal": {}, "Action": "s3:*", "Resource": "*"}}]}})", effect,
                     principal);
}

std::string is(const std::string& asked, const std::string& principal, const Owned& owned = {}) {
  return truth_of("resource Allow " + asked, statement("Allow", principal), owned);
}

std::string is_not(const std::string& effect, const std::string& asked, const std::string& principal) {
  return truth_of("resource " + effect + " " + asked,
                  fmt::format(R"({{"Statement": [{{"Effect": "{}", "NotPrincipal": {}, "Action": "s3:*", "Resource": "*"}}]}})",
                              effect, principal));
}

}  // namespace

TEST_CASE("Everyone is the star, alone, as an AWS principal, or among others") {
  CHECK(is("everyone", R"("*")") == "yes");
  CHECK(is("everyone", R"({"AWS": "*"})") == "yes");
  CHECK(is("everyone", R"({"aws": ["111122223333", "*"]})") == "yes");
  CHECK(is("everyone", R"(["*"])") == "yes");
  CHECK(is("everyone", R"({"AWS": "111122223333"})") == "no");
  CHECK(is("everyone", R"({"Service": "*"})") == "no");
  CHECK(is("everyone", R"({"Federated": "graph.facebook.com"})") == "no");
}

TEST_CASE("A star in an ARN is nobody AWS would take, so nobody knows whom it means") {
  CHECK(answer("resource Allow everyone", statement("Allow", R"({"AWS": "arn:aws:iam::*:root"})")) ==
        "unknown\nunknown Policy.Statement[0]@1:16: Principal has a star in arn:aws:iam::*:root, which AWS refuses");
  CHECK(is("foreign", R"({"AWS": "arn:aws:iam::*:root"})") == "unknown");
  CHECK(is("service", R"({"AWS": "arn:aws:iam::*:root"})") == "no");
}

TEST_CASE("A statement of an identity's policy has no principal, so it is for nobody else") {
  CHECK(truth_of("identity Allow everyone", R"({"Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]})",
                 {StatementTest::Document::identity, {}, {}}) == "no");
}

TEST_CASE("All but some are everyone where they are allowed, and not where they are denied") {
  CHECK(is_not("Allow", "everyone", R"({"AWS": "111122223333"})") == "yes");
  CHECK(is_not("Deny", "everyone", R"({"AWS": "111122223333"})") == "no");
  CHECK(is_not("Allow", "everyone", R"("*")") == "no");
}

TEST_CASE("A principal that is not known may be everyone; the name of a resource may not") {
  CHECK(answer("resource Allow everyone", statement("Allow", R"({"AWS": {"Ref": "Who"}})")) ==
        "unknown\nunknown Policy.Statement[0]@1:16: Principal depends on parameter Who, which has no default");
  CHECK(is("everyone", R"({"Ref": "Who"})") == "unknown");
  CHECK(is("everyone", R"({"AWS": {"Fn::GetAtt": "Role.Arn"}})") == "no");
  CHECK(is("everyone", R"({"AWS": {"Fn::Sub": "arn:aws:iam::${Account}:root"}})") == "no");
  CHECK(is("everyone", R"({"AWS": {"Ref": "AWS::AccountId"}})") == "no");
  CHECK(is("everyone", R"({"AWS": {"Fn::ImportValue": "deploy-role"}})") == "no");
}

TEST_CASE("The message names the principals") {
  CHECK(answer("resource Allow any=s3:*",
               statement("Allow", R"({"AWS": ["111122223333", {"Fn::GetAtt": "Role.Arn"}], "Service": "sns.amazonaws.com"})")) ==
        "yes\nyes Policy.Statement[0]@1:16: actions=s3:* principal=111122223333, Role.Arn and sns.amazonaws.com resources=* "
        "restriction=");
  CHECK(
      answer(
          "resource Allow everyone",
          R"({"Statement": [{"Effect": "Allow", "NotPrincipal": {"AWS": "111122223333"}, "Action": "s3:*", "Resource": "*"}]})") ==
      "yes\nyes Policy.Statement[0]@1:16: actions=s3:* principal=everyone but 111122223333 resources=* restriction=");
}

TEST_CASE("Services and providers are told from accounts") {
  CHECK(is("service", R"({"Service": "lambda.amazonaws.com"})") == "yes");
  CHECK(is("service", R"({"AWS": "111122223333"})") == "no");
  CHECK(is("service", R"({"AWS": {"Ref": "Who"}})") == "no");
  CHECK(is("service", R"({"Ref": "Who"})") == "unknown");
  CHECK(is("federated", R"({"Federated": "arn:aws:iam::111122223333:saml-provider/Login"})") == "yes");
  CHECK(is("federated", R"({"Service": "lambda.amazonaws.com"})") == "no");
}

TEST_CASE("Another account is foreign, the deployment's own is not") {
  CHECK(is("foreign", R"({"AWS": "111122223333"})") == "yes");
  CHECK(is("foreign", R"({"AWS": "arn:aws:iam::111122223333:role/Deploy"})") == "yes");
  CHECK(is("foreign", R"({"AWS": 111122223333})") == "yes");
  CHECK(is("foreign", R"("*")") == "yes");
  CHECK(is("foreign", R"({"AWS": {"Ref": "AWS::AccountId"}})") == "no");
  CHECK(is("foreign", R"({"AWS": {"Fn::Sub": "arn:${AWS::Partition}:iam::${AWS::AccountId}:root"}})") == "no");
  CHECK(is("foreign", R"({"AWS": {"Fn::GetAtt": "Role.Arn"}})") == "no");
  CHECK(is("foreign", R"({"AWS": {"Fn::Sub": "arn:aws:iam::${Account}:root"}})") == "unknown");
  CHECK(is("foreign", R"({"AWS": {"Fn::Sub": "arn:aws:iam::111122223333:role/${Name}"}})") == "yes");
  CHECK(is("foreign", R"({"Service": "lambda.amazonaws.com"})") == "no");
  CHECK(is("foreign", R"({"AWS": "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1"})") == "no");
}

TEST_CASE("Trusted accounts, and accounts in the owner's own ARN, are not foreign") {
  CHECK(is("foreign", R"({"AWS": "111122223333"})", {StatementTest::Document::resource, {}, {"111122223333"}}) == "no");
  CHECK(is("foreign", R"({"AWS": "111122223333"})",
           {StatementTest::Document::resource, {"arn:aws:sqs:eu-west-1:111122223333:jobs"}, {}}) == "no");
  CHECK(is("foreign", R"({"AWS": "444455556666"})",
           {StatementTest::Document::resource, {"arn:aws:sqs:eu-west-1:111122223333:jobs"}, {}}) == "yes");
}

TEST_CASE("Ids that do not say whose account they are are not known to be foreign") {
  CHECK(answer("resource Allow foreign", statement("Allow", R"({"CanonicalUser": "79a59df900b949e55d96a1e698fbaced"})")) ==
        "unknown\nunknown Policy.Statement[0]@1:16: Principal is an id that does not say whose account it is");
  CHECK(is("foreign", R"({"AWS": "AROAEXAMPLEID"})") == "unknown");
  CHECK(is("foreign", R"({"CanonicalUser": {"Fn::GetAtt": "Role.S3CanonicalUserId"}})") == "no");
}

TEST_CASE("The one account that a key policy gives the whole key to is the key's own") {
  const Owned key{StatementTest::Document::key, {}, {}};
  const std::string own =
      R"({"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": "kms:*", "Resource": "*"})";
  const std::string user =
      R"({"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/App"}, "Action": "kms:Decrypt", "Resource": "*"})";
  const std::string other =
      R"({"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::444455556666:root"}, "Action": "kms:Decrypt", "Resource": "*"})";
  CHECK(truth_of("key Allow foreign", R"({"Statement": [)" + own + ", " + user + "]}", key) == "no");
  CHECK(
      answer("key Allow foreign", R"({"Statement": [)" + own + ",\n" + other + "]}", key) ==
      "yes\nyes Policy.Statement[1]@2:1: actions=kms:Decrypt principal=arn:aws:iam::444455556666:root resources=* restriction=");
}

TEST_CASE("Of two accounts that a key policy gives the whole key to nobody can say which is its own") {
  const Owned key{StatementTest::Document::key, {}, {}};
  CHECK(truth_of("key Allow foreign", R"({"Statement": [{"Effect": "Allow", "Action": "kms:*", "Resource": "*",
    "Principal": {"AWS": ["arn:aws:iam::111122223333:root", "arn:aws:iam::444455556666:root"]}}]})",
                 key) == "yes");
}

TEST_CASE("A test may name principals, an account by its id or its root") {
  CHECK(is("arn:aws:iam::111122223333:root", R"({"AWS": "111122223333"})") == "yes");
  CHECK(is("111122223333", R"({"AWS": "arn:aws:iam::111122223333:root"})") == "yes");
  CHECK(is("111122223333", R"({"AWS": "arn:aws:iam::111122223333:role/App"})") == "no");
  CHECK(is("arn:aws:iam::111122223333:*", R"({"AWS": "arn:aws:iam::111122223333:role/App"})") == "yes");
  CHECK(is("lambda.amazonaws.com", R"({"Service": ["s3.amazonaws.com", "lambda.amazonaws.com"]})") == "yes");
  CHECK(is("arn:aws:iam::111122223333:root", R"("*")") == "yes");
  CHECK(is("arn:aws:iam::111122223333:root", R"({"AWS": {"Fn::Sub": "arn:aws:iam::${Account}:root"}})") == "unknown");
  CHECK(is_not("Allow", "111122223333", R"({"AWS": "111122223333"})") == "no");
  CHECK(is_not("Allow", "111122223333", R"({"AWS": "444455556666"})") == "yes");
}

TEST_CASE("Web identity providers that anybody signs up with are public, and not everyone") {
  CHECK(is("public", R"({"Federated": "graph.facebook.com"})") == "yes");
  CHECK(is("public", R"({"Federated": "arn:aws:iam::111122223333:saml-provider/Login"})") == "no");
  const auto trust = [](const std::string& condition) {
    return truth_of(
        "trust Allow public",
        fmt::format(R"({{"Statement": [{{"Effect": "Allow", "Principal": {{"Federated": "cognito-identity.amazonaws.com"}},
      "Action": "sts:AssumeRoleWithWebIdentity", "Condition": {}}}]}})",
                    condition),
        {StatementTest::Document::trust, {}, {}});
  };
  CHECK(trust(R"({"StringEquals": {"cognito-identity.amazonaws.com:aud": {"Ref": "Pool"}}})") == "no");
  CHECK(trust(R"({"ForAnyValue:StringLike": {"cognito-identity.amazonaws.com:amr": "*"}})") == "yes");
  CHECK(trust(R"({"StringEquals": {"accounts.google.com:aud": "1"}})") == "yes");
}
