#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "parsers/graph/truth.h"
#include "parsers/graph/value.h"

namespace demarc {

// One thing that a test looked at and what it said of it: a statement of a policy document, a rule of a security group.
// `words` fill the placeholders of messages ("{from}", "{port}"), in the words of the file.
struct Evidence {
  Truth truth = Truth::unknown;
  Place place;                                               // of the thing itself
  std::string path;                                          // to it from the properties, in the words of the policy ("Policies[0].PolicyDocument.Statement[1]")
  std::vector<std::pair<std::string_view, std::string>> words;  // a name is a literal of the code; sensitive values are left out
  std::vector<std::string> reasons;                          // of an unknown: "Resource depends on parameter Arn, which has no default"
  const Reference* through = nullptr;                        // what the value that decides came through, where one alone does
};

}  // namespace demarc
