#pragma once

#include <string>

#include "analyzer/cli/analysis.h"
#include "analyzer/evaluate/evaluate.h"

namespace demarc {

// Moves the findings of plans to the lines of the Terraform source that they speak of, where it is at hand: in `folder`, or
// without one beside each plan. The sources are added to those of the analysis. What they say of a secret is one too.
void place_in_source(Analysis& analysis, Evaluation& evaluation, const std::string& folder);

}  // namespace demarc
