#pragma once

#include <string>
#include <vector>

#include "parsers/graph/condition.h"
#include "parsers/graph/resource.h"
#include "parsers/graph/scenario.h"

namespace demarc {

// A world in which a resource exists: what it assumes, and whether a finding holds in it.
struct KnownWorld {
  std::vector<Scenario::Assumption> assumptions;
  bool holds = false;
};

// In which worlds a finding holds, with the fewest parameters that matter, the defaults first: "with default values",
// "when IsProd is false (Environment is dev)", "only when Environment is dev or test". Empty where it holds in all.
// `conditions`: named ones that may explain it.
std::string scenario_words(const std::vector<KnownWorld>& worlds, const std::vector<const Condition*>& conditions);

// The named conditions on which a resource or something in it depends, each once.
std::vector<const Condition*> conditions_of(const Resource& resource);

}  // namespace demarc
