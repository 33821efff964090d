#pragma once

#include <optional>

#include "analyzer/cli/analysis.h"
#include "analyzer/cli/check_options.h"
#include "analyzer/cli/groups.h"
#include "analyzer/evaluate/evaluate.h"
#include "parsers/text/result.h"

namespace demarc {

// Says of each finding whether it is new (Finding::baseline): compared with the baseline's file, with what the inputs were at a
// revision of git (--since), and with what plans' resources are before they are applied (--new-only). Writes the baseline where
// that is asked for. Notes go to the evaluation. An error is one of use: a file or revision that cannot be read.
// Requires: suppressions are marked, the inputs are those of the analysis.
std::optional<Error> compare_with_earlier(const Groups& groups, const CheckOptions& options, const std::vector<Input>& inputs,
                                          const Analysis& analysis, const EvaluateOptions& how, Evaluation& evaluation);

}  // namespace demarc
