#include "catch.h"
#include "judged.h"

using namespace demarc;
using namespace demarc::test;

namespace {

// A cluster with rules in block style from line 6 on, members at column 9.
std::string rules(const std::string& members) {
  return "Parameters: {P: {Type: String}, L: {Type: List<AWS::EC2::KeyPair::KeyName>}}\nResources:\n  C:\n    Type: "
         "AWS::ECS::Cluster\n    Properties:\n" +
         (members.empty() ? std::string("      Other: x\n") : "      Rules:\n" + members);
}

std::string judged(const std::string& logic, const std::string& members) {
  How how;
  how.passes = true;
  return findings("for: AWS::ECS::Cluster\n" + logic + "\nmessage: \"opens {value}\"\n", rules(members), how);
}

const std::string kPass = "pass 3:3 C passes\n";

}  // namespace

TEST_CASE("each item that fails is a finding of its own, at the item") {
  const std::string each = "each: Rules\nforbid: {property: Port, is: 22}\nabsent: pass";
  CHECK(judged(each, "      - {Port: 22}\n      - {Port: 80}\n      - {Port: '22'}\n") ==
        "fail 7:9 <Rules[0]> C opens 22\nfail 9:9 <Rules[2]> C opens 22\n");
  CHECK(judged(each, "      - {Port: 80}\n") == kPass);
  CHECK(judged(each, "") == kPass);
  CHECK(judged(each, "      - {Port: 22}\n      - {Port: !Ref P}\n") ==
        "fail 7:9 <Rules[0]> C opens 22\n"
        "unknown 8:9 <Rules[1]> C: cannot tell: Rules[1].Port depends on parameter P, which has no default\n");
}

TEST_CASE("where says which items count; an item that may count is unknown where it does not pass anyway") {
  const std::string each = "each: Rules\nwhere: {property: Open, is: true}\nforbid: {property: Port, is: 22}\nabsent: pass";
  CHECK(judged(each, "      - {Port: 22, Open: false}\n      - {Port: 22}\n") == kPass);
  CHECK(judged(each, "      - {Port: 22, Open: true}\n") == "fail 7:9 <Rules[0]> C opens 22\n");
  CHECK(judged(each, "      - {Port: 22, Open: !Ref P}\n") ==
        "unknown 7:9 <Rules[0]> C: cannot tell: Rules[0].Open depends on parameter P, which has no default\n");
  CHECK(judged(each, "      - {Port: 80, Open: !Ref P}\n") == kPass);
}

TEST_CASE("when says which resources a policy is about") {
  const std::string when = "when: {property: Other, is: x}\nrequire: {property: Rules, set: true}";
  CHECK(judged(when, "") == "fail 3:3 <Rules> C opens nothing\n");
  CHECK(judged(when, "      - x\n") == "");
  CHECK(judged("when: {property: Rules, is: x}\nrequire: {property: Other, set: true}", "        !Ref P\n") ==
        "unknown 7:9 <Rules> C: cannot tell: Rules depends on parameter P, which has no default\n");
  CHECK(judged("when: {property: Rules, is: x}\nrequire: {property: Rules, set: true}", "        !Sub '${P}x'\n") == kPass);
}

TEST_CASE("an empty or absent list follows absent; one that is not known is unknown") {
  const std::string each = "each: Rules\nrequire: {property: Port, is: 443}\nabsent: ";
  CHECK(judged(each + "fail", "") == "fail 3:3 <Rules> C: Rules is not set\n");
  CHECK(judged(each + "fail", "        []\n") == "fail 7:9 <Rules> C: Rules is empty\n");
  CHECK(judged(each + "pass", "        []\n") == kPass);
  CHECK(judged(each + "unknown", "") == "unknown 3:3 <Rules> C: cannot tell: Rules is not set\n");
  CHECK(judged(each + "pass", "        !Ref L\n") ==
        "unknown 7:9 <Rules> C: cannot tell: Rules depends on parameter L, which has no default\n");
}

TEST_CASE("one map is an item of its own where its fields are asked, else it is as many as it has entries") {
  CHECK(judged("each: Rules\nforbid: {property: Port, is: 22}\nabsent: pass", "        {Port: 22}\n") ==
        "fail 7:9 <Rules> C opens 22\n");
  CHECK(judged("each: Rules\nwhere: {property: Key, like: '*PASSWORD*'}\nforbid: {property: Value, is: x}\nabsent: pass",
               "        {A: x, DB_PASSWORD: x}\n") == "fail 7:16 <Rules.DB_PASSWORD> C opens x\n");
}

TEST_CASE("inside an item `/` leads back to the resource, and `.` is the item itself") {
  CHECK(judged("each: Rules\nforbid: {all: [{property: ., is: 22}, {property: /Rules, contains: [80]}]}\nabsent: pass",
               "        [22, 80]\n") == "fail 7:10 <Rules[0]> C opens 22\n");
  CHECK(judged("each: Rules\nforbid: {all: [{property: ., is: 22}, {property: /Rules, contains: [80]}]}\nabsent: pass",
               "        [22, 81]\n") == kPass);
}

TEST_CASE("a policy may be judged once for each member of a setting") {
  CHECK(findings("for: AWS::ECS::Cluster\nsettings: {names: {default: [a, b, c], type: list, text: Names}}\neach: $names\n"
                 "require: {property: Rules(Name=$item).Status, is: ENABLED}\nabsent: fail\nmessage: \"has {item} {value}\"\n",
                 rules("      - {Name: a, Status: ENABLED}\n      - {Name: b, Status: DISABLED}\n")) ==
        "fail 6:7 <Rules(Name=c).Status> C: Rules(Name=c).Status is not set\nfail 8:27 <Rules[1].Status> C has b DISABLED\n");
}

TEST_CASE("some: enough items pass, or cannot") {
  const auto some = [](const std::string& more, const std::string& members) {
    return judged("require: {some: Rules, where: {property: Port, is: 443}" + more + "}\nabsent: fail", members);
  };
  CHECK(some("", "      - {Port: 80}\n      - {Port: 443}\n") == kPass);
  CHECK(some("", "      - {Port: 80}\n") == "fail 7:7 <Rules> C opens 80\n");
  CHECK(some("", "      - {Port: 80}\n      - {Port: !Ref P}\n") ==
        "unknown 8:16 <Rules[1].Port> C: cannot tell: Rules[1].Port depends on parameter P, which has no default\n");
  CHECK(some(", at-least: 2", "      - {Port: 443}\n      - {Port: 80}\n      - {Port: 443}\n") == kPass);
  CHECK(some(", at-least: 2", "      - {Port: 443}\n      - {Port: 80}\n").substr(0, 4) == "fail");
  CHECK(some(", at-least: 2", "      - {Port: 443}\n      - !Ref P\n").substr(0, 7) == "unknown");
  CHECK(some(", at-least: 3", "      - {Port: 443}\n      - !Ref P\n").substr(0, 4) == "fail");
  CHECK(some(", at-least: 3", "        !Ref L\n").substr(0, 7) == "unknown");
  CHECK(some("", "") == "fail 3:3 <Rules> C: Rules is not set\n");
}

TEST_CASE("every: the first item that fails decides, and is where the finding stands") {
  const std::string every = "require: {every: Rules, where: {property: Port, is: 443}}\nabsent: pass";
  CHECK(judged(every, "      - {Port: 443}\n      - {Port: 80}\n") == "fail 8:16 <Rules[1].Port> C opens 80\n");
  CHECK(judged(every, "      - {Port: 443}\n      - {Port: !Ref P}\n") ==
        "unknown 8:16 <Rules[1].Port> C: cannot tell: Rules[1].Port depends on parameter P, which has no default\n");
  CHECK(judged(every, "      - {Port: !Ref P}\n      - {Port: 80}\n") == "fail 8:16 <Rules[1].Port> C opens 80\n");
  CHECK(judged(every, "") == kPass);
}

TEST_CASE("distinct counts what is provably different") {
  const auto distinct = [](const std::string& members) {
    return judged("require: {some: Rules, where: {property: Zone, set: true}, distinct: Zone, at-least: 2}\nabsent: fail",
                  members)
        .substr(0, 4);
  };
  CHECK(distinct("      - {Zone: a}\n      - {Zone: b}\n") == "pass");
  CHECK(distinct("      - {Zone: a}\n      - {Zone: a}\n") == "fail");
  CHECK(distinct("      - {Zone: a}\n      - {Zone: !Ref P}\n") == "unkn");
  CHECK(distinct("      - {Zone: !Select [0, !GetAZs '']}\n      - {Zone: !Select [1, !GetAZs '']}\n") == "pass");
  CHECK(distinct("      - {Zone: !Select [0, !GetAZs '']}\n      - {Zone: !Select [0, !GetAZs '']}\n") == "fail");
  CHECK(distinct("      - {Zone: !Ref A}\n      - {Zone: !Ref B}\n") == "unkn");
  CHECK(distinct("      - {Zone: !Ref C}\n      - {Zone: !GetAtt C.Arn}\n") == "fail");
}
