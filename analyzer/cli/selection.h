#pragma once

#include <string>
#include <vector>

#include "analyzer/policy/catalog.h"
#include "parsers/text/result.h"

namespace demarc {

// Which policies a run judges.
struct Selection {
  Profile profile = Profile::standard;
  std::vector<std::string> select;   // ids or patterns; empty: the profile
  std::vector<std::string> ignore;
};

// The policies of a selection, by id; deprecated ones are never judged. Former ids (`replaces`) select their successor.
// An id or pattern that fits no policy is an error with the nearest right one.
Result<std::vector<const Policy*>> select_policies(const Catalog& catalog, const Selection& selection);

// The policy of an id or former id.
Result<const Policy*> policy_named(const Catalog& catalog, const std::string& id);

}  // namespace demarc
