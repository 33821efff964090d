#pragma once

#include <nlohmann/json.hpp>

#include "analyzer/policy/policy.h"

namespace demarc {

// A policy as SARIF's reportingDescriptor (2.1.0, section 3.49) of the given severity, with the properties that GitHub's code scanning
// reads, within the lengths and numbers that it takes.
// Source: https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
nlohmann::ordered_json rule_of(const Policy& policy, Severity severity);

// error, warning or note.
std::string_view level_of(Severity severity);

}  // namespace demarc
