#pragma once

#include <string>

#include "analyzer/report/report.h"

namespace demarc {

// The findings as JUnit's XML: a suite a file, a case a finding. A gap fails; what cannot be told, is suppressed or stands in the
// baseline is skipped, with the reason; a pass passes; an input that could not be analysed is an error. A clean run has one case
// that passes, since some readers take a report without any for a mistake. Cases of the same class (the policy) have different
// names: of equal ones GitLab shows the first only.
// Sources: https://docs.gitlab.com/ci/testing/unit_test_reports, https://github.com/testmoapp/junitxml
std::string write_junit(const Report& report);

}  // namespace demarc
