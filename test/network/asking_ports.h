#pragma once

#include <string>
#include <string_view>

#include "analyzer/network/ports.h"
#include "network/template_json.h"

namespace demarc {

// A test of ports in short: "ingress world 22", "egress world all", "ingress wider-than /24 1-1024 udp", "ingress world,private
// 22,3389".
PortsTest asked(std::string_view words);

// The answer to a test about rules that a template writes, in each world: the truth, then a line for each evidence.
// More than one world is divided by lines "or".
std::string answer(std::string_view test, std::string_view rules);      // of a security group
std::string answer_acl(std::string_view test, std::string_view rules);  // of a network ACL

}  // namespace demarc
