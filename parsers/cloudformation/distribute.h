#pragma once

#include <functional>

#include "parsers/cloudformation/declarations.h"

namespace demarc {

// The most alternatives that one choice is given; past it the value is unknown (Why::too_many_scenarios).
constexpr std::size_t kMostAlternatives = 64;

// Applies a function to what a value may be: to each alternative of a choice, each class of a variable, else to the value.
Value distribute(const Value& value, Declarations& names, const std::function<Value(const Value&)>& function);

// The same value where it is used: the alternatives of a choice too.
Value placed(Value value, Place place, Declarations& names);

// A choice at a place, or what it comes to where its guards are constant.
Value choice(const std::vector<Alternative>& alternatives, Place place, Declarations& names);

}  // namespace demarc
