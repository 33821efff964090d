#include "catch.h"
#include "judged.h"

using namespace demarc;
using namespace demarc::test;

namespace {

constexpr const char* kParameters = "P: {Type: String}, Keys: {Type: List<AWS::EC2::KeyPair::KeyName>}";

// A template of one bucket, whose property V is flow YAML; nothing where it is left out.
std::string with(const std::string& value) {
  std::string property = value.empty() ? "" : "V: " + value;
  return std::string("Parameters: {") + kParameters +
         "}\nResources:\n  Other: {Type: AWS::SNS::Topic}\n  B:\n    Type: AWS::S3::Bucket\n" + "    Properties: {" + property +
         "}\n";
}

// The verdict of `require: {property: V, TEST}` on a value, with what the policy says of absence.
std::string verdict(const std::string& test, const std::string& value, const std::string& absent = "unknown") {
  Judged judged;
  judge(judged, "for: AWS::S3::Bucket\nrequire: {property: V, " + test + "}\nabsent: " + absent + "\nmessage: fails\n",
        with(value));
  if (!judged.mistakes.empty()) return judged.mistakes;
  return judged.evaluation.findings.empty() ? "none" : std::string(name_of(judged.evaluation.findings[0].verdict));
}

// The reason why a test cannot tell.
std::string why(const std::string& test, const std::string& value) {
  Judged judged;
  judge(judged, "for: AWS::S3::Bucket\nrequire: {property: V, " + test + "}\nabsent: unknown\nmessage: fails\n", with(value));
  return judged.evaluation.findings.empty() ? judged.mistakes : judged.evaluation.findings[0].message;
}

constexpr const char* kHole = "!Sub 'logs-${P}-eu'";

}  // namespace

TEST_CASE("set: what is written, known or not") {
  for (const char* value : {"x", "0", "false", "[x]", "{A: x}", "!Ref Other", "!Sub '${P}-x'", "'{{resolve:ssm:/x}}'"}) {
    CHECK(verdict("set: true", value) == "pass");
    CHECK(verdict("set: false", value) == "fail");
  }
  for (const char* value : {"", "''", "[]", "{}", "!Ref AWS::NoValue", "[!Ref AWS::NoValue]"}) {
    CHECK(verdict("set: true", value) == "fail");
    CHECK(verdict("set: false", value) == "pass");
  }
  CHECK(verdict("set: true", "!Ref P") == "unknown");
  CHECK(verdict("set: false", "!Sub '${P}'") == "unknown");
}

TEST_CASE("is: a boolean is its text in any case, a number its decimal value, text itself") {
  for (const char* value : {"true", "'true'", "TRUE", "'True'"}) CHECK(verdict("is: true", value) == "pass");
  CHECK(verdict("is: true", "'yes'") == "fail");
  CHECK(verdict("is: false", "'False'") == "pass");
  for (const char* value : {"7", "'7'", "7.0", "'07.00'", "70e-1"}) CHECK(verdict("is: 7", value) == "pass");
  for (const char* value : {"8", "'7.1'", "-7", "seven"}) CHECK(verdict("is: 7", value) == "fail");
  CHECK(verdict("is: 12345678901234567890", "12345678901234567891") == "fail");
  CHECK(verdict("is: required", "required") == "pass");
  CHECK(verdict("is: required", "Required") == "fail");
  CHECK(verdict("is: required, ignore-case: true", "Required") == "pass");
}

TEST_CASE("is: a text that is partly known is different where its pieces exclude the other") {
  CHECK(verdict("is: logs-7-eu", kHole) == "unknown");
  CHECK(verdict("is: logs-7-us", kHole) == "fail");
  CHECK(verdict("is: logs--eu", kHole) == "unknown");
  CHECK(verdict("is: logs-eu", kHole) == "fail");
  CHECK(verdict("is: LOGS-7-EU", kHole) == "fail");
  CHECK(verdict("is: LOGS-7-EU, ignore-case: true", kHole) == "unknown");
}

TEST_CASE("is: references, lists and maps are not known to be equal to anything") {
  CHECK(why("is: x", "!Ref Other") == "cannot tell: V is the name of Other, which is known only after deployment");
  CHECK(why("is: x", "!GetAtt Other.TopicArn") == "cannot tell: V is Other.TopicArn, which is known only after deployment");
  CHECK(why("is: x", "[x]") == "cannot tell: V is a list");
  CHECK(why("is: x", "{A: x}") == "cannot tell: V is a map");
  CHECK(why("is: x", "!Ref P") == "cannot tell: V depends on parameter P, which has no default");
  CHECK(why("is: x", "!ImportValue Net") == "cannot tell: V is imported from another stack (Net)");
}

TEST_CASE("in: one of them, or perhaps one of them") {
  CHECK(verdict("in: [a, b]", "b") == "pass");
  CHECK(verdict("in: [a, b]", "c") == "fail");
  CHECK(verdict("in: [a, logs-1-eu]", kHole) == "unknown");
  CHECK(verdict("in: [a, logs-1-us]", kHole) == "fail");
}

TEST_CASE("at-least and at-most compare decimals; what is no number is not known; empty text is absent") {
  CHECK(verdict("at-least: 7", "7") == "pass");
  CHECK(verdict("at-least: 7", "'6.99'") == "fail");
  CHECK(verdict("at-least: 7", "-8") == "fail");
  CHECK(verdict("at-most: 0.5", "0.50") == "pass");
  CHECK(verdict("at-most: 0.5", "1e-1") == "pass");
  CHECK(verdict("at-most: 90", "100") == "fail");
  CHECK(why("at-least: 7", "week") == "cannot tell: V is no number (week)");
  CHECK(verdict("at-least: 7", "''", "fail") == "fail");
  CHECK(verdict("at-least: 7", "''", "pass") == "pass");
}

TEST_CASE("after and before compare dates with a date, or with the day of the run moved by days") {
  CHECK(verdict("after: 2026-01-01", "2026-01-02") == "pass");
  CHECK(verdict("after: 2026-01-01", "2026-01-01") == "fail");
  CHECK(verdict("before: 2026-01-01", "'2025-12-31T23:59:59Z'") == "pass");
  CHECK(verdict("after: 0 days", "2026-11-26") == "pass");
  CHECK(verdict("after: 0 days", "2026-11-25") == "fail");
  CHECK(verdict("after: 90 days", "2027-02-23") == "fail");
  CHECK(verdict("after: 90 days", "2027-02-24") == "pass");
  CHECK(why("after: 0 days", "tomorrow") == "cannot tell: V is no date (tomorrow)");
}

TEST_CASE("like: every filling of the holes matches, or none can") {
  CHECK(verdict("like: 'logs-*'", "logs-x") == "pass");
  CHECK(verdict("like: 'logs-?'", "logs-ä") == "pass");
  CHECK(verdict("like: 'logs-?'", "logs-xy") == "fail");
  CHECK(verdict("like: ['a*', 'logs-*']", "logs-x") == "pass");
  CHECK(verdict("like: 'logs-*'", kHole) == "pass");
  CHECK(verdict("like: '*-eu'", kHole) == "pass");
  CHECK(verdict("like: '*-us'", kHole) == "fail");
  CHECK(verdict("like: 'logs-a*'", kHole) == "unknown");
  CHECK(verdict("like: 'logs-?-eu'", kHole) == "unknown");
  CHECK(verdict("like: 'LOGS-*', ignore-case: true", kHole) == "pass");
}

TEST_CASE("matches: an expression on known text") {
  CHECK(verdict("matches: '^logs-[0-9]+$'", "logs-12") == "pass");
  CHECK(verdict("matches: '^logs-[0-9]+$'", "logs-x") == "fail");
  CHECK(verdict("matches: '^logs'", kHole) == "unknown");
}

TEST_CASE("contains, covers and within look at the members of a list; a single value is a list of one") {
  CHECK(verdict("contains: [a, b]", "[x, b]") == "pass");
  CHECK(verdict("contains: [a, b]", "b") == "pass");
  CHECK(verdict("contains: [a, b]", "[x]") == "fail");
  CHECK(verdict("contains: [a, b]", "[x, !Ref P]") == "unknown");
  CHECK(verdict("contains: [a, b]", "[a, !Ref P]") == "pass");
  CHECK(verdict("covers: [a, b]", "[b, x, a]") == "pass");
  CHECK(verdict("covers: [a, b]", "[a]") == "fail");
  CHECK(verdict("covers: [a, b]", "[a, !Ref P]") == "unknown");
  CHECK(verdict("covers: [a]", "[]") == "fail");
  CHECK(verdict("within: [a, b]", "[a, a]") == "pass");
  CHECK(verdict("within: [a, b]", "[a, c]") == "fail");
  CHECK(verdict("within: [a, b]", "[!Ref P, c]") == "fail");
  CHECK(verdict("within: [a, b]", "[a, !Ref P]") == "unknown");
  CHECK(why("contains: [a]", "!Ref Keys") == "cannot tell: V depends on parameter Keys, which has no default");
  CHECK(why("contains: [a]", "[x, !Ref P]") == "cannot tell: V is a list with members that are not known");
}

TEST_CASE("same-as: equal, the same referent, or different resources") {
  const auto same = [](const std::string& properties) {
    return findings("for: AWS::S3::Bucket\nrequire: {property: A, same-as: B}\nabsent: fail\nmessage: differs\n",
                    "Parameters: {P: {Type: String}}\nResources:\n  X: {Type: AWS::KMS::Key}\n  Y: {Type: AWS::KMS::Key}\n  B:\n "
                    "   Type: AWS::S3::Bucket\n    Properties: {" +
                        properties + "}\n",
                    {{}, {}, {}, "2026-11-25", InputScope::stack, false, true});
  };
  CHECK(same("A: 1, B: '1.0'") == "pass 5:3 B passes\n");
  CHECK(same("A: x, B: y") == "fail 7:21 <A> B differs\n");
  CHECK(same("A: !Ref X, B: !Ref X") == "pass 5:3 B passes\n");
  CHECK(same("A: !Ref X, B: !Ref Y") == "fail 7:21 <A> B differs\n");
  CHECK(same("A: !Ref X, B: !GetAtt X.Arn") ==
        "unknown 7:21 <A> B: cannot tell: A is the name of X, which is known only after deployment\n");
  CHECK(same("A: x, B: !Ref P") == "unknown 7:21 <A> B: cannot tell: A depends on parameter P, which has no default\n");
  CHECK(same("A: x") == "fail 7:21 <A> B differs\n");
  CHECK(same("B: x") == "fail 5:3 <A> B: A is not set\n");
}
