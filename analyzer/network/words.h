#pragma once

#include <string>
#include <vector>

#include "analyzer/network/question.h"
#include "analyzer/network/rule.h"
#include "analyzer/policy/evidence.h"
#include "analyzer/policy/test.h"

namespace demarc {

// "a", "a and b", "a, b and 2 more": the first three of many.
std::string listed(const std::vector<std::string>& texts);

// What a rule does of what a test asks, with the words of messages:
//   from      the networks that it lets in or, of egress, out to: "0.0.0.0/0"
//   to, port  the ports that were asked for and that it opens: "22", "22 and 3389", "all ports"
//   protocol  "tcp", "all protocols"
//   range     the ports that it opens: "22", "20-30", "all ports"
Evidence describe_rule(const TrafficRule& rule, const PortsTest& test, const NetworkQuestion& question, Truth truth);

}  // namespace demarc
