#include <fmt/format.h>

#include <string>

#include "catch.h"
#include "network/asking_ports.h"

using demarc::answer;

TEST_CASE("A rule from 0.0.0.0/0 to port 22 lets the world reach SSH") {
  CHECK(answer("ingress world 22", R"([{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIp": "0.0.0.0/0"}])") ==
        "yes\nyes Rules[0]@1:2: from=0.0.0.0/0 to=22 port=22 protocol=tcp range=22");
}

TEST_CASE("A single rule may stand without a list") {
  CHECK(answer("ingress world 22", R"({"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIp": "0.0.0.0/0"})") ==
        "yes\nyes Rules@1:1: from=0.0.0.0/0 to=22 port=22 protocol=tcp range=22");
}

TEST_CASE("No rules let nothing through") {
  CHECK(answer("ingress world 22", "[]") == "no");
  CHECK(answer("ingress world 22", "null") == "no");
  CHECK(answer("ingress world 22", R"([{"Ref": "AWS::NoValue"}])") == "no");
}

TEST_CASE("The world is the world in every spelling") {
  for (const std::string cidr : {"0.0.0.0/0", "000.000.000.000/0", "1.2.3.4/0", "0.0.0.0/00"}) {
    INFO(cidr);
    CHECK(answer("ingress world 22",
                 fmt::format(R"([{{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIp": "{}"}}])", cidr)) ==
          fmt::format("yes\nyes Rules[0]@1:2: from={} to=22 port=22 protocol=tcp range=22", cidr));
  }
  for (const std::string cidr : {"::/0", "0:0:0:0:0:0:0:0/0", "0000:0000::/0", "2000::/3", "FFFF::/0"}) {
    INFO(cidr);
    CHECK(answer("ingress world 22",
                 fmt::format(R"([{{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIpv6": "{}"}}])", cidr)) ==
          fmt::format("yes\nyes Rules[0]@1:2: from={} to=22 port=22 protocol=tcp range=22", cidr));
  }
}

TEST_CASE("A network that is not the world is not") {
  for (const std::string cidr : {"10.0.0.0/8", "203.0.113.7/32", "0.0.0.0/1", "128.0.0.0/1", "52.0.0.0/8"}) {
    INFO(cidr);
    CHECK(answer("ingress world 22",
                 fmt::format(R"([{{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIp": "{}"}}])", cidr)) == "no");
  }
}

TEST_CASE("Two halves of the net are the world together, and each is named") {
  CHECK(answer("ingress world 22", R"([
{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIp": "0.0.0.0/1"},
{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIp": "10.0.0.0/8"},
{"IpProtocol": "tcp", "FromPort": 20, "ToPort": 30, "CidrIp": "128.0.0.0/1"}])") ==
        "yes\n"
        "yes Rules[0]@2:1: from=0.0.0.0/1 to=22 port=22 protocol=tcp range=22\n"
        "yes Rules[2]@4:1: from=128.0.0.0/1 to=22 port=22 protocol=tcp range=20-30");
}

TEST_CASE("A rule that the world does not need is not named") {
  CHECK(answer("ingress world 22", R"([
{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIpv6": "2000::/4"},
{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIp": "0.0.0.0/1"},
{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIp": "128.0.0.0/1"}])") ==
        "yes\n"
        "yes Rules[1]@3:1: from=0.0.0.0/1 to=22 port=22 protocol=tcp range=22\n"
        "yes Rules[2]@4:1: from=128.0.0.0/1 to=22 port=22 protocol=tcp range=22");
}

TEST_CASE("Two halves of the net at different ports are the world at neither") {
  CHECK(answer("ingress world 22,3389", R"([
{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIp": "0.0.0.0/1"},
{"IpProtocol": "tcp", "FromPort": 3389, "ToPort": 3389, "CidrIp": "128.0.0.0/1"}])") == "no");
}

TEST_CASE("Half of the net over TCP and half over UDP is the world over neither") {
  CHECK(answer("ingress world 53", R"([
{"IpProtocol": "tcp", "FromPort": 53, "ToPort": 53, "CidrIp": "0.0.0.0/1"},
{"IpProtocol": "udp", "FromPort": 53, "ToPort": 53, "CidrIp": "128.0.0.0/1"}])") == "no");
}

TEST_CASE("The whole internet without its reserved ranges is the world") {
  CHECK(answer("ingress world 22", R"([
{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIp": "128.0.0.0/1"},
{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIp": "64.0.0.0/2"},
{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIp": "32.0.0.0/3"},
{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIp": "16.0.0.0/4"},
{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIp": "8.0.0.0/5"},
{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIp": "4.0.0.0/6"},
{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIp": "2.0.0.0/7"},
{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIp": "1.0.0.0/8"}])")
            .substr(0, 3) == "yes");
}

TEST_CASE("A range of ports reaches every port in it") {
  const std::string rule = R"([{"IpProtocol": "tcp", "FromPort": 20, "ToPort": 30, "CidrIp": "0.0.0.0/0"}])";
  CHECK(answer("ingress world 20", rule) == "yes\nyes Rules[0]@1:2: from=0.0.0.0/0 to=20 port=20 protocol=tcp range=20-30");
  CHECK(answer("ingress world 30", rule) == "yes\nyes Rules[0]@1:2: from=0.0.0.0/0 to=30 port=30 protocol=tcp range=20-30");
  CHECK(answer("ingress world 19", rule) == "no");
  CHECK(answer("ingress world 31", rule) == "no");
  CHECK(answer("ingress world 25-100", rule) ==
        "yes\nyes Rules[0]@1:2: from=0.0.0.0/0 to=25-100 port=25-100 protocol=tcp range=20-30");
}

TEST_CASE("Of several ports the message names those that are open") {
  CHECK(
      answer("ingress world 21,22,23,3389", R"([{"IpProtocol": "tcp", "FromPort": 21, "ToPort": 22, "CidrIp": "0.0.0.0/0"}])") ==
      "yes\nyes Rules[0]@1:2: from=0.0.0.0/0 to=21 and 22 port=21 and 22 protocol=tcp range=21-22");
}

TEST_CASE("Ports may be text, and numbers may have a fraction of nothing") {
  CHECK(answer("ingress world 22", R"([{"IpProtocol": "tcp", "FromPort": "22", "ToPort": "22.0", "CidrIp": "0.0.0.0/0"}])") ==
        "yes\nyes Rules[0]@1:2: from=0.0.0.0/0 to=22 port=22 protocol=tcp range=22");
}

TEST_CASE("A rule for all protocols opens every port, whatever ports it names") {
  for (const std::string protocol : {"-1", "all", "ALL"}) {
    INFO(protocol);
    CHECK(answer("ingress world 22",
                 fmt::format(R"([{{"IpProtocol": "{}", "FromPort": 80, "ToPort": 80, "CidrIp": "0.0.0.0/0"}}])", protocol)) ==
          "yes\nyes Rules[0]@1:2: from=0.0.0.0/0 to=22 port=22 protocol=all protocols range=all ports");
  }
  CHECK(answer("ingress world 22", R"([{"IpProtocol": -1, "CidrIp": "0.0.0.0/0"}])") ==
        "yes\nyes Rules[0]@1:2: from=0.0.0.0/0 to=22 port=22 protocol=all protocols range=all ports");
}

TEST_CASE("Protocols go by number as well") {
  CHECK(answer("ingress world 22", R"([{"IpProtocol": 6, "FromPort": 22, "ToPort": 22, "CidrIp": "0.0.0.0/0"}])") ==
        "yes\nyes Rules[0]@1:2: from=0.0.0.0/0 to=22 port=22 protocol=tcp range=22");
  CHECK(answer("ingress world 53 udp", R"([{"IpProtocol": "17", "FromPort": 53, "ToPort": 53, "CidrIp": "0.0.0.0/0"}])") ==
        "yes\nyes Rules[0]@1:2: from=0.0.0.0/0 to=53 port=53 protocol=udp range=53");
}

TEST_CASE("A test for one protocol passes over the other") {
  CHECK(answer("ingress world 53 tcp", R"([{"IpProtocol": "udp", "FromPort": 53, "ToPort": 53, "CidrIp": "0.0.0.0/0"}])") ==
        "no");
}

TEST_CASE("ICMP never reaches a port, and neither does another protocol") {
  for (const std::string protocol : {"icmp", "1", "icmpv6", "58", "ICMP", "esp", "50", "foo"}) {
    INFO(protocol);
    CHECK(answer("ingress world 22",
                 fmt::format(R"([{{"IpProtocol": "{}", "FromPort": -1, "ToPort": -1, "CidrIp": "0.0.0.0/0"}}])", protocol)) ==
          "no");
  }
}

TEST_CASE("A test for ICMP asks for no port") {
  CHECK(answer("ingress world all icmp", R"([{"IpProtocol": "icmp", "FromPort": 8, "ToPort": -1, "CidrIp": "0.0.0.0/0"}])") ==
        "yes\nyes Rules[0]@1:2: from=0.0.0.0/0 to=all ports port=all ports protocol=icmp range=all ports");
  CHECK(answer("ingress world all icmp", R"([{"IpProtocol": "tcp", "FromPort": 0, "ToPort": 65535, "CidrIp": "0.0.0.0/0"}])") ==
        "no");
  CHECK(answer("ingress world all icmp", R"([{"IpProtocol": "-1", "CidrIp": "0.0.0.0/0"}])") ==
        "yes\nyes Rules[0]@1:2: from=0.0.0.0/0 to=all ports port=all ports protocol=all protocols range=all ports");
}

TEST_CASE("A test for ICMP means both of its versions") {
  CHECK(answer("ingress world all icmp", R"([{"IpProtocol": "icmpv6", "CidrIpv6": "::/0"}])") ==
        "yes\nyes Rules[0]@1:2: from=::/0 to=all ports port=all ports protocol=icmpv6 range=all ports");
}

TEST_CASE("All ports are open where one rule spans them") {
  CHECK(answer("ingress world all", R"([{"IpProtocol": "tcp", "FromPort": 0, "ToPort": 65535, "CidrIp": "0.0.0.0/0"}])") ==
        "yes\nyes Rules[0]@1:2: from=0.0.0.0/0 to=all ports port=all ports protocol=tcp range=all ports");
  CHECK(answer("ingress world all", R"([{"IpProtocol": "tcp", "FromPort": 1, "ToPort": 65535, "CidrIp": "0.0.0.0/0"}])") ==
        "yes\nyes Rules[0]@1:2: from=0.0.0.0/0 to=all ports port=all ports protocol=tcp range=all ports");
  CHECK(answer("ingress world all", R"([{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 65535, "CidrIp": "0.0.0.0/0"}])") ==
        "no");
}

TEST_CASE("All ports are open where several rules span them together") {
  CHECK(answer("ingress world all", R"([
{"IpProtocol": "tcp", "FromPort": 0, "ToPort": 1023, "CidrIp": "0.0.0.0/0"},
{"IpProtocol": "tcp", "FromPort": 1024, "ToPort": 65535, "CidrIp": "0.0.0.0/0"}])") ==
        "yes\n"
        "yes Rules[0]@2:1: from=0.0.0.0/0 to=all ports port=all ports protocol=tcp range=0-1023\n"
        "yes Rules[1]@3:1: from=0.0.0.0/0 to=all ports port=all ports protocol=tcp range=1024-65535");
  CHECK(answer("ingress world all", R"([
{"IpProtocol": "tcp", "FromPort": 0, "ToPort": 1023, "CidrIp": "0.0.0.0/0"},
{"IpProtocol": "tcp", "FromPort": 1025, "ToPort": 65535, "CidrIp": "0.0.0.0/0"}])") == "no");
}

TEST_CASE("TCP without ports, or with -1, is taken for all ports") {
  CHECK(answer("ingress world 22", R"([{"IpProtocol": "tcp", "CidrIp": "0.0.0.0/0"}])") ==
        "yes\nyes Rules[0]@1:2: from=0.0.0.0/0 to=22 port=22 protocol=tcp range=all ports");
  CHECK(answer("ingress world 22", R"([{"IpProtocol": "tcp", "FromPort": -1, "ToPort": -1, "CidrIp": "0.0.0.0/0"}])") ==
        "yes\nyes Rules[0]@1:2: from=0.0.0.0/0 to=22 port=22 protocol=tcp range=all ports");
}

TEST_CASE("Several rules that each do it are one evidence each") {
  CHECK(answer("ingress world 22", R"([
{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIp": "0.0.0.0/0"},
{"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIp": "0.0.0.0/0"},
{"IpProtocol": "-1", "CidrIpv6": "::/0"}])") ==
        "yes\n"
        "yes Rules[0]@2:1: from=0.0.0.0/0 to=22 port=22 protocol=tcp range=22\n"
        "yes Rules[2]@4:1: from=::/0 to=22 port=22 protocol=all protocols range=all ports");
}

TEST_CASE("A rule with networks of both families, or a list of them, is one rule; the message names those that matter") {
  CHECK(
      answer(
          "ingress world 22",
          R"([{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIp": ["10.0.0.0/8", "0.0.0.0/0"], "CidrIpv6": "::/0"}])") ==
      "yes\nyes Rules[0]@1:2: from=0.0.0.0/0 and ::/0 to=22 port=22 protocol=tcp range=22");
}

TEST_CASE("A rule that names a group or a prefix list lets no network in") {
  CHECK(answer("ingress world 22", R"([
{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "SourceSecurityGroupId": "sg-1"},
{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "SourcePrefixListId": {"Ref": "List"}}])") == "no");
  CHECK(answer("ingress - 22", R"([{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "SourceSecurityGroupId": "sg-1"}])") ==
        "yes\nyes Rules[0]@1:2: to=22 port=22 protocol=tcp range=22");
}

TEST_CASE("Private networks are those of RFC 1918 and RFC 4193, each whole") {
  const auto ask = [](const std::string& network) {
    return answer("ingress private 22", fmt::format(R"([{{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, {}}}])", network))
        .substr(0, 3);
  };
  CHECK(ask(R"("CidrIp": "10.0.0.0/8")") == "yes");
  CHECK(ask(R"("CidrIp": "172.16.0.0/12")") == "yes");
  CHECK(ask(R"("CidrIp": "192.168.0.0/16")") == "yes");
  CHECK(ask(R"("CidrIpv6": "fc00::/7")") == "yes");
  CHECK(ask(R"("CidrIp": "0.0.0.0/0")") == "yes");
  CHECK(ask(R"("CidrIp": "10.0.0.0/9")") == "no");
  CHECK(ask(R"("CidrIp": "172.16.0.0/16")") == "no");
  CHECK(ask(R"("CidrIpv6": "fd00::/8")") == "no");
}

TEST_CASE("Wider than a prefix is what has a shorter one") {
  const auto ask = [](const std::string& limit, const std::string& network) {
    return answer("ingress wider-than " + limit + " 22",
                  fmt::format(R"([{{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, {}}}])", network))
        .substr(0, 3);
  };
  CHECK(ask("/24", R"("CidrIp": "203.0.113.0/23")") == "yes");
  CHECK(ask("/24", R"("CidrIp": "203.0.113.0/24")") == "no");
  CHECK(ask("/32", R"("CidrIp": "203.0.113.0/31")") == "yes");
  CHECK(ask("/24", R"("CidrIpv6": "2001:db8::/23")") == "yes");
  CHECK(ask("/24", R"("CidrIpv6": "2001:db8::/56")") == "no");
  CHECK(ask("/64", R"("CidrIpv6": "2001:db8::/56")") == "yes");
  CHECK(ask("/64", R"("CidrIp": "203.0.113.0/24")") == "no");
}

TEST_CASE("A network that the test names must be let in whole") {
  CHECK(answer("ingress 10.1.0.0/16 22", R"([{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIp": "10.0.0.0/8"}])") ==
        "yes\nyes Rules[0]@1:2: from=10.0.0.0/8 to=22 port=22 protocol=tcp range=22");
  CHECK(answer("ingress 10.1.0.0/16 22", R"([{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIp": "10.1.0.0/17"}])") ==
        "no");
}

TEST_CASE("Egress rules are read alike") {
  CHECK(answer("egress world all", R"([{"IpProtocol": "-1", "CidrIp": "0.0.0.0/0"}])") ==
        "yes\nyes Rules[0]@1:2: from=0.0.0.0/0 to=all ports port=all ports protocol=all protocols range=all ports");
}

TEST_CASE("Rules of other services are read by their own names") {
  CHECK(answer("ingress world 22", R"([{"Protocol": "TCP", "FromPort": 22, "ToPort": 22, "IpRange": "0.0.0.0/0"}])") ==
        "yes\nyes Rules[0]@1:2: from=0.0.0.0/0 to=22 port=22 protocol=tcp range=22");
  CHECK(answer("ingress world 22", R"([{"Protocol": "tcp", "FromPort": 22, "ToPort": 22, "Ipv6Cidrs": ["::/0"]}])") ==
        "yes\nyes Rules[0]@1:2: from=::/0 to=22 port=22 protocol=tcp range=22");
}

TEST_CASE("The condition around a rule, a list or a leaf decides in each world") {
  const std::string open = R"({"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIp": "0.0.0.0/0"})";
  CHECK(answer("ingress world 22", fmt::format(R"([{{"Fn::If": ["IsDev", {}, {{"Ref": "AWS::NoValue"}}]}}])", open)) ==
        "yes\nyes Rules[0]@1:23: from=0.0.0.0/0 to=22 port=22 protocol=tcp range=22\nor\nno");
  CHECK(answer("ingress world 22", fmt::format(R"({{"Fn::If": ["IsDev", [], [{}]]}})", open)) ==
        "no\nor\nyes\nyes Rules[0]@1:27: from=0.0.0.0/0 to=22 port=22 protocol=tcp range=22");
  CHECK(
      answer(
          "ingress world 22",
          R"([{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIp": {"Fn::If": ["IsDev", "0.0.0.0/0", "10.0.0.0/8"]}}])") ==
      "yes\nyes Rules[0]@1:2: from=0.0.0.0/0 to=22 port=22 protocol=tcp range=22\nor\nno");
}
