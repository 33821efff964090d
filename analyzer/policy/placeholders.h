#pragma once

#include <string>

#include "analyzer/policy/policy.h"
#include "analyzer/policy/reading.h"

namespace demarc {

// Checks the placeholders of a policy's message against what its tests can supply (POLICY-LANGUAGE, section 8), and fills
// in its settings; what else stands in braces is text. Unknown placeholders are mistakes at `place`.
// Requires: the policy's tests are read.
std::string read_message(const std::string& message, Range place, const Policy& policy, const Reading& reading);

}  // namespace demarc
