#pragma once

#include <string>
#include <utility>
#include <vector>

#include "analyzer/policy/catalog.h"

namespace demarc::test {

// A file of a catalog as its author writes it.
struct TextFile {
  std::string path;
  std::string text;
  bool built_in = false;
};

// What came of reading files: the catalog, and its errors as `path:line:column: message`, one a line.
struct ReadCatalog {
  Catalog catalog;
  std::string errors;
};

ReadCatalog read(const std::vector<TextFile>& files, const SettingValues& given = {}, const Vocabulary& vocabulary = {});

// All files below a folder that belong to a catalog, with their paths relative to it.
std::vector<TextFile> files_below(const std::string& folder);

}  // namespace demarc::test
