#include "analyzer/evaluate/scenario_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "analyzer/evaluate/assumption.h"

namespace demarc {
namespace {

using Assumption = Scenario::Assumption;
using Assumptions = std::vector<Assumption>;

constexpr std::size_t kMostTried = 32;  // worlds among which the simplest is looked for

// Whether what is assumed leaves out every world in which the finding does not hold.
bool suffices(const Assumptions& assumptions, const std::vector<KnownWorld>& worlds) {
  return std::none_of(worlds.begin(), worlds.end(),
                      [&](const KnownWorld& world) { return !world.holds && are_compatible(assumptions, world.assumptions); });
}

bool implies(const Assumptions& world, const Assumptions& assumptions) {
  return std::all_of(assumptions.begin(), assumptions.end(), [&](const Assumption& wanted) {
    return std::any_of(world.begin(), world.end(), [&](const Assumption& given) { return implies(given, wanted); });
  });
}

// Leaves out what does not matter, departures from the defaults first.
Assumptions simplest(Assumptions assumptions, const std::vector<KnownWorld>& worlds) {
  for (bool by_default : {false, true}) {
    for (std::size_t i = assumptions.size(); i-- > 0;) {
      if (assumptions[i].by_default != by_default) continue;
      Assumptions fewer = assumptions;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
      if (suffices(fewer, worlds)) assumptions = std::move(fewer);
    }
  }
  return assumptions;
}

std::size_t departures(const Assumptions& assumptions) {
  return static_cast<std::size_t>(
      std::count_if(assumptions.begin(), assumptions.end(), [](const Assumption& assumption) { return !assumption.by_default; }));
}

// Of the worlds in which the finding holds the one that takes the fewest words.
Assumptions witness(const std::vector<KnownWorld>& worlds) {
  Assumptions best;
  std::size_t tried = 0;
  for (const KnownWorld& world : worlds) {
    if (!world.holds || tried == kMostTried) continue;
    Assumptions found = simplest(world.assumptions, worlds);
    bool better = departures(found) < departures(best) || (departures(found) == departures(best) && found.size() < best.size());
    if (tried++ == 0 || better) best = std::move(found);
  }
  return best;
}

// A named condition that holds exactly where the finding does, or exactly where it does not.
std::string condition_words(const std::vector<KnownWorld>& worlds, const std::vector<const Condition*>& conditions) {
  for (const Condition* condition : conditions) {
    for (Truth wanted : {Truth::yes, Truth::no}) {
      bool separates = std::all_of(worlds.begin(), worlds.end(), [&](const KnownWorld& world) {
        Truth truth = truth_of(*condition, world.assumptions);
        return truth == (world.holds ? wanted : negate(wanted));
      });
      if (separates) return fmt::format("{} is {}", condition->name, wanted == Truth::yes ? "true" : "false");
    }
  }
  return {};
}

std::string joined(const std::vector<std::string>& words, std::string_view last) {
  std::string result;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) result += i + 1 == words.size() ? fmt::format(" {} ", last) : ", ";
    result += words[i];
  }
  return result;
}

std::string words_of(const Assumptions& assumptions) {
  std::vector<std::string> words;
  for (const Assumption& assumption : assumptions) {
    std::string said = words_of(assumption);
    if (std::find(words.begin(), words.end(), said) == words.end()) words.push_back(std::move(said));
  }
  return joined(words, "and");
}

// All values of one variable with which the finding holds, where that variable alone decides; else nothing.
std::string values_words(const std::vector<KnownWorld>& worlds, const Variable& variable) {
  Assumptions values;
  for (const KnownWorld& world : worlds) {
    if (!world.holds) continue;
    auto found = std::find_if(world.assumptions.begin(), world.assumptions.end(),
                              [&](const Assumption& assumption) { return assumption.variable == &variable; });
    if (found == world.assumptions.end() || !found->decided || !suffices({*found}, worlds)) return {};
    bool known = std::any_of(values.begin(), values.end(), [&](const Assumption& value) { return value.is == found->is; });
    if (!known) values.push_back(*found);
  }
  std::vector<std::string> texts;
  for (const Assumption& value : values) texts.push_back(value_words(value));
  return fmt::format("{} is {}", variable.name, joined(texts, "or"));
}

}  // namespace

std::string scenario_words(const std::vector<KnownWorld>& worlds, const std::vector<const Condition*>& conditions) {
  if (std::all_of(worlds.begin(), worlds.end(), [](const KnownWorld& world) { return world.holds; })) return {};
  Assumptions assumed = witness(worlds);
  if (departures(assumed) == 0) return "with default values";
  std::string condition = condition_words(worlds, conditions);
  if (!condition.empty())
    return condition == words_of(assumed) ? "when " + condition : fmt::format("when {} ({})", condition, words_of(assumed));
  bool only = std::all_of(worlds.begin(), worlds.end(),
                          [&](const KnownWorld& world) { return !world.holds || implies(world.assumptions, assumed); });
  if (only) return "only when " + words_of(assumed);
  std::string values = assumed.size() == 1 ? values_words(worlds, *assumed[0].variable) : std::string();
  return values.empty() ? "when " + words_of(assumed) : "only when " + values;
}

}  // namespace demarc
