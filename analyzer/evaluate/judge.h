#pragma once

#include <string_view>
#include <vector>

#include "analyzer/evaluate/found.h"
#include "analyzer/evaluate/world.h"
#include "analyzer/policy/test.h"

namespace demarc {

// What one test looked at, as far as messages need it. What it points to lives as long as its world.
struct Observation {
  const Test* test = nullptr;
  const Resource* resource = nullptr;   // on which it was made; null: the deployment
  Found found;                          // the subject; of a relation what names the other, or would
  std::string_view why;                 // of an unknown: the end of a sentence that begins with the property
  std::string_view key;                 // of a lookup: by what was looked up
  const Evidence* evidence = nullptr;   // a statement, a rule: a finding of its own
  std::vector<const Resource*> others;  // of a relation: those that satisfy it, else those that were tried
  std::uint32_t count = 0;              // of a quantifier or relation: how many satisfy it
};

// The truth of a test and what decides it, in written order: what passed of a yes, what did not of a no, what is not known
// of an unknown.
struct Answer {
  Truth truth = Truth::unknown;
  std::vector<Observation> because;
};

// Asks a test of an item in one world.
Answer judge(World& world, const Item& item, const Test& test);

// Each kind of test has its own file.
Answer judge(World& world, const Item& item, const Test& test, const ValueTest& value_test);
Answer judge(World& world, const Item& item, const Test& test, const Quantifier& quantifier);
Answer judge(World& world, const Item& item, const Test& test, const Relation& relation);
Answer judge(World& world, const Item& item, const Test& test, const StatementTest& statement);
Answer judge(World& world, const Item& item, const Test& test, const PortsTest& ports);
Answer judge(World& world, const Item& item, const Test& test, const SensitiveTest& sensitive);

// An observation of an absent subject and the answer for it: what the test says of absence, unless a row that was not asked
// speaks of the property.
Answer answer_absent(World& world, const Item& item, const Test& test, const Found& found, Truth absent);

Observation observe(const Item& item, const Test& test, const Found& found);

// A text that lives as long as the world.
std::string_view keep(World& world, std::string_view text);

}  // namespace demarc
