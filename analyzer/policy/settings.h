#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/policy/catalog.h"
#include "analyzer/policy/mistakes.h"

namespace demarc {

Literal literal_of(const Node& scalar);

// What is wrong with values of a setting of a type ("must be an integer, not …"); empty if nothing is.
std::string misfit(const std::vector<Literal>& values, std::string_view type);

// "365", or "111122223333, 444455556666".
std::string text_of(const Setting& setting);

// Reads `{days: {default: 365, type: integer, text: "…"}}`: of a policy, or, with an empty owner, the shared ones. A given
// value takes the default's place; one of a wrong type is an error without a path. `type` may be left out where the
// default shows it.
std::vector<Setting> read_settings(const Node& node, const std::string& owner, const SettingValues& given, Mistakes& mistakes,
                                   std::vector<std::string>& given_errors);

// The setting that `$name` means: the policy's own, else a shared one. Null and a mistake where there is none.
const Setting* find_setting(const Node& dollar_name, const std::vector<Setting>& own, const Catalog& catalog, Mistakes& mistakes);

}  // namespace demarc
