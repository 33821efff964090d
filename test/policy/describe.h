#pragma once

#include <string>

#include "analyzer/policy/policy.h"

namespace demarc::test {

// The logic of a policy in one line, whole: what the reader understood.
std::string describe(const Policy& policy);
std::string describe(const Test& test);
std::string describe(const Paths& paths);

}  // namespace demarc::test
