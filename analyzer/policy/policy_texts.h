#pragma once

#include "analyzer/policy/fields.h"
#include "analyzer/policy/policy.h"

namespace demarc {

// Reads what a policy says of itself, its logic aside: id, title, severity, category, since, profile, message, sides, fix,
// references, controls, peers, replaces, deprecated. A user's policy needs id, title and severity; a built-in one all that
// people read.
// Requires: the policy's file and built_in are set.
void read_policy_texts(const Fields& fields, Mistakes& mistakes, Policy& policy);

}  // namespace demarc
