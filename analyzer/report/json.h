#pragma once

#include <string>

#include "analyzer/report/report.h"

namespace demarc {

// The report as JSON, version 1: an interface, whose fields are only ever added to. `parts` are the companions that were merged
// into the resource; of a finding that stands in one of them, that one alone.
//   {"version": 1, "tool": {"name", "version"}, "asOf", "findings": [{"policy", "verdict", "severity", "message", "file", "line",
//    "column", "endLine", "endColumn", "path", "resource": {"address", "type", "parts"}, "scenario", "why", "related",
//    "suppression": {"kind", "reason", "until", "by", "file", "line", "column" or "origin"}, "baseline": "new" or "unchanged"}],
//    "notes": [{"kind", "message", "file", "line", "column"}], "errors": [{"file", "line", "column", "message", "hint"}],
//    "summary": {"inputs", "resources", "policies", "fail": {"critical" …}, "categories": {"identity" …},
//    "unknown", "pass", "suppressed", "unchanged", "errors"}}
std::string write_json(const Report& report);

}  // namespace demarc
