#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <utility>

#include "parsers/cloudformation/expression.h"

namespace demarc {

// Fn::Equals: when two expressions are the same text. Numbers are compared as text too: what a parameter of type Number
// gives is the text that was given for it (1.0 is not 1), and true is "true".
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html
class Comparison {
 public:
  explicit Comparison(Declarations& names) : names_(names), expressions_(names, Purpose::condition) {}

  // A value computed for conditions, and the node that it was computed from.
  struct Operand {
    Value value;
    const Node* node;
  };

  const Condition* equal(const Node& a, const Node& b);
  const Condition* equal(const Operand& a, const Operand& b);

 private:
  const Condition* equal_value(const Operand& a, const Operand& b);
  const Condition* equal_choice(const Operand& choice, const Operand& other);
  const Condition* equal_text(const Operand& a, std::string_view text, Place place);
  const Condition* equal_partial(const Operand& partial, std::string_view text, Place place);
  const Condition* same(const Variable& a, const Variable& b);
  const Variable& others_equal(const Variable& a, const Variable& b);
  Value opaque(const Node& node);

  Declarations& names_;
  Expressions expressions_;
  std::unordered_map<std::string, const Variable*> opaque_;  // by what is written
  std::map<std::pair<const Variable*, const Variable*>, const Condition*> same_;
  std::size_t alternatives_ = 0;  // tried for one Fn::Equals
};

}  // namespace demarc
