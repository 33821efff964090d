#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "parsers/graph/condition.h"
#include "parsers/graph/value.h"
#include "parsers/text/arena.h"

namespace demarc {

// One of the worlds in which a resource may be deployed, found while it is asked about: each question that the answers so
// far leave open forks, the default first. Explore all worlds that a computation tells apart with
//
//   Scenario scenario;
//   do { judge(scenario); } while (scenario.next());
//
// where judge must ask the same questions when it gets the same answers.
class Scenario {
 public:
  static constexpr int kMostWorlds = 256;

  // Whether a condition holds in this world.
  bool holds(const Condition& condition);

  // The value with choices and variables decided for this world, one level deep: never a choice or variable; a partial
  // text's holes are decided and joined where they became known. Members of lists and maps stay as they are.
  Value settle(const Value& value);

  // Steps to the next world. False when all were seen, or kMostWorlds were (then exhausted() is true).
  bool next();
  bool exhausted() const { return exhausted_; }

  // What this world assumes of the variables that it was asked about and that could be otherwise: the one class that is
  // left, or the classes that are ruled out.
  struct Assumption {
    const Variable* variable = nullptr;
    std::string_view is;
    bool decided = false;  // `is` holds; else see is_not
    std::vector<std::string_view> is_not;
    bool by_default = false;  // true of the default
  };
  std::vector<Assumption> assumptions() const;

  Arena& arena() { return arena_; }

 private:
  struct Fork {
    const Variable* variable;
    std::uint64_t taken;   // classes still possible after the answer
    std::uint64_t other;   // those of the other answer; 0 once it was explored
  };

  std::uint64_t possible(const Variable& variable) const;
  bool decide(const Variable& variable, std::uint64_t yes);
  void assume(const Variable& variable, std::uint64_t taken);
  bool same(const Variable& a, const Variable& b);
  Value settle_variable(const Value& value);
  Value settle_partial(const Value& value);

  std::vector<Fork> forks_;   // answers of this world, in the order asked
  std::size_t asked_ = 0;     // how many of them have been replayed
  int worlds_ = 1;
  bool exhausted_ = false;
  Arena arena_;
};

}  // namespace demarc
