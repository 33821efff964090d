#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "analyzer/report/report.h"

namespace demarc {

// "1 resource", "3 resources".
std::string counted(std::size_t count, std::string_view noun);

// "no findings", "3 findings (1 critical, 2 high)".
std::string findings_words(const Counts& counts);

// The same by category, the most first: "2 network, 1 logging"; empty without findings.
std::string categories_words(const Counts& counts);

// "3 findings (1 critical, 2 high), 1 suppressed, 2 that cannot be told; 12 resources in 2 inputs, 44 policies". With
// hints, what is counted but not among the findings has the option behind it that shows it.
std::string summary_words(const Report& report, bool hints = false);

}  // namespace demarc
