#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "parsers/graph/truth.h"
#include "parsers/graph/value.h"

namespace demarc {

struct Condition;
struct Constraint;

// Something that differs between deployments of one template: a parameter, or a pseudo parameter such as AWS::Region.
// Its values fall into classes: one for each text that the template lists (AllowedValues), defaults to, compares it with
// or looks up by it, and, where the variable is open, one for all others together.
struct Variable {
  std::string_view name;
  std::vector<std::string_view> classes;  // distinct; a scenario tells 255 of them apart
  bool open = true;                       // values outside classes are possible
  bool finite = false;                    // has AllowedValues: reading its value forks over all classes
  int by_default = -1;                    // index into classes; -1: none
  Value value = Value::null();            // what stands for a value outside classes: an unknown
  std::vector<Value> class_values;        // one per class, neither choices nor variables; `through` names the default, the member of AllowedValues or nothing
  const Reference* reference = nullptr;   // to the declaration
  std::span<const Constraint* const> constraints;  // that speak of it
  bool asked = true;                      // reading its value asks for its class; else it is unknown until a condition has
                                          // decided it (AWS::Region, whose classes are many and rarely matter)
};

// A boolean expression over variables, as a template's Conditions write it. Lives in the arena of its graph.
struct Condition {
  // assumed: that a variable is in a class of the operands (each an `equals` on it), as every deployment that succeeds
  // has it: Fn::FindInMap fails on a key that its map lacks. Holds, and rules the other classes out.
  enum class Op : std::uint8_t { constant, equals, same, all, any, negate, assumed };
  Op op = Op::constant;
  bool constant = true;
  std::string_view name;                 // as declared; empty inside expressions
  const Variable* variable = nullptr;    // equals, same, assumed
  std::uint32_t class_index = 0;         // equals: variable is in this class
  const Variable* other = nullptr;       // same: both have the same value. Of two open variables each has all classes of the other
  std::span<const Condition* const> operands;  // all, any, assumed; negate has one
  const Variable* others_equal = nullptr;      // same: decides it where neither is in a class: "yes" or "no"; null: they differ
  std::uint32_t height = 0;              // levels of operands below; at most kMostHeight
  static constexpr std::uint32_t kMostHeight = 2000;  // whoever walks a condition recurses so deep
};

// What every deployment fulfils: a template's Rules.
struct Constraint {
  const Condition* condition = nullptr;
  std::span<const Variable* const> variables;  // of which it speaks
};

}  // namespace demarc
