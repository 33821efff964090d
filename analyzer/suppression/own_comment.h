#pragma once

#include <string_view>

#include "analyzer/suppression/suppression_rule.h"
#include "parsers/text/result.h"

namespace demarc {

// How demarc's own comments are written.
inline constexpr std::string_view kCommentForm = "# demarc:ignore POLICY[, POLICY] [until DATE]: REASON";

// Reads what stands in a comment that begins with "demarc:": `demarc:ignore s3-public-acl, s3-* until 2027-01-31: Public site`.
// The error says what is wrong with it, and its hint how it is written.
Result<SuppressionRule> read_own_comment(std::string_view text);

}  // namespace demarc
