#include "catch.h"
#include "judged.h"

using namespace demarc;
using namespace demarc::test;

namespace {

const std::string kParameters =
    "Parameters:\n  P: {Type: String}\n  D: {Type: String, Default: hunter2}\n  N: {Type: String, NoEcho: true}\n  E: {Type: "
    "String, NoEcho: true, Default: hunter2}\n"
    "  S: {Type: 'AWS::SSM::Parameter::Value<String>', Default: /db/password}\n";

std::string with(const std::string& value) {
  std::string property = value.empty() ? "" : "V: " + value;
  return kParameters +
         "Resources:\n  Key: {Type: AWS::KMS::Key}\n  Secret: {Type: AWS::SecretsManager::Secret}\n  B:\n    Type: "
         "AWS::RDS::DBInstance\n    Properties: {" +
         property + "}\n";
}

std::string verdict(const std::string& kind, const std::string& value) {
  Judged judged;
  judge(judged, "for: AWS::RDS::DBInstance\nrequire: {property: V, kind: " + kind + "}\nmessage: \"has {value}\"\n", with(value));
  if (!judged.mistakes.empty()) return judged.mistakes;
  return std::string(name_of(judged.evaluation.findings.at(0).verdict));
}

std::string places(const Judged& judged) {
  std::string result;
  for (const Place& place : judged.evaluation.secrets) {
    Range range = place.range;
    result += std::string(judged.sources[place.file].text().substr(range.begin, range.end - range.begin)) + "; ";
  }
  return result;
}

}  // namespace

TEST_CASE("a customer key is a key of one's own") {
  for (const char* value :
       {"!Ref Key", "!GetAtt Key.Arn", "alias/mine", "arn:aws:kms:eu-west-1:111122223333:key/1234", "1234abcd-12ab",
        "!Sub 'alias/${AWS::StackName}-db'", "!Sub 'arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/${P}'"}) {
    INFO(value);
    CHECK(verdict("customer-key", value) == "pass");
  }
  for (const char* value : {"", "''", "alias/aws/rds", "aws/rds", "arn:aws:kms:eu-west-1:111122223333:alias/aws/rds",
                            "!Sub 'arn:aws:kms:${AWS::Region}:${AWS::AccountId}:alias/aws/rds'", "AWS_OWNED_KMS_KEY"}) {
    INFO(value);
    CHECK(verdict("customer-key", value) == "fail");
  }
  for (const char* value : {"!Ref P", "!Sub 'alias/${P}'", "!ImportValue Key", "!Ref S"}) {
    INFO(value);
    CHECK(verdict("customer-key", value) == "unknown");
  }
}

TEST_CASE("a literal secret stands in the file") {
  for (const char* value : {"hunter2", "12345678", "!Ref D", "!Ref E"}) {
    INFO(value);
    CHECK(verdict("literal-secret", value) == "pass");
  }
  for (const char* value :
       {"", "''", "!Ref N", "!Ref P", "!Ref S", "'{{resolve:secretsmanager:db:SecretString:password}}'",
        "!Sub '{{resolve:secretsmanager:${Secret}:SecretString:password}}'", "!GetAtt Secret.Id", "!Sub '${N}'"}) {
    INFO(value);
    CHECK(verdict("literal-secret", value) == "fail");
  }
  for (const char* value : {"!ImportValue Password", "!Sub 'hunter-${N}'"}) {
    INFO(value);
    CHECK(verdict("literal-secret", value) == "unknown");
  }
}

TEST_CASE("a message never says a secret") {
  const std::string policy = "for: AWS::RDS::DBInstance\nforbid: {property: V, kind: literal-secret}\nmessage: \"has {value}\"\n";
  CHECK(findings(policy, with("hunter2")) == "fail 12:21 <V> B has (sensitive)\n");
  CHECK(findings("for: AWS::RDS::DBInstance\nforbid: {property: V, is: hunter2}\nabsent: pass\nmessage: \"has {value}\"\n",
                 with("!Ref E")) == "fail 5:44 <V> B has (sensitive) (default of parameter E)\n");
}

TEST_CASE("the places of secrets are those of hidden parameters' defaults, and of literals in the table's properties") {
  How how;
  how.files = {{"tables/secret-properties.yaml",
                "source: https://example.com\ndate: 2026-11-25\nkey: [type]\nmatch: exact\nrows:\n- {type: AWS::RDS::DBInstance, "
                "property: V}\n"}};
  const std::string policy = "for: AWS::RDS::DBInstance\nrequire: {property: V, set: true}\nmessage: fails\n";
  Judged literal;
  judge(literal, policy, with("open-sesame"), how);
  CHECK(places(literal) == "hunter2; open-sesame; ");
  Judged reference;
  judge(reference, policy, with("!Ref E"), how);
  CHECK(places(reference) == "hunter2; ");
  Judged given;
  judge(given, policy, with("!Ref D"), how);
  CHECK(places(given) == "hunter2; hunter2; ");
  Judged dynamic;
  judge(dynamic, policy, with("'{{resolve:ssm:/db}}'"), how);
  CHECK(places(dynamic) == "hunter2; ");
}

namespace {

How with_table() {
  How how;
  how.files = {{"tables/runtimes.yaml",
                "source: https://example.com\ndate: 2026-11-01\nkey: [runtime]\nmatch: exact\nrows:\n- {runtime: old, end: "
                "2026-01-31, logs: [a, b]}\n"
                "- {runtime: soon, end: 2026-12-31, logs: a}\n- {runtime: new}\n"}};
  how.passes = true;
  return how;
}

}  // namespace

TEST_CASE("a lookup is the cell of a table's row") {
  const auto judged = [](const std::string& value) {
    return findings(
        "for: AWS::RDS::DBInstance\nrequire: {lookup: runtimes.end, by: V, after: 0 days}\nabsent: pass\nmessage: \"uses {key}, "
        "unsupported since {value}\"\n",
        with(value), with_table());
  };
  CHECK(judged("old") == "fail 12:21 <V> B uses old, unsupported since 2026-01-31\n");
  CHECK(judged("soon") == "pass 10:3 B passes\n");
  CHECK(judged("new") == "pass 10:3 B passes\n");
  CHECK(judged("") == "pass 10:3 B passes\n");
  CHECK(judged("other") == "unknown 12:21 <V> B: cannot tell: V other is not in runtimes of 2026-11-01\n");
  CHECK(judged("!Ref P") == "unknown 12:21 <V> B: cannot tell: V depends on parameter P, which has no default\n");
}

TEST_CASE("an operand may come from a table") {
  const auto covers = [](const std::string& properties) {
    return findings(
        "for: AWS::RDS::DBInstance\nrequire: {property: Logs, covers: {lookup: runtimes.logs, by: V}}\nabsent: fail\nmessage: "
        "\"has {value}\"\n",
        with(properties), with_table());
  };
  CHECK(covers("old, Logs: [a, b]") == "pass 10:3 B passes\n");
  CHECK(covers("old, Logs: [a]") == "fail 12:32 <Logs> B has a\n");
  CHECK(covers("soon, Logs: [a]") == "pass 10:3 B passes\n");
  CHECK(covers("other, Logs: [a]") ==
        "unknown 12:34 <Logs> B: cannot tell: Logs cannot be compared: other is not in runtimes of 2026-11-01\n");
  CHECK(
      findings("for: AWS::RDS::DBInstance\nforbid: {property: V, in: {table: runtimes}}\nabsent: pass\nmessage: \"is {value}\"\n",
               with("old"), with_table()) == "fail 12:21 <V> B is old\n");
}

namespace {

How with_credentials() {
  How how;
  how.files = {{"tables/credentials.yaml",
                "source: https://example.com\ndate: 2026-11-25\nkey: [name]\nmatch: exact\nrows:\n- {name: an access key, pattern: "
                "'AKIA[A-Z2-7]{16}'}\n- {name: a password, pattern: 'password=[a-z-]{6,}'}\n"},
               {"tables/secret-attributes.yaml",
                "source: https://example.com\ndate: 2026-11-25\nkey: [type, attribute]\nmatch: exact\nrows:\n- {type: "
                "AWS::SecretsManager::Secret, attribute: Id}\n"}};
  how.passes = true;
  return how;
}

std::string credential_in(const std::string& value) {
  return findings(
      "for: AWS::RDS::DBInstance\nforbid: {property: V, kind: credential}\nmessage: \"holds {credential}, {value}\"\n", with(value),
      with_credentials());
}

}  // namespace

TEST_CASE("a credential is known by its look, alone, within a text, beside what is not known, and in base64") {
  const std::string key = "fail 12:21 <V> B holds an access key, (sensitive)\n";
  CHECK(credential_in("AKIAQ4J5Y6Z7W2X3V4B5") == key);
  CHECK(credential_in("'export KEY=AKIAQ4J5Y6Z7W2X3V4B5; run'") == key);
  CHECK(credential_in("!Sub 'run ${P} AKIAQ4J5Y6Z7W2X3V4B5'") == key);
  CHECK(credential_in("ZXhwb3J0IEtFWT1BS0lBUTRKNVk2WjdXMlgzVjRCNQo=") == key);
  CHECK(credential_in("password=correct-horse") == "fail 12:21 <V> B holds a password, (sensitive)\n");
}

TEST_CASE("what a hole stands for, or another resource hands out, is no credential of the file") {
  const std::string none = "pass 10:3 B passes\n";
  CHECK(credential_in("!Sub 'password=${N}'") == none);
  CHECK(credential_in("!Sub 'password=${P}correct'") == none);
  CHECK(credential_in("!Ref N") == none);
  CHECK(credential_in("!GetAtt Secret.Id") == none);
  CHECK(credential_in("'{{resolve:secretsmanager:db:SecretString:password}}'") == none);
  CHECK(credential_in("") == none);
}

TEST_CASE("a secret is looked for at every place that a path leads to") {
  const std::string policy = "for: AWS::RDS::DBInstance\nforbid: {property: V.**, kind: credential}\nmessage: \"holds {credential}\"\n";
  CHECK(findings(policy, with("{a: [one, two], b: {c: password=correct-horse}}"), with_credentials()) ==
        "fail 12:44 <V.b.c> B holds a password\n");
  CHECK(findings(policy, with("{a: [one, two], b: {c: !Ref P}}"), with_credentials()) == "pass 10:3 B passes\n");
}

TEST_CASE("a secret attribute is one that a resource hands out, alone or within a text") {
  const auto judged = [](const std::string& value) {
    return findings("for: AWS::RDS::DBInstance\nforbid: {property: V, kind: secret-attribute}\nmessage: shows it\n", with(value),
                    with_credentials());
  };
  CHECK(judged("!GetAtt Secret.Id") == "fail 12:21 <V> B shows it\n");
  CHECK(judged("!Sub 'key ${Secret.Id}'") == "fail 12:21 <V> B shows it\n");
  CHECK(judged("!Ref Secret") == "pass 10:3 B passes\n");
  CHECK(judged("!GetAtt Key.Arn") == "pass 10:3 B passes\n");
}

TEST_CASE("the places of secrets that a policy found must not be shown") {
  Judged judged;
  judge(judged, "for: AWS::RDS::DBInstance\nforbid: {property: V, kind: credential}\nmessage: holds one\n", with("password=correct-horse"),
        with_credentials());
  CHECK(places(judged) == "hunter2; password=correct-horse; ");
}
