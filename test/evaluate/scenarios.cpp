#include "catch.h"
#include "judged.h"

using namespace demarc;
using namespace demarc::test;

namespace {

const std::string kPolicy =
    "for: AWS::S3::Bucket\nforbid: {property: Acl, in: [PublicRead, PublicReadWrite]}\nabsent: pass\nmessage: \"grants "
    "{value}\"\n";

// A template with parameters and conditions in flow YAML, and a bucket at line 4.
std::string bucket(const std::string& parameters, const std::string& conditions, const std::string& acl,
                   const std::string& more = "") {
  return "Parameters: {" + parameters + "}\nConditions: {" + conditions + "}\nResources:\n  Logs: {Type: AWS::S3::Bucket, " +
         more + "Properties: {Acl: " + acl + "}}\n";
}

std::string judged(const std::string& text, bool passes = false) {
  How how;
  how.passes = passes;
  return findings(kPolicy, text, how);
}

const std::string kEnv = "Env: {Type: String, AllowedValues: [dev, test, prod], Default: prod}";
const std::string kProd = "IsProd: !Equals [!Ref Env, prod]";

}  // namespace

TEST_CASE("what holds in every world is said without a word about worlds") {
  CHECK(judged(bucket(kEnv, kProd, "PublicRead")) == "fail 4:51 <Acl> Logs grants PublicRead\n");
  CHECK(judged(bucket(kEnv, kProd, "!If [IsProd, Private, Private]")) == "");
}

TEST_CASE("a finding stands at the branch that is taken, and names the condition that decides") {
  CHECK(judged(bucket(kEnv, kProd, "!If [IsProd, Private, PublicRead]")) ==
        "fail 4:73 <Acl> Logs grants PublicRead, when IsProd is false (Env is not prod)\n");
  CHECK(judged(bucket(kEnv, kProd, "!If [IsProd, PublicRead, Private]")) ==
        "fail 4:64 <Acl> Logs grants PublicRead, with default values\n");
  CHECK(judged(bucket(kEnv, kProd, "!If [IsProd, PublicRead, PublicReadWrite]")) ==
        "fail 4:64 <Acl> Logs grants PublicRead, with default values\n"
        "fail 4:76 <Acl> Logs grants PublicReadWrite, when IsProd is false (Env is not prod)\n");
}

TEST_CASE("the values of a parameter are worlds of their own") {
  const std::string acl = "Acl: {Type: String, AllowedValues: [Private, PublicRead, PublicReadWrite], Default: Private}";
  CHECK(judged(bucket(acl, "X: !Equals [a, b]", "!Ref Acl")) ==
        "fail 1:59 <Acl> Logs grants PublicRead (allowed by parameter Acl), only when Acl is PublicRead\n"
        "fail 1:71 <Acl> Logs grants PublicReadWrite (allowed by parameter Acl), only when Acl is PublicReadWrite\n");
}

TEST_CASE("a default alone stands for its parameter, and is named") {
  const std::string text = bucket("Acl: {Type: String, Default: PublicRead}", "X: !Equals [a, b]", "!Ref Acl");
  CHECK(judged(text) == "fail 1:43 <Acl> Logs grants PublicRead (default of parameter Acl)\n");
  Judged whole;
  judge(whole, kPolicy, text);
  REQUIRE(whole.evaluation.findings.size() == 1);
  REQUIRE(whole.evaluation.findings[0].related.size() == 1);
  CHECK(show(whole, whole.evaluation.findings[0].related[0].place) + " " + whole.evaluation.findings[0].related[0].message ==
        "4:51 Logs uses it");
}

TEST_CASE("parameters without a default are named even if the others have their defaults") {
  CHECK(judged(bucket("A: {Type: String}, " + kEnv, "IsA: !Equals [!Ref A, x]", "!If [IsA, PublicRead, Private]")) ==
        "fail 4:61 <Acl> Logs grants PublicRead, when IsA is true (A is x)\n");
  CHECK(judged(bucket("Key: {Type: String, Default: ''}", "HasKey: !Not [!Equals [!Ref Key, '']]",
                      "!If [HasKey, PublicRead, Private]")) ==
        "fail 4:64 <Acl> Logs grants PublicRead, when HasKey is true (Key is not empty)\n");
}

TEST_CASE("a condition that is called like its parameter is said once") {
  CHECK(judged(bucket("Open: {Type: String, AllowedValues: ['true', 'false'], Default: 'false'}",
                      "Open: !Equals [!Ref Open, 'true']", "!If [Open, PublicRead, Private]")) ==
        "fail 4:62 <Acl> Logs grants PublicRead, when Open is true\n");
}

TEST_CASE("where no one condition decides, the parameters that matter are said") {
  const std::string both = "IsProd: !Equals [!Ref Env, prod], IsEu: !Equals [!Ref AWS::Region, eu-west-1]";
  CHECK(judged(bucket(kEnv, both, "!If [IsProd, Private, !If [IsEu, PublicRead, Private]]")) ==
        "fail 4:84 <Acl> Logs grants PublicRead, only when Env is not prod and AWS::Region is eu-west-1\n");
}

TEST_CASE("a resource's own condition holds inside it") {
  CHECK(judged(bucket(kEnv, kProd, "!If [IsProd, Private, PublicRead]", "Condition: IsProd, "), true) ==
        "pass 4:3 Logs passes\n");
  CHECK(judged(bucket(kEnv, kProd, "PublicRead", "Condition: IsProd, ")) == "fail 4:70 <Acl> Logs grants PublicRead\n");
}

TEST_CASE("a resource that can never be made has no findings, and one note") {
  CHECK(judged(bucket(kEnv, "Never: !Equals [!Ref Env, staging]", "PublicRead", "Condition: Never, ")) ==
        "note 4:3 Logs is never created: its condition Never holds with no parameters\n");
}

TEST_CASE("failing in one world outweighs not known in another") {
  CHECK(judged(bucket(kEnv + ", P: {Type: String}", kProd, "!If [IsProd, !Ref P, PublicRead]")) ==
        "fail 4:72 <Acl> Logs grants PublicRead, when IsProd is false (Env is not prod)\n");
  CHECK(judged(bucket(kEnv + ", P: {Type: String}", kProd, "!If [IsProd, !Ref P, Private]")) ==
        "unknown 4:64 <Acl> Logs: cannot tell: Acl depends on parameter P, which has no default, with default values\n");
}

TEST_CASE("a policy that does not apply in one world passes if it passes in the others") {
  const std::string policy =
      "for: AWS::S3::Bucket\nwhen: {property: Acl, is: A}\nrequire: {property: Acl, in: [A]}\nabsent: pass\nmessage: fails\n";
  How how;
  how.passes = true;
  CHECK(findings(policy, bucket(kEnv, kProd, "!If [IsProd, A, B]"), how) == "pass 4:3 Logs passes\n");
  CHECK(findings(policy, bucket(kEnv, kProd, "!If [IsProd, C, B]"), how) == "");
}

TEST_CASE("conditions of related resources belong to the scenario") {
  const std::string policy =
      "for: AWS::CloudTrail::Trail\nrequire: {refers-to: AWS::S3::Bucket, via: B, where: {property: Locked, is: true}}\nmessage: "
      "fails\n";
  const std::string text = "Parameters: {" + kEnv + "}\nConditions: {" + kProd +
                           "}\nResources:\n  T: {Type: AWS::CloudTrail::Trail, Properties: {B: !Ref L}}\n"
                           "  L: {Type: AWS::S3::Bucket, Properties: {Locked: !If [IsProd, true, false]}}\n";
  CHECK(findings(policy, text) == "fail 4:53 <B> T fails, only when Env is not prod\n");
}

TEST_CASE("items are told apart by their worlds") {
  const std::string policy =
      "for: AWS::S3::Bucket\neach: Rules\nforbid: {property: Port, is: 22}\nabsent: pass\nmessage: \"opens {value}\"\n";
  CHECK(findings(policy, "Parameters: {" + kEnv + "}\nConditions: {" + kProd +
                             "}\nResources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties:\n      Rules:\n"
                             "      - {Port: 22}\n      - !If [IsProd, {Port: 22}, !Ref AWS::NoValue]\n      - {Port: !If "
                             "[IsProd, 80, 22]}\n") ==
        "fail 8:9 <Rules[0]> B opens 22\n"
        "fail 9:22 <Rules[1]> B opens 22, with default values\n"
        "fail 10:9 <Rules[2]> B opens 22, when IsProd is false (Env is not prod)\n");
}

TEST_CASE("more worlds than are tried leave the answer open, unless one of them fails") {
  std::string parameters, conditions, list, all;
  for (int i = 0; i < 12; ++i) {
    const std::string n = std::to_string(i);
    parameters += (i > 0 ? ", P" : "P") + n + ": {Type: String, Default: ''}";
    conditions += (i > 0 ? ", C" : "C") + n + ": !Equals [!Ref P" + n + ", x]";
    list += (i > 0 ? ", " : "") + std::string("!If [C") + n + ", a" + n + ", b]";
  }
  const std::string policy = "for: AWS::S3::Bucket\nforbid: {property: Acl, contains: [z]}\nabsent: pass\nmessage: fails\n";
  CHECK(findings(policy, bucket(parameters, conditions, "[" + list + "]")) ==
        "unknown 4:3 Logs: cannot tell: what decides it depends on more combinations of parameters than are tried\n"
        "note 4:3 Logs: 1 policy rests on more combinations of parameters than are tried: --parameters gives them values\n");
  CHECK(findings(policy, bucket(parameters, conditions, "[z, " + list + "]")) == "fail 4:52 <Acl[0]> Logs fails\n");
}

TEST_CASE("values of secret parameters are not said") {
  CHECK(judged(bucket("S: {Type: String, NoEcho: true, Default: PublicRead}", "X: !Equals [a, b]", "!Ref S")) ==
        "fail 1:55 <Acl> Logs grants (sensitive) (default of parameter S)\n");
  CHECK(judged(bucket("S: {Type: String, NoEcho: true, Default: x}", "IsS: !Equals [!Ref S, hunter2]",
                      "!If [IsS, PublicRead, Private]")) ==
        "fail 4:61 <Acl> Logs grants PublicRead, when IsS is true (S is a certain value)\n");
}

TEST_CASE("conditions that mention each other many times are judged at once") {
  std::string conditions = "C0: !Equals [!Ref Env, prod]";
  for (int i = 1; i <= 60; ++i) {
    std::string before = "{Condition: C" + std::to_string(i - 1) + "}";
    conditions += ", C" + std::to_string(i) + ": !And [" + before + ", " + before + "]";
  }
  CHECK(judged(bucket(kEnv, conditions, "!If [C60, Private, PublicRead]")) ==
        "fail 4:70 <Acl> Logs grants PublicRead, when C60 is false (Env is not prod)\n");
}

// The first nine rules have more worlds than are tried, so that nobody sees that the last two contradict each other.
TEST_CASE("a resource that no values can deploy is not passed in silence") {
  std::string parameters = kEnv, rules;
  for (int i = 0; i < 9; ++i) {
    const std::string p = "P" + std::to_string(i);
    parameters += ", " + p + ": {Type: String, AllowedValues: [a, b]}";
    rules += "R" + p + ": {Assertions: [{Assert: !Or [!Equals [!Ref " + p + ", a], !Equals [!Ref " + p + ", b]]}]}, ";
  }
  rules += "A: {Assertions: [{Assert: !Equals [!Ref Env, dev]}]}, B: {Assertions: [{Assert: !Equals [!Ref Env, prod]}]}";
  CHECK(judged("Rules: {" + rules + "}\n" + bucket(parameters, kProd, "!If [IsProd, Private, PublicRead]"), true) ==
        "unknown 5:3 Logs: cannot tell: no values of the parameters can be deployed\n");
}

TEST_CASE("rules narrow the worlds in which a resource is judged") {
  const std::string rule = "Rules: {Closed: {RuleCondition: !Equals [!Ref Env, prod], Assertions: [{Assert: !Equals [!Ref Open, 'no']}]}}\n";
  const std::string open = kEnv + ", Open: {Type: String, AllowedValues: ['yes', 'no'], Default: 'no'}";
  const std::string conditions = kProd + ", IsOpen: !Equals [!Ref Open, 'yes']";
  CHECK(judged(bucket(open, conditions, "!If [IsProd, !If [IsOpen, PublicRead, Private], Private]")) ==
        "fail 4:77 <Acl> Logs grants PublicRead, only when Env is prod and Open is yes\n");
  CHECK(judged(rule + bucket(open, conditions, "!If [IsProd, !If [IsOpen, PublicRead, Private], Private]"), true) == "pass 5:3 Logs passes\n");
  CHECK(judged(rule + bucket(open, conditions, "!If [IsOpen, PublicRead, Private]")) ==
        "fail 5:64 <Acl> Logs grants PublicRead, when IsOpen is true (Open is yes)\n");
}
