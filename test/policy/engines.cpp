#include "catch.h"
#include "logic.h"

namespace demarc::test {

TEST_CASE("a statement is described by what it grants, to whom, on what and when") {
  CHECK(
      test_of(
          R"({statement: {document: resource, effect: Deny, principal: everyone, actions-all: ["s3:*"], resources-all: [self, self/*],
    condition: {"aws:SecureTransport": false}}, absent: fail})") ==
      "statement in resource, effect Deny, actions-all ['s3:*'], resources-all ['self' 'self/*'], principal ['everyone'], "
      "condition aws:SecureTransport [false], absent no");
  CHECK(test_of("{statement: {actions-any: [\"*\"], resources-any: \"*\", condition: none, uses: [NotAction, NotPrincipal]}}") ==
        "statement in any, actions-any ['*'], resources-any ['*'], no condition, uses NotAction NotPrincipal, absent yes");
  CHECK(test_of(
            "{statement: {principal: [foreign, \"arn:aws:iam::111122223333:root\", \"111122223333\", lambda.amazonaws.com]}}") ==
        "statement in any, principal ['foreign' 'arn:aws:iam::111122223333:root' '111122223333' 'lambda.amazonaws.com'], absent "
        "yes");
  CHECK(test_of("{statement: {document: boundary, effect: Allow}}") == "statement in boundary, effect Allow, absent yes");
}

TEST_CASE("what a statement cannot be is refused") {
  CHECK(test_of("{statement: {}}") == "p.yaml:5:22: \"statement\" says nothing of the statement\n");
  CHECK(test_of("{statement: public}") == "p.yaml:5:22: a statement must be a map, not \"public\"\n");
  CHECK(test_of("{statement: {action-any: [\"*\"]}}") ==
        "p.yaml:5:23: unknown key \"action-any\" in a statement; did you mean \"actions-any\"?\n");
  CHECK(test_of("{statement: {effect: allow}}") ==
        "p.yaml:5:31: \"effect\" must be Allow or Deny, not \"allow\"; did you mean \"Allow\"?\n");
  CHECK(test_of("{statement: {document: bucket}}") ==
        "p.yaml:5:33: \"document\" must be identity, resource, trust, key, endpoint or boundary, not \"bucket\"\n");
  CHECK(test_of("{statement: {actions-any: [GetObject]}}") ==
        "p.yaml:5:37: \"actions-any\": \"GetObject\" is no action; actions are written s3:GetObject, s3:* or *\n");
  CHECK(test_of("{statement: {resources-any: [bucket]}}") ==
        "p.yaml:5:39: \"resources-any\": \"bucket\" is no resource; resources are self, self/*, * or ARNs\n");
  CHECK(test_of("{statement: {principal: \"*\"}}") ==
        "p.yaml:5:34: \"principal\": \"*\" is none of everyone, public, foreign, service or federated, and no ARN, account or "
        "service; did you "
        "mean \"everyone\"?\n");
  CHECK(test_of("{statement: {condition: any}}") ==
        "p.yaml:5:34: \"condition\" must be none or a map of condition keys, not \"any\"\n");
  CHECK(
      test_of("{statement: {uses: [NotActions]}}") ==
      "p.yaml:5:30: \"uses\" must be NotAction, NotResource or NotPrincipal, not \"NotActions\"; did you mean \"NotAction\"?\n");
}

TEST_CASE("ports are described by direction, networks, ports and protocol") {
  auto ports = [](const std::string& test) { return logic_of("for: AWS::EC2::SecurityGroup\nforbid: {ports: " + test + "}\n"); };
  const std::string group = "AWS::EC2::SecurityGroup forbid (";
  CHECK(ports("{direction: ingress, from: world, to: [22, 20-30, \"3389\"]}") ==
        group + "ingress from world ports 22-22 20-30 3389-3389)");
  CHECK(ports("{from: [private, 10.0.0.0/8, \"::/0\", {wider-than: /24}], to: all, protocol: udp}") ==
        group + "ingress from private 10.0.0.0/8 ::/0 wider-than /24 ports all protocol udp)");
  CHECK(ports("{direction: egress, to-network: world, to: 0-65535}") == group + "egress to world ports 0-65535)");
}

TEST_CASE("what ports cannot be is refused") {
  auto ports = [](const std::string& test) { return logic_of("for: AWS::EC2::SecurityGroup\nforbid: {ports: " + test + "}\n"); };
  CHECK(ports("{to: [22]}") == "p.yaml:5:18: \"from\" is missing in a test of ports\n");
  CHECK(ports("{from: world}") == "p.yaml:5:18: \"to\" is missing in a test of ports\n");
  CHECK(ports("{direction: egress, from: world, to: all}") ==
        "p.yaml:5:37: \"from\" has no meaning for egress; write \"to-network\"\n"
        "p.yaml:5:18: \"to-network\" is missing in a test of ports\n");
  CHECK(ports("{from: word, to: all}") ==
        "p.yaml:5:24: \"from\": \"word\" is none of world, private or {wider-than: /24}, and no CIDR; did you mean \"world\"?\n");
  CHECK(ports("{from: {wider-than: 24}, to: all}") ==
        "p.yaml:5:37: \"wider-than\" must be a prefix length such as /24, not \"24\"\n");
  CHECK(ports("{from: world, to: [70000]}") == "p.yaml:5:36: \"to\": \"70000\" is no port and no range such as 20-30\n");
  CHECK(ports("{from: world, to: [30-20]}") == "p.yaml:5:36: \"to\": \"30-20\" is no port and no range such as 20-30\n");
  CHECK(ports("{from: world, to: all, protocol: https}") ==
        "p.yaml:5:50: \"protocol\" must be tcp, udp, icmp or any, not \"https\"\n");
  CHECK(ports("{from: world, to: all, absent: pass}") == "p.yaml:5:40: unknown key \"absent\" in a test of ports\n");
}

}  // namespace demarc::test
