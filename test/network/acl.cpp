#include <fmt/format.h>

#include <string>

#include "catch.h"
#include "network/asking_ports.h"

using demarc::answer_acl;

namespace {

std::string entry(const std::string& number, const std::string& action, const std::string& cidr,
                  const std::string& rest = R"("Protocol": -1)") {
  return fmt::format(R"({{"RuleNumber": {}, "RuleAction": {}, "CidrBlock": {}, {}}})", number, action, cidr, rest);
}

const std::string kSsh = R"("Protocol": 6, "PortRange": {"From": 22, "To": 22})";
const std::string kAllow = R"("allow")";
const std::string kDeny = R"("deny")";
const std::string kWorld = R"("0.0.0.0/0")";

std::string list(const std::string& first, const std::string& second = {}, const std::string& third = {}) {
  return "[" + first + (second.empty() ? "" : ",\n" + second) + (third.empty() ? "" : ",\n" + third) + "]";
}

}  // namespace

TEST_CASE("An entry that allows all traffic from everywhere opens every port") {
  CHECK(answer_acl("ingress world 22", list(entry("100", kAllow, kWorld))) ==
        "yes\nyes Rules[0]@1:2: from=0.0.0.0/0 to=22 port=22 protocol=all protocols range=all ports");
  CHECK(answer_acl("ingress world all", list(entry("100", kAllow, kWorld))) ==
        "yes\nyes Rules[0]@1:2: from=0.0.0.0/0 to=all ports port=all ports protocol=all protocols range=all ports");
}

TEST_CASE("An ACL without entries denies everything") { CHECK(answer_acl("ingress world 22", "[]") == "no"); }

TEST_CASE("A denial before it hides an entry, one behind it does not") {
  CHECK(answer_acl("ingress world 22", list(entry("100", kAllow, kWorld), entry("90", kDeny, kWorld))) == "no");
  CHECK(answer_acl("ingress world 22 tcp", list(entry("100", kAllow, kWorld), entry("90", kDeny, kWorld, kSsh))) == "no");
  CHECK(answer_acl("ingress world 22", list(entry("100", kAllow, kWorld), entry("110", kDeny, kWorld))) ==
        "yes\nyes Rules[0]@1:2: from=0.0.0.0/0 to=22 port=22 protocol=all protocols range=all ports");
}

TEST_CASE("A denial of another port, protocol or family hides nothing") {
  const std::string yes = "yes\nyes Rules[0]@1:2: from=0.0.0.0/0 to=22 port=22 protocol=all protocols range=all ports";
  CHECK(answer_acl("ingress world 22",
                   list(entry("100", kAllow, kWorld),
                        entry("90", kDeny, kWorld, R"("Protocol": 6, "PortRange": {"From": 23, "To": 80})"))) == yes);
  CHECK(answer_acl("ingress world 22 tcp", list(entry("100", kAllow, kWorld), entry("90", kDeny, kWorld, R"("Protocol": 1)"))) ==
        yes);
  CHECK(answer_acl("ingress world 22",
                   list(entry("100", kAllow, kWorld),
                        R"({"RuleNumber": 90, "RuleAction": "deny", "Ipv6CidrBlock": "::/0", "Protocol": -1})")) == yes);
}

TEST_CASE("A denial of some addresses leaves the world open") {
  CHECK(answer_acl("ingress world 22", list(entry("100", kAllow, kWorld), entry("90", kDeny, R"("203.0.113.0/24")"))) ==
        "yes\nyes Rules[0]@1:2: from=0.0.0.0/0 to=22 port=22 protocol=all protocols range=all ports");
}

TEST_CASE("Denials of both halves of the net hide an entry") {
  CHECK(answer_acl("ingress world 22", list(entry("100", kAllow, kWorld), entry("80", kDeny, R"("0.0.0.0/1")"),
                                            entry("90", kDeny, R"("128.0.0.0/1")"))) == "no");
}

TEST_CASE("A denied port makes all ports less than all") {
  CHECK(answer_acl("ingress world all", list(entry("100", kAllow, kWorld), entry("90", kDeny, kWorld, kSsh))) ==
        "yes\nyes Rules[0]@1:2: from=0.0.0.0/0 to=all ports port=all ports protocol=all protocols range=all ports");
  CHECK(answer_acl("ingress world all tcp", list(entry("100", kAllow, kWorld), entry("90", kDeny, kWorld, kSsh))) == "no");
}

TEST_CASE("Two entries allow the two halves of the net") {
  CHECK(answer_acl("ingress world 22",
                   list(entry("100", kAllow, R"("0.0.0.0/1")", kSsh), entry("110", kAllow, R"("128.0.0.0/1")", kSsh))) ==
        "yes\n"
        "yes Rules[0]@1:2: from=0.0.0.0/1 to=22 port=22 protocol=tcp range=22\n"
        "yes Rules[1]@2:1: from=128.0.0.0/1 to=22 port=22 protocol=tcp range=22");
}

TEST_CASE("Entries of the other direction are passed over") {
  const std::string out = R"("Protocol": -1, "Egress": true)";
  CHECK(answer_acl("ingress world 22", list(entry("100", kAllow, kWorld, out))) == "no");
  CHECK(answer_acl("egress world 22", list(entry("100", kAllow, kWorld, out))) ==
        "yes\nyes Rules[0]@1:2: from=0.0.0.0/0 to=22 port=22 protocol=all protocols range=all ports");
  CHECK(answer_acl("egress world 22", list(entry("100", kAllow, kWorld))) == "no");
  CHECK(answer_acl("ingress world 22", list(entry("100", kAllow, kWorld), entry("90", kDeny, kWorld, out))) ==
        "yes\nyes Rules[0]@1:2: from=0.0.0.0/0 to=22 port=22 protocol=all protocols range=all ports");
}

TEST_CASE("Numbers and directions may be text") {
  CHECK(answer_acl("ingress world 22", list(entry(R"("100")", kAllow, kWorld, R"("Protocol": "-1", "Egress": "false")"),
                                            entry(R"("90")", kDeny, kWorld))) == "no");
}

TEST_CASE("An entry for the IPv6 net is one") {
  CHECK(answer_acl("ingress world 3389", R"([{"RuleNumber": 1, "RuleAction": "allow", "Ipv6CidrBlock": "::/0", "Protocol": "6",
    "PortRange": {"From": 3000, "To": 4000}}])") ==
        "yes\nyes Rules[0]@1:2: from=::/0 to=3389 port=3389 protocol=tcp range=3000-4000");
}

TEST_CASE("An empty network is none, as plans write it") {
  CHECK(
      answer_acl(
          "ingress world 22",
          R"([{"RuleNumber": 100, "RuleAction": "allow", "CidrBlock": "10.0.0.0/8", "Ipv6CidrBlock": "", "Protocol": "-1"}])") ==
      "no");
}

TEST_CASE("A number that is not known may put a denial first") {
  CHECK(answer_acl("ingress world 22", list(entry("100", kAllow, kWorld), entry(R"({"Ref": "Number"})", kDeny, kWorld))) ==
        "unknown\nunknown Rules[0]@1:2: RuleNumber depends on parameter Number, which has no default");
  CHECK(answer_acl("ingress world 22", list(entry(R"({"Ref": "Number"})", kAllow, kWorld), entry("90", kDeny, kWorld))) ==
        "unknown\nunknown Rules[0]@1:2: RuleNumber depends on parameter Number, which has no default");
}

TEST_CASE("A number that is not known does not matter where nothing is denied") {
  CHECK(answer_acl("ingress world 22", list(entry(R"({"Ref": "Number"})", kAllow, kWorld))) ==
        "yes\nyes Rules[0]@1:2: from=0.0.0.0/0 to=22 port=22 protocol=all protocols range=all ports");
}

TEST_CASE("An action that is not known may be either") {
  CHECK(answer_acl("ingress world 22", list(entry("100", R"({"Ref": "Action"})", kWorld))) ==
        "unknown\nunknown Rules[0]@1:2: RuleAction depends on parameter Action, which has no default");
  CHECK(answer_acl("ingress world 22", list(entry("100", kAllow, kWorld), entry("90", R"({"Ref": "Action"})", kWorld))) ==
        "unknown\nunknown Rules[0]@1:2: RuleAction depends on parameter Action, which has no default\n"
        "unknown Rules[1]@2:1: RuleAction depends on parameter Action, which has no default");
  CHECK(answer_acl("ingress world 22", list(entry("100", R"("permit")", kWorld))) ==
        "unknown\nunknown Rules[0]@1:2: RuleAction is no action (permit)");
}

TEST_CASE("A direction that is not known may be either") {
  CHECK(answer_acl("ingress world 22", list(entry("100", kAllow, kWorld, R"("Protocol": -1, "Egress": {"Ref": "Out"})"))) ==
        "unknown\nunknown Rules[0]@1:2: Egress depends on parameter Out, which has no default");
}

TEST_CASE("A denied network that is not known may be the world") {
  CHECK(answer_acl("ingress world 22", list(entry("100", kAllow, kWorld), entry("90", kDeny, R"({"Ref": "Blocked"})"))) ==
        "unknown\nunknown Rules[0]@1:2: CidrBlock depends on parameter Blocked, which has no default");
}

TEST_CASE("A range that is not known is one reason") {
  CHECK(answer_acl("ingress world 22",
                   list(entry("100", kAllow, kWorld, R"("Protocol": 6, "PortRange": {"Fn::ImportValue": "range"})"))) ==
        "unknown\nunknown Rules[0]@1:2: PortRange is imported from another stack (range)");
}

TEST_CASE("An ACL with more entries than AWS takes is not tried") {
  std::string entries = "[" + entry("1", kAllow, kWorld);
  for (int i = 2; i < 20'000; ++i) entries += ",\n" + entry(std::to_string(i), kDeny, kWorld);
  CHECK(answer_acl("ingress world 22", entries + "]") == "unknown\nunknown Rules@1:1: Rules has more rules than AWS takes");
}
