#pragma once

#include <string>
#include <vector>

#include "analyzer/configuration/configuration.h"
#include "analyzer/policy/catalog.h"
#include "parsers/document/node.h"
#include "parsers/text/source.h"

namespace demarc {

// The name of the files that are looked for.
inline constexpr std::string_view kConfigurationFile = ".demarc.yaml";

// Reads a `.demarc.yaml`. Every mistake is reported, at its place; unknown keys and words with the nearest right one. Whether
// policies and settings exist is asked by check_names, once the catalog is there.
// `folder` is that of the file, as a path: what is named in it is meant from there.
// Requires: root was read from file, and lives as long as the configuration (see AssumedRows).
InputConfiguration read_configuration(const Node& root, const SourceFile& file, const std::string& folder,
                                 std::vector<CatalogError>& errors);

// Whether a text has nothing but comments and blank lines: such a file says nothing.
bool says_nothing(std::string_view text);

// A mistake that only the catalog shows: "…/.demarc.yaml:12" and what is wrong there.
struct NameMistake {
  SaidBy origin;
  std::string message;
};

// Policies and settings that are not there, each with the nearest right name, and settings of another type.
std::vector<NameMistake> check_names(const InputConfiguration& configuration, const Catalog& catalog);

}  // namespace demarc
