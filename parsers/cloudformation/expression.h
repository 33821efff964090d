#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "parsers/cloudformation/declarations.h"
#include "parsers/cloudformation/function.h"

namespace demarc {

// Turns nodes into values: functions are computed as far as what they are given is known.
class Expressions {
 public:
  Expressions(Declarations& names, Purpose purpose) : names_(names), purpose_(purpose) {}

  Value value(const Node& node) const;
  // The same, its tag left aside.
  Value untagged(const Node& node) const;
  // The argument of a call as a value.
  Value argument(const Call& call) const { return call.tagged ? untagged(*call.argument) : value(*call.argument); }

  Declarations& names() const { return names_; }
  Purpose purpose() const { return purpose_; }

 private:
  Value call(const Call& call, const Node& node) const;
  Value scalar(const Node& node) const;
  Value list(const Node& node) const;
  Value map(const Node& node) const;
  Value member(const Member& member) const;

  Declarations& names_;
  Purpose purpose_;
};

// How one function is computed. `place` is the call's.
using Function = Value (*)(const Call& call, Place place, const Expressions& expressions);

// Null for one that is not known.
Function function_named(std::string_view name);

// The items that a call is given, if they are a list of at least `least` and at most `most`; else a note and nothing.
std::span<const Node> arguments(const Call& call, std::size_t least, std::size_t most, const Expressions& expressions);

// An unknown that stands for the result of a call.
Value uncomputed(const Call& call, Place place, const Expressions& expressions);

// The same where it is one value that cannot be known: with the reason of that.
Value uncomputed(const Call& call, const Value& because, Place place, const Expressions& expressions);

// The functions.
Value reference_to(std::string_view name, Place place, const Expressions& expressions);
Value attribute_of(std::string_view resource, std::string_view attribute, Place place, const Expressions& expressions);
Value ref(const Call& call, Place place, const Expressions& expressions);
Value get_att(const Call& call, Place place, const Expressions& expressions);
Value import_value(const Call& call, Place place, const Expressions& expressions);
Value get_stack_output(const Call& call, Place place, const Expressions& expressions);
Value transform(const Call& call, Place place, const Expressions& expressions);
Value if_(const Call& call, Place place, const Expressions& expressions);
Value find_in_map(const Call& call, Place place, const Expressions& expressions);
Value sub(const Call& call, Place place, const Expressions& expressions);
Value join(const Call& call, Place place, const Expressions& expressions);
Value split(const Call& call, Place place, const Expressions& expressions);
Value select(const Call& call, Place place, const Expressions& expressions);
Value length(const Call& call, Place place, const Expressions& expressions);
Value itself(const Call& call, Place place, const Expressions& expressions);
Value get_azs(const Call& call, Place place, const Expressions& expressions);
Value cidr(const Call& call, Place place, const Expressions& expressions);

}  // namespace demarc
