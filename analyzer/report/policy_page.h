#pragma once

#include <string>
#include <vector>

#include "analyzer/policy/policy.h"

namespace demarc {

// What is known of one policy, for `demarc explain` and for the help of SARIF rules. Each ends with a line break; the text
// keeps to `width` columns.
std::string policy_text(const Policy& policy, std::size_t width = 100);
std::string policy_markdown(const Policy& policy);
std::string policy_json(const Policy& policy);

// All policies in a list, for `demarc policies`: a line each where the width allows it, else the title below, a JSON object {"policies": […]}, a Markdown table.
std::string policies_text(const std::vector<const Policy*>& policies, std::size_t width = 100);
std::string policies_markdown(const std::vector<const Policy*>& policies);
std::string policies_json(const std::vector<const Policy*>& policies);

}  // namespace demarc
