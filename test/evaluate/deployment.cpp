#include "catch.h"
#include "judged.h"

using namespace demarc;
using namespace demarc::test;

namespace {

const std::string kTrail =
    "for: deployment\nrequire: {exists: AWS::CloudTrail::Trail, where: {all: [{property: IsLogging, is: true}, {property: Wide, "
    "is: true}]}}\n"
    "message: no trail covers everything\n";

How how(InputScope scope) {
  How how;
  how.scope = scope;
  how.passes = true;
  return how;
}

std::string trails(const std::string& more) {
  return "Parameters: {P: {Type: String}}\nResources:\n  B: {Type: AWS::S3::Bucket}\n" + more;
}

}  // namespace

TEST_CASE("a policy of the deployment is judged once, and is a note unless the inputs are the whole account") {
  Judged judged;
  judge(judged, kTrail, trails(""), how(InputScope::account));
  CHECK(show(judged) == "fail 1:1 deployment no trail covers everything\n");
  CHECK(judged.evaluation.findings[0].severity == Severity::low);
  Judged stack;
  judge(stack, kTrail, trails(""), how(InputScope::stack));
  CHECK(show(stack) == "fail 1:1 deployment no trail covers everything\n");
  CHECK(stack.evaluation.findings[0].severity == Severity::note);
  CHECK(findings(kTrail, trails(""), how(InputScope::files)) == "");
}

TEST_CASE("one that satisfies it anywhere in the run is enough") {
  const std::string good = "  T: {Type: AWS::CloudTrail::Trail, Properties: {IsLogging: true, Wide: true}}\n";
  CHECK(findings(kTrail, trails(good), how(InputScope::account)) == "pass 1:1 deployment passes\n");
  How two = how(InputScope::account);
  two.more = {"Resources:\n" + good};
  CHECK(findings(kTrail, trails(""), two) == "pass 1:1 deployment passes\n");
}

TEST_CASE("the finding stands at the candidate that came nearest") {
  CHECK(findings(kTrail,
                 trails("  T: {Type: AWS::CloudTrail::Trail, Properties: {IsLogging: false, Wide: true}}\n"
                        "  U: {Type: AWS::CloudTrail::Trail, Properties: {IsLogging: true, Wide: false}}\n"),
                 how(InputScope::account)) == "fail 5:73 deployment no trail covers everything\n");
}

TEST_CASE("a candidate of which something is not known leaves the answer open") {
  CHECK(findings(kTrail, trails("  T: {Type: AWS::CloudTrail::Trail, Properties: {IsLogging: true, Wide: !Ref P}}\n"),
                 how(InputScope::account)) ==
        "unknown 4:73 deployment: cannot tell: Wide of T depends on parameter P, which has no default\n");
}

TEST_CASE("a candidate that a world lacks does not count there") {
  const std::string text =
      "Parameters: {Env: {Type: String, AllowedValues: [dev, prod], Default: prod}}\nConditions: {IsProd: !Equals [!Ref Env, "
      "prod]}\nResources:\n"
      "  T: {Type: AWS::CloudTrail::Trail, Condition: IsProd, Properties: {IsLogging: true, Wide: true}}\n";
  CHECK(findings(kTrail, text, how(InputScope::account)) ==
        "fail 1:1 deployment no trail covers everything, only when Env is dev\n");
}

TEST_CASE("many resources give the same findings in the same order as few") {
  const std::string policy = "for: AWS::SNS::Topic\nforbid: {property: Open, is: true}\nabsent: pass\nmessage: is open\n";
  std::string text = "Resources:\n", expected;
  for (int i = 0; i < 1000; ++i) {
    const bool open = i % 7 == 0;
    text += "  T" + std::to_string(i) + ": {Type: AWS::SNS::Topic, Properties: {Open: " + (open ? "true" : "false") + "}}\n";
    const std::size_t column = 49 + std::to_string(i).size();
    if (open)
      expected += "fail " + std::to_string(i + 2) + ":" + std::to_string(column) + " <Open> T" + std::to_string(i) + " is open\n";
  }
  CHECK(findings(policy, text) == expected);
}
