#pragma once

#include <cstdint>
#include <optional>

#include "parsers/cloudformation/comparison.h"
#include "parsers/cloudformation/declarations.h"
#include "parsers/cloudformation/function.h"

namespace demarc {

// Reads what holds or does not: Fn::Equals, Fn::And, Fn::Or, Fn::Not and Condition; in Rules also functions over lists.
// What is none of them, or is given what it does not take, is noted and may hold or not.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html
class Predicates {
 public:
  enum class Section : std::uint8_t { conditions, rules };
  // All that is read with one comparison shares what is not known: the same expression is the same everywhere.
  Predicates(Section section, Comparison& comparison, Declarations& names) : names_(names), section_(section), comparison_(comparison) {}

  const Condition* read(const Node& node);

 private:
  const Condition* read(const Call& call, Range range);
  const Condition* read_membership(const Call& call, const Node& node);

  Declarations& names_;
  Section section_;
  Comparison& comparison_;
};

// The call of a condition: { Condition: Name } is one too.
std::optional<Call> condition_call(const Node& node);

}  // namespace demarc
