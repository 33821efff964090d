#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "analyzer/report/report.h"

namespace demarc {

// Whether a finding is a gap that counts: it fails, nothing suppresses it, and the baseline does not know it.
bool counts(const Finding& finding);

// "suppressed until 2026-12-31: the reason (checkov, stack/storage.yaml:7)"; empty for a finding that is not.
std::string suppression_words(const Report& report, const Finding& finding);

// "new", "unchanged", or nothing where there is no baseline; SARIF's words (2.1.0, section 3.27.24).
std::string_view baseline_word(const Finding& finding);

// How much a finding matters: what counts by its severity, then what cannot be told, then all the rest.
int weight_of(const Finding& finding);

// The `most` weightiest findings of a report, in the report's order.
std::vector<const Finding*> weightiest(const std::vector<Finding>& findings, std::size_t most);

}  // namespace demarc
