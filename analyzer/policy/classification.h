#pragma once

#include <string>
#include <utility>
#include <vector>

namespace demarc {

// What marks a resource as holding sensitive data, as a configuration says it. Nothing: no resource is sensitive.
struct Classification {
  std::vector<std::pair<std::string, std::vector<std::string>>> tags;  // key → globs of values, of which one must match
  std::vector<std::string> names;  // globs of logical ids, addresses and physical names

  bool empty() const { return tags.empty() && names.empty(); }
  friend bool operator==(const Classification&, const Classification&) = default;
};

}  // namespace demarc
