#pragma once

#include <string>
#include <string_view>

#include "analyzer/report/report.h"

namespace demarc {

struct TextStyle {
  bool colour = false;
  unsigned width = 100;  // columns; explanations are wrapped to it, the line that an editor clicks never is
  bool quiet = false;    // findings only, one line each
};

// Findings for people: "file:line:column: severity policy: sentence", the source line with a caret, whose side it is and how
// to mend it (once for each policy), then notes and a summary. Ends with a line break unless empty.
std::string write_text(const Report& report, const TextStyle& style);

// An input's error: "file:line:column: error: what", the source line with a caret, the hint.
std::string write_failure(const Sources& sources, const InputFailure& failure, const TextStyle& style);

}  // namespace demarc
