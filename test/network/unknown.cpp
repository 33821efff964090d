#include <fmt/format.h>

#include <string>

#include "catch.h"
#include "network/asking_ports.h"

using demarc::answer;

TEST_CASE("A network that is not known may be the world") {
  CHECK(answer("ingress world 22", R"([{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIp": {"Ref": "Cidr"}}])") ==
        "unknown\nunknown Rules[0]@1:2: CidrIp depends on parameter Cidr, which has no default");
}

TEST_CASE("A network that is not known does not matter at another port") {
  CHECK(answer("ingress world 22", R"([{"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIp": {"Ref": "Cidr"}}])") ==
        "no");
  CHECK(answer("ingress world 22", R"([{"IpProtocol": "icmp", "FromPort": -1, "ToPort": -1, "CidrIp": {"Ref": "Cidr"}}])") ==
        "no");
}

TEST_CASE("A port that is not known does not matter for a network that is not the world") {
  CHECK(answer("ingress world 22",
               R"([{"IpProtocol": "tcp", "FromPort": {"Ref": "Port"}, "ToPort": {"Ref": "Port"}, "CidrIp": "10.0.0.0/8"}])") ==
        "no");
}

TEST_CASE("A port that is not known may be the one") {
  CHECK(answer("ingress world 22",
               R"([{"IpProtocol": "tcp", "FromPort": {"Ref": "Port"}, "ToPort": {"Ref": "Port"}, "CidrIp": "0.0.0.0/0"}])") ==
        "unknown\nunknown Rules[0]@1:2: FromPort depends on parameter Port, which has no default; "
        "ToPort depends on parameter Port, which has no default");
}

TEST_CASE("One known end of a range is enough where the port is that end or lies outside") {
  const auto rule = [](const std::string& from, const std::string& to) {
    return fmt::format(R"([{{"IpProtocol": "tcp", "FromPort": {}, "ToPort": {}, "CidrIp": "0.0.0.0/0"}}])", from, to);
  };
  const std::string open = R"({"Ref": "Port"})";
  CHECK(answer("ingress world 22", rule("22", open)).substr(0, 4) == "yes\n");
  CHECK(answer("ingress world 22", rule(open, "22")).substr(0, 4) == "yes\n");
  CHECK(answer("ingress world 22", rule("23", open)) == "no");
  CHECK(answer("ingress world 22", rule(open, "21")) == "no");
  CHECK(answer("ingress world 22", rule("21", open)) ==
        "unknown\nunknown Rules[0]@1:2: ToPort depends on parameter Port, which has no default");
}

TEST_CASE("Of a rule for all protocols the ports need not be known") {
  CHECK(answer("ingress world 22",
               R"([{"IpProtocol": "-1", "FromPort": {"Ref": "Port"}, "ToPort": {"Ref": "Port"}, "CidrIp": "0.0.0.0/0"}])") ==
        "yes\nyes Rules[0]@1:2: from=0.0.0.0/0 to=22 port=22 protocol=all protocols range=all ports");
}

TEST_CASE("A protocol that is not known may be all protocols") {
  CHECK(answer("ingress world 22",
               R"([{"IpProtocol": {"Ref": "Protocol"}, "FromPort": 80, "ToPort": 80, "CidrIp": "0.0.0.0/0"}])") ==
        "unknown\nunknown Rules[0]@1:2: IpProtocol depends on parameter Protocol, which has no default");
}

TEST_CASE("A port that AWS would refuse is not known") {
  CHECK(answer("ingress world 22", R"([{"IpProtocol": "tcp", "FromPort": "ssh", "ToPort": 70000, "CidrIp": "0.0.0.0/0"}])") ==
        "unknown\nunknown Rules[0]@1:2: FromPort is no port (ssh); ToPort is no port (70000)");
  CHECK(answer("ingress world 22", R"([{"IpProtocol": "tcp", "FromPort": 30, "ToPort": 20, "CidrIp": "0.0.0.0/0"}])") ==
        "unknown\nunknown Rules[0]@1:2: FromPort is greater than ToPort");
}

TEST_CASE("Text that is no network is not known") {
  CHECK(answer("ingress world 22", R"([{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIp": "everyone"}])") ==
        "unknown\nunknown Rules[0]@1:2: CidrIp is no network in CIDR notation (everyone)");
}

TEST_CASE("A single address with a hole is not the world") {
  CHECK(answer("ingress world 22",
               R"([{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIp": {"Fn::Sub": "${Ip}/32"}}])") == "no");
  CHECK(answer("ingress wider-than /24 22",
               R"([{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIp": {"Fn::Sub": "10.${N}.0.0/16"}}])")
            .substr(0, 4) == "yes\n");
  CHECK(answer("ingress 10.0.0.0/8 22",
               R"([{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIp": {"Fn::Sub": "${Ip}/8"}}])") ==
        "unknown\nunknown Rules[0]@1:2: CidrIp depends on parameter Ip, which has no default");
}

TEST_CASE("A hole where the prefix stands may make it the world") {
  CHECK(answer("ingress world 22",
               R"([{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIp": {"Fn::Sub": "${Ip}/${Size}"}}])") ==
        "unknown\nunknown Rules[0]@1:2: CidrIp depends on parameter Ip, which has no default");
}

TEST_CASE("The range of a VPC of the template is not the world, but may be wider than a /24") {
  const std::string rule = R"([{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIp": {"Fn::GetAtt": "Vpc.CidrBlock"}}])";
  CHECK(answer("ingress world 22", rule) == "no");
  CHECK(answer("ingress world 22",
               R"([{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIp": {"Fn::Sub": "${Vpc.CidrBlock}"}}])") == "no");
  CHECK(answer("ingress wider-than /24 22", rule) ==
        "unknown\nunknown Rules[0]@1:2: CidrIp is Vpc.CidrBlock, which is known only after deployment");
}

TEST_CASE("An open rule is found beside one that is not known, and both are named") {
  CHECK(answer("ingress world 22", R"([
{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIp": {"Ref": "Cidr"}},
{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIp": "0.0.0.0/0"}])") ==
        "yes\n"
        "unknown Rules[0]@2:1: CidrIp depends on parameter Cidr, which has no default\n"
        "yes Rules[1]@3:1: from=0.0.0.0/0 to=22 port=22 protocol=tcp range=22");
}

TEST_CASE("A list that is not known is one evidence, at the list") {
  CHECK(answer("ingress world 22", R"({"Fn::ImportValue": "rules"})") ==
        "unknown\nunknown Rules@1:1: Rules is imported from another stack (rules)");
  CHECK(answer("ingress world 22", R"("open")") == "unknown\nunknown Rules@1:1: Rules is no list of rules (open)");
}

TEST_CASE("A member that is not known may be an open rule") {
  CHECK(answer("ingress world 22",
               R"([{"Fn::ImportValue": "rule"}, {"IpProtocol": "tcp", "FromPort": 80, "ToPort": 80, "CidrIp": "10.0.0.0/8"}])") ==
        "unknown\nunknown Rules[0]@1:2: Rules[0] is imported from another stack (rule)");
}

TEST_CASE("A half that may be there makes the other half matter") {
  CHECK(answer("ingress world 22", R"([
{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIp": "0.0.0.0/1"},
{"IpProtocol": "tcp", "FromPort": {"Ref": "Port"}, "ToPort": {"Ref": "Port"}, "CidrIp": "128.0.0.0/1"}])") ==
        "unknown\n"
        "unknown Rules[0]@2:1: FromPort depends on parameter Port, which has no default; ToPort depends on parameter Port, which "
        "has no default\n"
        "unknown Rules[1]@3:1: FromPort depends on parameter Port, which has no default; ToPort depends on parameter Port, which "
        "has no default");
}

TEST_CASE("Half of the net that is not known may be the other half") {
  const auto with = [](const std::string& cidr) {
    return answer("ingress world 22",
                  R"([{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIp": "0.0.0.0/1"},
{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIp": {"Fn::Sub": ")" +
                      cidr + R"("}}])");
  };
  CHECK(with("${Net}/1") == "unknown\nunknown Rules[1]@2:1: CidrIp depends on parameter Net, which has no default");
  CHECK(with("${Net}/2") == "no");
}

TEST_CASE("A hundred thousand rules are judged without trying each with each") {
  std::string rules = "[";
  for (int i = 0; i < 100'000; ++i) {
    rules += fmt::format(R"({{"IpProtocol": "tcp", "FromPort": {0}, "ToPort": {0}, "CidrIp": "{1}.{2}.0.0/16"}},)", i % 65536,
                         i % 200 + 1, i / 200 % 256);
  }
  rules.back() = ']';
  CHECK(answer("ingress world 22", rules) == "no");
  const std::string halves = R"({"IpProtocol": "tcp", "FromPort": 21, "ToPort": 22, "CidrIp": "0.0.0.0/1"},
{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 23, "CidrIp": "128.0.0.0/1"},)";
  CHECK(answer("ingress world 22", "[" + halves + rules.substr(1)) ==
        "unknown\nunknown Rules@1:1: Rules has more rules than AWS takes");
}
