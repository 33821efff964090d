#pragma once

#include <string>
#include <utility>
#include <vector>

#include "analyzer/policy/catalog.h"
#include "parsers/document/node.h"

namespace demarc {

// Collects what is wrong with one file of a catalog.
class Mistakes {
 public:
  Mistakes(std::string path, std::vector<CatalogError>& errors)
      : path_(std::move(path)), errors_(errors), before_(errors.size()) {}

  void add(Range range, std::string message) { errors_.push_back({path_, range, std::move(message)}); }
  bool any() const { return errors_.size() > before_; }

  const std::string& path() const { return path_; }

 private:
  std::string path_;
  std::vector<CatalogError>& errors_;
  std::size_t before_;
};

// A value for a sentence: `a list`, `a map`, `nothing`, `"text"`, `7`. Long ones are cut.
std::string described(const Node& node);

// Where an error about a whole map or list is shown: at its first key, or its first bracket or dash, since the
// whole may be the file.
Range head_of(const Node& node);

}  // namespace demarc
