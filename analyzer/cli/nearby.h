#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzer/cli/analysis.h"

namespace demarc {

// The files that templates name: nested templates and what they include. Inputs of the run are found among them, others are
// read when they are asked for. Only files of the same repository are: of the folder with .git above the file that names
// them, else of this folder, else of that file's own.
class NearbyFiles {
 public:
  explicit NearbyFiles(Analysis& analysis) : analysis_(analysis) {}

  // Makes an input known by its path. Inputs come in the order of their numbers.
  void add(const Input& input);

  // As Locate has it. Requires: nobody else uses the sources.
  Result<const SourceFile*> locate(FileId from, std::string_view path);

  // Of templates that were read on their own, those that others of them name and that are judged there: all but one of each
  // circle.
  std::set<FileId> followed(const std::vector<FileId>& templates) const;

 private:
  std::vector<std::string> paths_;              // of each file of the sources; empty: standard input
  std::map<std::string, FileId> by_identity_;   // by canonical path
  std::map<FileId, std::set<FileId>> names_;    // which files a file names
  Analysis& analysis_;
};

}  // namespace demarc
