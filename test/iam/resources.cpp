#include <fmt/format.h>

#include <string>

#include "catch.h"
#include "iam/asking.h"

using namespace demarc;

namespace {

// A policy of Bucket that denies everyone everything on some resources without TLS.
std::string tls_only(const std::string& resources,
                     const std::string& condition = R"({"Bool": {"aws:SecureTransport": "false"}})") {
  return fmt::format(
      R"({{"Statement": [{{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": {}, "Condition": {}}}]}})",
      resources, condition);
}

const std::string kTlsOnly = "Deny everyone all=s3:* resources-all=self,self/* if=aws:SecureTransport:false";

const std::string kOwn = R"([{"Fn::GetAtt": "Bucket.Arn"}, {"Fn::Sub": "${Bucket.Arn}/*"}])";

}  // namespace

TEST_CASE("A bucket is itself by its ARN, however that is written") {
  CHECK(truth_of(kTlsOnly, tls_only(kOwn)) == "yes");
  CHECK(truth_of(kTlsOnly,
                 tls_only(R"([{"Fn::Sub": "arn:aws:s3:::${Bucket}"}, {"Fn::Sub": "arn:${AWS::Partition}:s3:::${Bucket}/*"}])")) ==
        "yes");
  CHECK(truth_of(kTlsOnly, tls_only(R"("*")")) == "yes");
  CHECK(truth_of(kTlsOnly, tls_only(R"({"Fn::Sub": "arn:aws:s3:::${Bucket}*"})")) == "yes");
}

TEST_CASE("A bucket is itself by the name that the template writes") {
  const Owned named{StatementTest::Document::resource, {"logs", "arn:*:s3:::logs", "arn:*:s3:::logs/*"}, {}};
  CHECK(truth_of(kTlsOnly, tls_only(R"(["arn:aws:s3:::logs", "arn:aws:s3:::logs/*"])"), named) == "yes");
  CHECK(truth_of(kTlsOnly, tls_only(R"(["arn:aws-cn:s3:::logs", "arn:aws-cn:s3:::logs/*"])"), named) == "yes");
  CHECK(truth_of(kTlsOnly, tls_only(R"("arn:aws:s3:::lo*")"), named) == "yes");
  CHECK(truth_of(kTlsOnly, tls_only(R"(["arn:aws:s3:::data", "arn:aws:s3:::data/*"])"), named) == "no");
  CHECK(truth_of(kTlsOnly, tls_only(R"(["arn:aws:s3:::logs", "arn:aws:s3:::logs/public/*"])"), named) == "no");
}

TEST_CASE("The suffix that a secret's ARN gets is part of its name") {
  const Owned secret{
      StatementTest::Document::resource, {"arn:*:secretsmanager:*:*:secret:db", "arn:*:secretsmanager:*:*:secret:db-??????"}, {}};
  const auto on = [&](const std::string& resource) {
    return truth_of("Deny everyone resources-all=self", tls_only(resource), secret);
  };
  CHECK(on(R"("arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-a1B2c3")") == "yes");
  CHECK(on(R"("arn:aws:secretsmanager:*:*:secret:db-*")") == "yes");
  CHECK(on(R"("arn:aws:secretsmanager:eu-west-1:111122223333:secret:other-a1B2c3")") == "no");
}

TEST_CASE("Objects alone, or the bucket alone, are not both") {
  CHECK(truth_of(kTlsOnly, tls_only(R"({"Fn::Sub": "${Bucket.Arn}/*"})")) == "no");
  CHECK(truth_of(kTlsOnly, tls_only(R"({"Fn::GetAtt": "Bucket.Arn"})")) == "no");
  CHECK(truth_of("Deny everyone resources-any=self", tls_only(R"({"Fn::GetAtt": "Bucket.Arn"})")) == "yes");
  CHECK(truth_of("Deny everyone resources-any=self", tls_only(R"({"Fn::Sub": "${Bucket.Arn}/*"})")) == "no");
  CHECK(truth_of("Deny everyone resources-any=self/*", tls_only(R"({"Fn::Sub": "${Bucket.Arn}/public/*"})")) == "yes");
}

TEST_CASE("In a bucket's own policy an ARN whose name is not known is the bucket's") {
  CHECK(truth_of(kTlsOnly, tls_only(R"([{"Fn::Sub": "arn:aws:s3:::${Name}"}, {"Fn::Sub": "arn:aws:s3:::${Name}/*"}])")) == "yes");
  CHECK(truth_of(kTlsOnly,
                 tls_only(R"([{"Fn::Sub": "arn:aws:s3:::${Prefix}-logs"}, {"Fn::Sub": "arn:aws:s3:::${Prefix}-logs/*"}])")) ==
        "yes");
  CHECK(truth_of(kTlsOnly,
                 tls_only(R"([{"Fn::Sub": "arn:aws:s3:::${Name}"}, {"Fn::Sub": "arn:aws:s3:::${Name}/${Folder}/*"}])")) == "no");
}

TEST_CASE("Where the bucket's name is written, an ARN whose name is not known may be another one") {
  const Owned named{StatementTest::Document::resource, {"logs", "arn:*:s3:::logs"}, {}};
  CHECK(answer("Deny everyone resources-any=self", tls_only(R"({"Fn::Sub": "arn:aws:s3:::${Name}"})"), named) ==
        "unknown\nunknown Policy.Statement[0]@1:16: Resource depends on parameter Name, which has no default");
}

TEST_CASE("In another policy it is not") {
  const Owned identity{StatementTest::Document::identity, {}, {}};
  CHECK(truth_of("Allow resources-any=self",
                 R"({"Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": {"Fn::Sub": "arn:aws:s3:::${Name}"}}]})",
                 identity) == "unknown");
}

TEST_CASE("Another resource of the template is not the bucket") {
  CHECK(truth_of(kTlsOnly, tls_only(R"([{"Fn::GetAtt": "Topic.Arn"}, {"Fn::Sub": "${Topic.Arn}/*"}])"),
                 {StatementTest::Document::resource, {"arn:*:s3:::logs"}, {}}) == "no");
  CHECK(truth_of("Deny everyone resources-any=self", tls_only(R"({"Fn::Sub": "arn:aws:s3:::${Topic}"})")) == "no");
  CHECK(truth_of("Deny everyone resources-any=self", tls_only(R"({"Fn::GetAtt": "Topic.Arn"})")) == "no");
}

TEST_CASE("A resource that is not known may be the bucket") {
  CHECK(answer(kTlsOnly, tls_only(R"([{"Ref": "Arn"}, {"Fn::Sub": "${Arn}/*"}])")) ==
        "unknown\nunknown Policy.Statement[0]@1:16: Resource depends on parameter Arn, which has no default");
}

TEST_CASE("In a key policy the star is the key") {
  const Owned key{StatementTest::Document::key, {}, {}};
  const std::string all = R"({"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "kms:*", "Resource": "*"}]})";
  CHECK(truth_of("key Allow everyone all=kms:* resources-all=self", all, key) == "yes");
  CHECK(truth_of("key Allow everyone all=kms:* resources-all=*", all, key) == "no");
}

TEST_CASE("A statement that names no resource speaks of its own") {
  const Owned trust{StatementTest::Document::trust, {}, {}};
  CHECK(answer("trust Allow everyone resources-all=self",
               R"({"Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole"}]})", trust) ==
        "yes\nyes Policy.Statement[0]@1:16: actions=sts:AssumeRole principal=everyone resources=itself restriction=");
}

TEST_CASE("A hole in a text never equals the star") {
  const Owned identity{StatementTest::Document::identity, {}, {}};
  const auto on = [&](const std::string& resource) {
    return truth_of("identity Allow all=* resources-all=*",
                    fmt::format(R"({{"Statement": [{{"Effect": "Allow", "Action": "*", "Resource": {}}}]}})", resource),
                    identity);
  };
  CHECK(on(R"({"Fn::Sub": "arn:aws:s3:::${Name}"})") == "no");
  CHECK(on(R"({"Fn::Sub": "${Arn}/*"})") == "no");
  CHECK(on(R"({"Fn::GetAtt": "Topic.Arn"})") == "no");
  CHECK(on(R"({"Fn::Sub": "${Topic.Arn}*"})") == "no");
  CHECK(on(R"({"Fn::ImportValue": "topic-arn"})") == "no");
}

TEST_CASE("A resource of which nothing is known may be the star") {
  const Owned identity{StatementTest::Document::identity, {}, {}};
  const std::string document = R"({"Statement": [{"Effect": "Allow", "Action": "*", "Resource": {"Ref": "Arn"}}]})";
  CHECK(answer("identity Allow all=* resources-all=*", document, identity) ==
        "unknown\nunknown Policy.Statement[0]@1:16: Resource depends on parameter Arn, which has no default");
  CHECK(truth_of("identity Allow all=* resources-all=*",
                 R"({"Statement": [{"Effect": "Allow", "Action": "*", "Resource": ["*", {"Ref": "Arn"}]}]})", identity) == "yes");
  CHECK(truth_of("identity Allow all=* resources-all=*",
                 R"({"Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": {"Ref": "Arn"}}]})", identity) == "no");
}

TEST_CASE("A policy variable is filled by each request, so it covers nothing but itself") {
  const Owned identity{StatementTest::Document::identity, {}, {}};
  const auto on = [&](const std::string& test) {
    return truth_of(
        "identity Allow " + test,
        R"({"Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::home/${aws:username}/*"}]})", identity);
  };
  CHECK(on("resources-all=arn:aws:s3:::home/*") == "no");
  CHECK(on("resources-any=arn:aws:s3:::home/anna/*") == "yes");
  CHECK(on("resources-all=arn:aws:s3:::home/${aws:username}/*") == "yes");
  CHECK(truth_of("identity Allow resources-all=arn:aws:s3:::a${*}b",
                 R"({"Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::a${*}b"}]})",
                 identity) == "yes");
  CHECK(truth_of("identity Allow resources-all=arn:aws:s3:::axb",
                 R"({"Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::a${*}b"}]})",
                 identity) == "no");
}

TEST_CASE("An escaped star is a star and nothing else") {
  const Owned identity{StatementTest::Document::identity, {}, {}};
  const std::string document = R"({"Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::a${*}b"}]})";
  CHECK(truth_of("identity Allow resources-any=arn:aws:s3:::a${*}b", document, identity) == "yes");
  CHECK(truth_of("identity Allow resources-any=arn:aws:s3:::axb", document, identity) == "no");
}

TEST_CASE("A condition must have exactly the keys and values of the test") {
  CHECK(truth_of(kTlsOnly, tls_only(kOwn, R"({"Bool": {"aws:SecureTransport": false}})")) == "yes");
  CHECK(truth_of(kTlsOnly, tls_only(kOwn, R"({"Bool": {"AWS:securetransport": ["False"]}})")) == "yes");
  CHECK(truth_of(kTlsOnly, tls_only(kOwn, R"({"BoolIfExists": {"aws:SecureTransport": "false"}})")) == "yes");
  CHECK(truth_of(kTlsOnly, tls_only(kOwn, R"({"StringNotEquals": {"aws:SecureTransport": "true"}})")) == "yes");
  CHECK(truth_of(kTlsOnly, tls_only(kOwn, R"({"Bool": {"aws:SecureTransport": "true"}})")) == "no");
  CHECK(truth_of(kTlsOnly, tls_only(kOwn, R"({"Bool": {"aws:SecureTransport": ["true", "false"]}})")) == "no");
  CHECK(truth_of(kTlsOnly, tls_only(kOwn, R"({"Null": {"aws:SecureTransport": "false"}})")) == "no");
  CHECK(
      truth_of(kTlsOnly,
               tls_only(kOwn, R"({"Bool": {"aws:SecureTransport": "false"}, "StringEquals": {"aws:PrincipalOrgID": "o-1"}})")) ==
      "no");
  CHECK(truth_of(kTlsOnly, tls_only(kOwn, R"({"NumericLessThan": {"s3:TlsVersion": "1.2"}})")) == "no");
  CHECK(truth_of("Deny everyone if=s3:TlsVersion:1.2", tls_only(kOwn, R"({"NumericLessThan": {"s3:TlsVersion": 1.2}})")) ==
        "yes");
  CHECK(truth_of("Deny everyone none", tls_only(kOwn)) == "no");
  CHECK(truth_of("Deny everyone none", tls_only(kOwn, "{}")) == "yes");
  CHECK(truth_of("Deny everyone none", tls_only(kOwn, R"({"Bool": {}})")) == "yes");
}

TEST_CASE("A condition that only holds if the key is there is not the same for an Allow") {
  const auto allowed_if = [](const std::string& condition) {
    return truth_of(
        "Allow everyone if=aws:SecureTransport:true",
        fmt::format(
            R"({{"Statement": [{{"Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": {}}}]}})",
            condition));
  };
  CHECK(allowed_if(R"({"Bool": {"aws:SecureTransport": "true"}})") == "yes");
  CHECK(allowed_if(R"({"BoolIfExists": {"aws:SecureTransport": "true"}})") == "no");
  CHECK(allowed_if(R"({"ForAllValues:Bool": {"aws:SecureTransport": "true"}})") == "no");
  CHECK(allowed_if(R"({"ForAnyValue:Bool": {"aws:SecureTransport": "true"}})") == "yes");
}

TEST_CASE("Another key keeps a condition from being the one, whatever the rest says") {
  CHECK(truth_of(kTlsOnly, tls_only(kOwn, R"({"Bool": {"Ref": "If"}, "StringEquals": {"aws:PrincipalOrgID": "o-1"}})")) == "no");
  CHECK(truth_of(kTlsOnly, tls_only(kOwn, R"({"Bool": {"Ref": "If"}})")) == "unknown");
}

TEST_CASE("A condition or a value that is not known may be the one") {
  CHECK(answer(kTlsOnly, tls_only(kOwn, R"({"Ref": "If"})")) ==
        "unknown\nunknown Policy.Statement[0]@1:16: Condition depends on parameter If, which has no default");
  CHECK(answer(kTlsOnly, tls_only(kOwn, R"({"Bool": {"aws:SecureTransport": {"Ref": "Tls"}}})")) ==
        "unknown\nunknown Policy.Statement[0]@1:16: aws:SecureTransport depends on parameter Tls, which has no default");
}
