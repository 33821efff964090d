#pragma once

#include <string>

#include "analyzer/report/report.h"

namespace demarc {

// The findings as commands to the log of a GitHub workflow, which shows them as annotations: errors (critical, high), warnings
// (medium), notices (low, note, what cannot be told, what is suppressed or in the baseline), the most severe first. A step shows ten
// of each: where there are more, the tenth says how many. Passes are left out. The last line is the summary.
// Sources: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands and, for the escapes and the limits,
// https://github.com/actions/toolkit (packages/core, command.ts; docs/problem-matchers.md)
std::string write_github(const Report& report);

}  // namespace demarc
