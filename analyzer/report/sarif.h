#pragma once

#include <string>

#include "analyzer/report/report.h"

namespace demarc {

// The report as SARIF 2.1.0, within what GitHub's code scanning accepts: one run, unique rules, regions from 1 on one line,
// relative percent-encoded URIs, GitHub's own line fingerprints, links to related locations in the message. Of more findings
// than Report::most_in_sarif the most severe ones are kept, and a notification says how many were cut. Inputs that could not be
// analysed are results of the rule demarc-input-error. The run has no automationDetails: those who upload it name its category.
// Sources: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html and
// https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
std::string write_sarif(const Report& report);

}  // namespace demarc
