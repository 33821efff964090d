#pragma once

#include <map>
#include <string>
#include <vector>

#include "analyzer/cli/lazy_mappings.h"
#include "analyzer/cli/lazy_serverless.h"
#include "analyzer/policy/catalog.h"
#include "parsers/text/source.h"

namespace demarc {

// The policies, tables and mappings of a run.
struct Library {
  Catalog catalog;
  LazyMappings mappings;
  LazyServerless serverless;
  Sources sources;                                    // the files of the user's own policies, for errors
  std::map<std::string, std::string, std::less<>> folders;  // of the user's own policies, by id
};

// What could not be read: "file:line:column: what" with an excerpt, ready to be printed. Empty: all is well.
using LibraryErrors = std::string;

// Which of the built-in files are wanted: `demarc test` brings policies of its own.
enum class BuiltIn : std::uint8_t { all, tables };

// Reads the built-in files and those of the given folders, with these values of settings.
LibraryErrors read_library(BuiltIn built_in, const std::vector<std::string>& folders, Library& library, const SettingValues& given = {});

// How policies that are written in Terraform's words are said in CloudFormation's. Requires: mappings outlives it.
Vocabulary vocabulary_of(const LazyMappings& mappings);

}  // namespace demarc
