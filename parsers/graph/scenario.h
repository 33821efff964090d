#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "parsers/graph/condition.h"
#include "parsers/graph/value.h"
#include "parsers/text/arena.h"

namespace demarc {

// One of the worlds in which a resource may be deployed, found while it is asked about: each question that the answers so
// far leave open forks, the default first. Explore all worlds that a computation tells apart with
//
//   Scenario scenario;
//   do {
//     judge(scenario);
//     if (!scenario.feasible()) continue;  // what judge said is void
//     ...
//   } while (scenario.next());
//
// where judge must ask the same questions when it gets the same answers.
class Scenario {
 public:
  Scenario() = default;

  static constexpr int kMostWorlds = 256;
  static constexpr std::size_t kMostQuestions = 1'000'000;  // in all worlds together
  static constexpr std::size_t kMostConstraints = 64;       // that are asked for together
  static constexpr std::size_t kMostRead = 64;              // classes of a variable that reading its value tells apart

  // Whether a condition holds in this world.
  bool holds(const Condition& condition);

  // The value with choices and variables decided for this world, one level deep: never a choice or variable; a partial
  // text's holes are decided and joined where they became known. Members of lists and maps stay as they are: of a list,
  // those that settle to null are not there (AWS::NoValue).
  // A parameter that has a default and no AllowedValues is read as its default; other values are tried only if a
  // condition tells them from it.
  Value settle(const Value& value);

  // False once the answers contradict each other, or what every deployment fulfils (Variable::constraints): nobody can deploy
  // this world. Where defaults that were read do so, worlds with other values are still to come.
  bool feasible();

  // Steps to the next world. False when all were seen, or a budget is spent (then exhausted() is true).
  bool next();
  bool exhausted() const { return exhausted_; }

  // What this world assumes of the variables that it was asked about and that could be otherwise, in the order asked: the
  // one class that is left, or the classes that are ruled out (none, where it is only known to be in a class).
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
  // Classes of one variable, a bit each; the last stands for all that are not told apart. Where there are more classes than
  // bits, those that are asked for get one in the order of the questions.
  using Classes = std::bitset<256>;
  static constexpr std::size_t kOthers = 255;

  struct Told {
    std::vector<std::uint32_t> classes;  // by bit
    std::unordered_map<std::uint32_t, std::size_t> bits;
  };

  struct Fork {
    const Variable* variable;
    Classes taken;      // those still possible after the answer
    Classes other;      // those of the other answer; none once it was explored
    bool read = false;  // a default was read; conditions add to `other` what they tell from it
  };

  // What this world's answers leave of a variable.
  struct Left {
    const Variable* variable;
    Classes possible;
    Classes unread;    // without the restriction by `read`
    std::size_t read;  // the fork that read the default; kNone
  };
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  std::size_t bit_of(const Variable& variable, std::uint32_t class_index);
  Classes class_bit(const Variable& variable, std::uint32_t class_index);
  static Classes all_classes(const Variable& variable);
  Classes default_class(const Variable& variable);
  // The classes that have a bit, by bit.
  std::vector<std::uint32_t> told_classes(const Variable& variable) const;

  // Looks for values with which the constraints of what was asked about are fulfilled, within the answers of `outer`.
  struct Within {};
  Scenario(Within, const Scenario& outer) : outer_(&outer), told_(outer.told_) {}
  std::vector<const Constraint*> constraints() const;
  bool can_fulfil(const std::vector<const Constraint*>& constraints);

  Left& left(const Variable& variable);
  Classes possible(const Variable& variable) const;
  bool decide(const Variable& variable, const Classes& yes);
  bool assume(const Variable& variable, const Classes& allowed);
  bool read_default(const Variable& variable);
  bool evaluate(const Condition& condition);
  bool same(const Condition& condition);
  bool assumed(const Condition& condition);
  Value settle_variable(const Value& use);
  Value others(const Value& use);
  Value settle_partial(const Value& value);

  const Scenario* outer_ = nullptr;
  std::vector<Fork> forks_;                         // answers of this world, in the order asked
  std::size_t asked_ = 0;                           // how many of them have been replayed
  std::unordered_map<const Variable*, Told> told_;  // of variables with more classes than bits; the same in all worlds
  std::vector<Left> left_;                          // in the order of the first question
  std::unordered_map<const Variable*, std::size_t> left_index_;
  std::unordered_map<const Condition*, bool> truths_;  // of named conditions
  int worlds_ = 1;
  std::size_t questions_ = 0;
  bool feasible_ = true;
  bool exhausted_ = false;
  Arena arena_;
};

}  // namespace demarc
