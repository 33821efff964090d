#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analyzer/policy/catalog.h"
#include "analyzer/policy/mistakes.h"

namespace demarc {

// Reads one policy file. Nothing where it has mistakes; they are reported. Errors of given settings go to given_errors.
// Requires: tables, defaults and shared settings are in the catalog.
std::optional<Policy> read_policy(const CatalogFile& file, const SettingValues& given, const Vocabulary& vocabulary,
                                  const Catalog& catalog, Mistakes& mistakes, std::vector<std::string>& given_errors);

// The id that a built-in policy's path gives it: `s3-public-acl` for s3/public-acl/public-acl.yaml. Empty for a path of
// another form.
std::string id_of_path(std::string_view path);

}  // namespace demarc
