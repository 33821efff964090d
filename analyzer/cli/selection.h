#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analyzer/configuration/configuration.h"
#include "analyzer/policy/catalog.h"
#include "parsers/text/result.h"

namespace demarc {

// Which policies a run judges.
struct Selection {
  Profile profile = Profile::standard;
  std::vector<std::string> select;   // ids or patterns; empty: the profile
  std::vector<std::string> ignore;
};

// What configurations say of a policy: the first adjustment that fits it and says so.
std::optional<Said<bool>> enabled(const Policy& policy, const InputConfiguration& said);
std::optional<Said<Severity>> severity(const Policy& policy, const InputConfiguration& said);

// The policies of a selection, by id; deprecated ones are never judged. Former ids (`replaces`) select their successor. Where
// nothing is selected, the profile and what the configuration enables and disables decide.
std::vector<const Policy*> select_policies(const Catalog& catalog, const Selection& selection, const InputConfiguration& said);

// An id or pattern that fits no policy is an error with the nearest right one.
std::optional<Error> check_selection(const Catalog& catalog, const Selection& selection);

// The policy of an id or former id.
Result<const Policy*> policy_named(const Catalog& catalog, const std::string& id);

}  // namespace demarc
