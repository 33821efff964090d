#pragma once

#include <string>

#include "analyzer/report/report.h"

namespace demarc {

// The findings as Markdown for the summary of a build step or a comment on a merge request: the summary, a table a file, how each
// policy's gap is mended, and what is suppressed, with the reasons. GitHub takes at most 1 MiB of a step: where there are too many
// findings, the least severe are left out, and it is said how many.
// Sources: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#adding-a-job-summary,
// https://github.github.com/gfm/
std::string write_markdown(const Report& report);

}  // namespace demarc
