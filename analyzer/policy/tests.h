#pragma once

#include <optional>

#include "analyzer/policy/reading.h"
#include "analyzer/policy/test.h"

namespace demarc {

// Reads one test, whatever its form. Nothing where it has mistakes; they are reported.
std::optional<Test> read_test(const Node& node, const Standing& standing, const Reading& reading);

// Reads the test of a `when`, `where` or `by`; null where it has mistakes.
TestPointer read_condition(const Node& node, const Standing& standing, const Reading& reading);

// The forms, each by the keys that begin it. Requires: node is a map that has one of them.
// property, attribute, tag, lookup
std::optional<Test> read_value_test(const Node& node, const Standing& standing, const Reading& reading);
// all, any, not
std::optional<Test> read_combination(const Node& node, const Standing& standing, const Reading& reading);
// some, every
std::optional<Test> read_quantifier(const Node& node, const Standing& standing, const Reading& reading);
// refers-to, referred-by, exists
std::optional<Test> read_relation(const Node& node, const Standing& standing, const Reading& reading);
// statement
std::optional<Test> read_statement(const Node& node, const Standing& standing, const Reading& reading);
// ports
std::optional<Test> read_ports(const Node& node, const Standing& standing, const Reading& reading);
// sensitive
std::optional<Test> read_sensitive(const Node& node, const Standing& standing, const Reading& reading);

}  // namespace demarc
