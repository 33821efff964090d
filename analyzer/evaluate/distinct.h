#pragma once

#include <cstdint>
#include <vector>

#include "parsers/graph/value.h"

namespace demarc {

// How many different values there are: at least so many that are provably different from each other (different literals,
// different referents), and at most so many.
struct DistinctCount {
  std::uint32_t known = 0;
  std::uint32_t possible = 0;
};
DistinctCount count_distinct(const std::vector<Value>& values);

}  // namespace demarc
