#pragma once

#include <set>
#include <string>
#include <utility>

#include "analyzer/policy/catalog.h"

namespace demarc::test {

// Type and path, as tables of defaults write them: {"AWS::KMS::Key", "KeySpec"}.
using AskedProperty = std::pair<std::string, std::string>;

// The properties whose value decides a policy: what its tests compare or look up by, also in `when`, `where` and relations.
// `set` and `kind` ask what is written; statements and ports have tables of their own. Types that are globs, and parts of a
// template or plan, have no defaults.
std::set<AskedProperty> asked_properties(const Policy& policy);

// Whether a row of defaults speaks of a property, or of one around it.
bool has_default(const Catalog& catalog, const AskedProperty& asked);

}  // namespace demarc::test
