#pragma once

#include <string>

#include "analyzer/policy/path.h"
#include "analyzer/policy/reading.h"
#include "parsers/text/result.h"

namespace demarc {

// The names of a path's steps with dots between, without selectors: as tables and mappings write it.
std::string dotted(const Path& path);

// A path as it is written, put together again from its steps.
std::string text_of(const Path& path);

// `ingress` and `cidr_blocks` as `ingress.cidr_blocks`; either may be empty.
std::string joined_path(const std::string& outer, const std::string& inner);

// A path of Terraform's words in CloudFormation's; other types' paths as they are. An error where the mapping takes an
// argument out of the items in which the path begins, or out of what a selector picks.
Result<Path> translate(const Path& path, const SpokenType& type, const Vocabulary& vocabulary);

}  // namespace demarc
