#pragma once

#include <string>

#include "analyzer/report/report.h"

namespace demarc {

// The findings as GitLab's code quality report: an array of issues, one a finding that is no pass. Fingerprints are made of policy,
// file, address and path, never of lines; one that would come twice is counted on, since GitLab shows one issue a fingerprint.
// What cannot be told and what is suppressed is "info".
// Source: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
std::string write_gitlab(const Report& report);

}  // namespace demarc
