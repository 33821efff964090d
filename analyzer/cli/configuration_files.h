#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <vector>

#include "analyzer/configuration/configuration.h"
#include "parsers/document/node.h"
#include "parsers/text/result.h"
#include "parsers/text/source.h"

namespace demarc {

// The configuration files that govern inputs: `.demarc.yaml` in the folder of an input and in those above it, up to one that
// says `root: true`; or one file for all inputs.
class ConfigurationFiles {
 public:
  // One that was found.
  struct File {
    FileId source = 0;   // in sources()
    std::string folder;  // absolute
    InputConfiguration configuration;
    Document document;
  };
  // Files that govern together, the nearest first.
  struct Chain {
    std::vector<const File*> files;
    InputConfiguration merged;
  };

  // Uses this file alone; errors() tells if it cannot be read.
  void use_only(const std::string& path);

  // The chain of a folder (absolute), by its number; 0 is the empty one.
  std::uint32_t chain_of(const std::string& folder);

  const Chain& chain(std::uint32_t number) const { return chains_[number]; }
  const std::deque<File>& files() const { return files_; }
  const Sources& sources() const { return sources_; }

  // What could not be read, ready to be printed: "file:line:column: error: …" with an excerpt. Empty: all is well.
  const std::string& errors() const { return errors_; }

 private:
  const File* read(const std::string& path, const std::string& folder);
  void complain(FileId file, Error error);
  std::uint32_t add_chain(const File& file, std::uint32_t parent);

  bool only_ = false;
  Sources sources_;
  std::deque<File> files_;
  std::deque<Chain> chains_ = {{}};
  std::map<std::string, std::uint32_t> by_folder_;
  std::string errors_;
};

// A path as messages show it: from the working directory where it lies in it, else whole.
std::string shown_path(const std::string& absolute);

// A path without links and dots, from the root.
std::string absolute_path(const std::string& path);

// The folder whose configuration counts for a path: the path itself if it is a folder, else the one it lies in.
std::string configuration_folder(const std::string& path);

}  // namespace demarc
