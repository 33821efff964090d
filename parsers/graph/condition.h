#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "parsers/graph/truth.h"
#include "parsers/graph/value.h"

namespace demarc {

// Something that differs between deployments of one template: a parameter, or a pseudo parameter such as AWS::Region.
// Its values fall into classes: one for each text that the template lists (AllowedValues) or compares it with, and,
// where the variable is open, one for all others together.
struct Variable {
  std::string_view name;
  std::vector<std::string_view> classes;  // distinct; at most 63 are told apart, the rest falls under "others"
  bool open = true;                       // values outside classes are possible
  bool finite = false;                    // has AllowedValues: reading its value forks over all classes
  int by_default = -1;                    // index into classes; -1: none
  Value value = Value::null();            // the default as a value, or the unknown that stands for it
  std::vector<Value> class_values;        // one per class, located at the member of AllowedValues or the comparison
  const Reference* reference = nullptr;   // to the declaration
};

// A boolean expression over variables, as a template's Conditions write it. Lives in the arena of its graph.
struct Condition {
  enum class Op : std::uint8_t { constant, equals, same, all, any, negate };
  Op op = Op::constant;
  bool constant = true;
  std::string_view name;                 // as declared; empty inside expressions
  const Variable* variable = nullptr;    // equals, same
  std::uint32_t class_index = 0;         // equals: variable is in this class
  const Variable* other = nullptr;       // same: both have the same value
  std::span<const Condition* const> operands;  // all, any; negate has one
};

}  // namespace demarc
