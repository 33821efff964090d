#pragma once

#include <string_view>
#include <vector>

#include "analyzer/evaluate/finding.h"

namespace demarc {

// A finding as people are told of it: once for all instances of a resource (count, for_each, modules) of which the same is to be said.
struct Told {
  const Finding* finding = nullptr;          // of the first instance
  std::vector<std::string_view> also;        // the addresses of the others
};

// The findings in their order, those of further instances taken together with the first of the same file.
std::vector<Told> told(const std::vector<Finding>& findings);

}  // namespace demarc
