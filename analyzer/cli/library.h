#pragma once

#include <memory>
#include <string>
#include <vector>

#include "analyzer/policy/catalog.h"
#include "parsers/document/node.h"
#include "parsers/terraform/mapping.h"
#include "parsers/text/source.h"

namespace demarc {

// The policies, tables and mappings of a run, and the documents that they were read from.
struct Library {
  Catalog catalog;
  Mappings mappings;
  std::vector<std::unique_ptr<Document>> documents;   // mappings point into them
  Sources sources;                                    // the files of the user's own policies, for errors
};

// What could not be read: "file:line:column: what" with an excerpt, ready to be printed. Empty: all is well.
using LibraryErrors = std::string;

// Which of the built-in files are wanted: `demarc test` brings policies of its own.
enum class BuiltIn : std::uint8_t { all, tables };

// Reads the built-in files and those of the given folders.
LibraryErrors read_library(BuiltIn built_in, const std::vector<std::string>& folders, Library& library);

}  // namespace demarc
