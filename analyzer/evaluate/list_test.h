#pragma once

#include "analyzer/evaluate/judge.h"

namespace demarc {

// `contains`, `covers` and `within`: tests that take lists, and paths through lists.
Answer judge_list(World& world, const Item& item, const Test& test, const ValueTest& value_test);

}  // namespace demarc
