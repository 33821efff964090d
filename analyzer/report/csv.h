#pragma once

#include <string>

#include "analyzer/report/report.h"

namespace demarc {

// The findings as CSV (RFC 4180: lines end with CR LF): a line of names, then a line a finding. Texts are printable, and one that a
// spreadsheet would take for a formula has an apostrophe in front. Inputs that could not be analysed are lines of verdict "error".
// Sources: https://www.rfc-editor.org/rfc/rfc4180, https://owasp.org/www-community/attacks/CSV_Injection
std::string write_csv(const Report& report);

}  // namespace demarc
