#pragma once

#include <string>

#include "analyzer/report/report.h"

namespace demarc {

// The report as SARIF 2.1.0, within what GitHub's code scanning accepts: one run, unique rules, regions from 1 on one line,
// relative percent-encoded URIs, GitHub's own line fingerprints, at most 20,000 findings (25,000 results are let in): the
// most severe ones, and a notification that says how many were cut. Inputs that could not be analysed are results of the
// rule demarc-input-error.
// Sources: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html and
// https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
std::string write_sarif(const Report& report);

}  // namespace demarc
