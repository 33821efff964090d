#pragma once

#include <string>
#include <vector>

#include "analyzer/network/question.h"
#include "analyzer/policy/evidence.h"
#include "analyzer/policy/test.h"
#include "parsers/graph/scenario.h"

namespace demarc {

// The traffic rules of one resource in one direction, as its file writes them.
struct TrafficRules {
  enum class Form : std::uint8_t {
    group,  // allow rules of a security group, in no order: IpProtocol, FromPort, ToPort, CidrIp, CidrIpv6 …
    acl,    // entries of a network ACL, ordered by RuleNumber, allow or deny: Protocol, PortRange, CidrBlock, Ipv6CidrBlock,
            // RuleAction, Egress; those of the other direction are passed over
  };
  Form form = Form::group;
  std::string path;             // from the properties: "SecurityGroupIngress"
  Value rules = Value::null();  // a list, one rule as a map, null, unknown
};

// Whether the rules let traffic of the test's shape through (POLICY-LANGUAGE, section 5): one rule, or several together
// (0.0.0.0/1 and 128.0.0.0/1 are the world). Several words or ports of a test are any of them.
//
//   networks   what each word asks for: question.h. Text in any spelling of an address; host bits do not count. What a rule
//              lets in from a group or a prefix list is no network, so not the world
//   ports      a rule reaches a port that lies in its range; -1, and no range at all, are all ports. `to: all` is ports 1 to
//              65535. Rules for all protocols reach every port, whatever range they name
//   protocol   by name or number; -1 and all are all protocols. Without a word of the test TCP or UDP will do. ICMP, and
//              protocols other than TCP and UDP, never reach a port; a test for icmp asks for no port
//   ACL        the entry with the lowest number that matches decides. An entry counts unless denials before it leave nothing
//              of what the test asks for: a denied address in the world still leaves the world open
//
// What is not known counts only where it could change the answer: an unknown network at another port, an unknown port for a
// known private network, do not. An attribute of a resource, such as a VPC's range, is never the world.
// Each rule that lets the traffic through, or may, is one evidence with the words of words.h; of several that do it together
// each is one. Lists longer than AWS takes are not tried rule against rule: unknown, unless one rule alone decides.
// Sources: https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html,
// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html,
// https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html
// Requires: the question is that of the test's networks.
Truth judge_ports(const PortsTest& test, const NetworkQuestion& question, const TrafficRules& rules, Scenario& scenario,
                  std::vector<Evidence>& evidence);

}  // namespace demarc
