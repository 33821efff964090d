#pragma once

#include <span>
#include <string>
#include <vector>

#include "analyzer/policy/evidence.h"
#include "analyzer/policy/table.h"
#include "analyzer/policy/test.h"
#include "parsers/graph/scenario.h"

namespace demarc {

// The traffic rules of one resource in one direction, as its file writes them.
struct TrafficRules {
  enum class Form : std::uint8_t {
    group,  // allow rules of a security group, in no order: IpProtocol, FromPort, ToPort, CidrIp, CidrIpv6 …
    acl,    // entries of a network ACL, ordered by RuleNumber, allow or deny: Protocol, PortRange, CidrBlock, Ipv6CidrBlock, RuleAction, Egress
  };
  Form form = Form::group;
  std::string path;          // from the properties: "SecurityGroupIngress"
  Value rules = Value::null();  // a list, one rule as a map, null, unknown
};

// Whether the rules let traffic of the test's shape through (POLICY-LANGUAGE, section 5): one rule, or several together
// (0.0.0.0/1 and 128.0.0.0/1 are the world). Each rule that does, or may, is one evidence with the words from, to, protocol,
// range, port. Protocols by name or number, -1 as all; ICMP never reaches a port; ports of `-1` are ignored.
// Source: https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html,
// https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html
Truth judge_ports(const PortsTest& test, const TrafficRules& rules, Scenario& scenario, std::vector<Evidence>& evidence);

}  // namespace demarc
