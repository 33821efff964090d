#pragma once

#include <string>
#include <vector>

#include "analyzer/evaluate/found.h"
#include "analyzer/evaluate/world.h"
#include "analyzer/policy/test.h"

namespace demarc {

// What a test compares with: the literals of the policy, `$item` in its place, or those of a table.
struct Operands {
  std::vector<Literal> literals;
  bool unknown = false;  // a lookup found no row
  std::string why;
};
Operands operands_of(World& world, const Item& item, const ValueTest& test);

}  // namespace demarc
