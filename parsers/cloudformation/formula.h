#pragma once

#include <cstdint>
#include <vector>

#include "parsers/cloudformation/declarations.h"

namespace demarc {

// Conditions without a name, put together and simplified as far as constants decide them.

const Condition* constant(bool holds);
const Condition* negate(const Condition* operand, Declarations& names);
const Condition* all(const std::vector<const Condition*>& operands, Declarations& names);
const Condition* any(const std::vector<const Condition*>& operands, Declarations& names);

// That a variable is in a class.
const Condition* in_class(const Variable& variable, std::uint32_t class_index, Declarations& names);
const Condition* in_classes(const Variable& variable, const std::vector<std::uint32_t>& class_indices, Declarations& names);

// That a variable is in one of these classes because nothing else can be deployed (Condition::Op::assumed).
const Condition* assumed(const Variable& variable, const std::vector<std::uint32_t>& class_indices, Declarations& names);

// Whether a guard stands before what cannot be deployed: the negation of `assumed`.
bool is_undeployable(const Condition* guard);

}  // namespace demarc
