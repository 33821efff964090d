#pragma once

#include <span>
#include <vector>

#include "analyzer/network/question.h"
#include "analyzer/network/rule.h"

namespace demarc {

// The rules that let traffic of one protocol through at one port.
//   group  all rules that speak of it: they only allow, in no order
//   acl    entries that allow it, but for those of which earlier denials leave nothing that the question asks for. Entries
//          are tried by their number, and the first that matches a packet decides.
//          https://docs.aws.amazon.com/vpc/latest/userguide/nacl-basics.html
// With yes those that certainly do, with unknown also those that may.
std::vector<const TrafficRule*> letting(std::span<const TrafficRule> rules, TrafficRules::Form form,
                                        const NetworkQuestion& question, Protocol protocol, int port, Truth how);

// Those of the rules by which a question is answered that well: each alone, or, where none is enough alone, a few together.
// Requires: together they answer it that well.
std::vector<const TrafficRule*> decisive(std::span<const TrafficRule* const> rules, const NetworkQuestion& question, Truth how);

// How well the rules together answer the question.
Truth answered_by(std::span<const TrafficRule* const> rules, const NetworkQuestion& question);

}  // namespace demarc
