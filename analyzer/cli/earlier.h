#pragma once

#include <map>
#include <string>
#include <vector>

#include "analyzer/baseline/baseline.h"
#include "analyzer/cli/analysis.h"
#include "analyzer/cli/check_options.h"
#include "analyzer/cli/groups.h"
#include "analyzer/cli/input.h"
#include "analyzer/evaluate/evaluate.h"
#include "parsers/text/result.h"

namespace demarc {

// What was found in the inputs as they were, under the names that they have now.
struct EarlierFindings {
  Baseline findings;
  std::map<std::string, std::string> failures;  // by path from the root of the repository: what could not be analysed, and why
};

// As they were at the revision of --since. A file that was not there has no findings. Errors are those of GitRevision::find.
Result<EarlierFindings> findings_at_revision(const Groups& groups, const CheckOptions& options, const std::vector<Input>& inputs,
                                             const EvaluateOptions& how);

// As the plans among them say that resources are before.
EarlierFindings findings_before_plans(const Groups& groups, const CheckOptions& options, const std::vector<Input>& inputs,
                                      const Analysis& analysis, const EvaluateOptions& how);

}  // namespace demarc
