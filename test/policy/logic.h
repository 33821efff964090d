#pragma once

#include <string>

#include "catalog_text.h"
#include "describe.h"

namespace demarc::test {

// Three lines with which a user's policy begins; logic begins at line 4.
inline constexpr const char* kHead = "id: p\ntitle: T\nseverity: low\n";

// A few tables and defaults that tests speak of.
std::vector<TextFile> some_tables();

// The errors of a policy p.yaml beside some tables.
std::string errors_of(const std::string& policy);

// What the reader understood of the logic that follows kHead, or its errors.
std::string logic_of(const std::string& logic);

// The test of `require: TEST` for an instance, or its errors; TEST stands at line 5, column 10. Absence passes, where
// nothing else is said.
std::string test_of(const std::string& test);

}  // namespace demarc::test
