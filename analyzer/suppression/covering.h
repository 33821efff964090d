#pragma once

#include "analyzer/suppression/suppression_rule.h"

namespace demarc {

// Whether a rule speaks of the place, resource and property of a finding, its policy aside. A rule for a part of a file covers
// what is found there, and all that is found about resources that stand wholly in it, wherever it is shown.
bool covers(const SuppressionRule& rule, const Finding& finding);

}  // namespace demarc
