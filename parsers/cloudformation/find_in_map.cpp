#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "parsers/cloudformation/distribute.h"
#include "parsers/cloudformation/expression.h"
#include "parsers/cloudformation/formula.h"
#include "parsers/cloudformation/members.h"
#include "parsers/cloudformation/parameter_value.h"

namespace demarc {
namespace {

// Maps with more keys are not looked up by a key that is not known.
constexpr std::size_t kMostKeys = 256;
// Nor are more looked at for one call, on all levels together.
constexpr std::size_t kMostVisited = 4096;

bool same_value(const Value& a, const Value& b) {
  if (a.is_scalar() && b.is_scalar()) return a.scalar() == b.scalar();
  if (!a.is(Value::Kind::list) || !b.is(Value::Kind::list)) return false;
  return std::equal(a.items().begin(), a.items().end(), b.items().begin(), b.items().end(), same_value);
}

// Keys of a map that lead to the same value.
struct Group {
  std::vector<std::uint32_t> classes;
  Value value;
};

class Lookup {
 public:
  Lookup(const Call& call, Place place, const Expressions& expressions)
      : call_(call), place_(place), expressions_(expressions), names_(expressions.names()) {}

  std::optional<Value> fallback;  // DefaultValue

  // Nothing if a key is missing.
  std::optional<Value> find(const Node& level, const std::string& path, std::span<const Value> keys) {
    if (keys.empty()) return leaf(level, path);
    const Value& key = keys[0];
    if (key.is_scalar()) {
      const Member* member = names_.mappings.find(level, key.scalar());
      return member == nullptr ? std::nullopt : find(member->value, extended(path, key.scalar()), keys.subspan(1));
    }
    if (key.is(Value::Kind::variable)) return by_variable(level, path, keys);
    if (key.is(Value::Kind::choice)) {
      return distribute(key, names_, [&](const Value& each) {
        std::vector<Value> known(keys.begin(), keys.end());
        known[0] = each;
        return find(level, path, known).value_or(fallback.value_or(missing(key)));
      });
    }
    return by_unknown(level, path, keys);
  }

  Value missing(const Value& because) const { return uncomputed(call_, because, place_, expressions_); }

 private:
  static std::string extended(const std::string& path, std::string_view key) {
    return path.empty() ? std::string(key) : fmt::format("{}.{}", path, key);
  }

  // Mappings take no functions, and one that looked itself up would have no end.
  Value literal(const Node& node) {
    if (call_of(node)) return uncomputed(call_, names_.place(node), expressions_);
    if (node.kind != NodeKind::list) return expressions_.value(node);
    std::vector<Value> items;
    for (const Node& item : node.items()) {
      items.push_back(item.is_scalar() ? literal(item) : uncomputed(call_, names_.place(item), expressions_));
    }
    return Value::list(names_.graph.arena.store(items), names_.place(node));
  }

  std::optional<Value> leaf(const Node& node, const std::string& path) {
    if (node.kind == NodeKind::map) return std::nullopt;
    Arena& arena = names_.graph.arena;
    Value value = literal(node);
    value.through = arena.store(
        Reference{Reference::Kind::mapping, names_.scope(), arena.store(std::string_view(path)), {}, names_.place(node)});
    value.place = place_;
    return value;
  }

  // Calls `each` with each key of a level and what its value is. False if they are too many.
  template <class Each>
  bool for_keys(const Node& level, const std::string& path, std::span<const Value> keys, const Each& each) {
    visited_ += level.size();
    if (level.size() > kMostKeys || visited_ > kMostVisited) return false;
    for (const Member* member : effective_members(level)) {
      const auto value = find(member->value, extended(path, member->key), keys.subspan(1));
      if (value) each(*member, *value);
    }
    return true;
  }

  std::optional<Value> by_unknown(const Node& level, const std::string& path, std::span<const Value> keys) {
    std::optional<Value> result;
    bool equal = !fallback;
    const bool few = for_keys(level, path, keys, [&](const Member&, const Value& value) {
      equal = equal && (!result || same_value(*result, value));
      if (!result) result = value;
    });
    if (few && !result) return std::nullopt;
    return few && equal ? *result : missing(keys[0]);
  }

  std::optional<Value> by_variable(const Node& level, const std::string& path, std::span<const Value> keys) {
    const Variable& variable = keys[0].variable();
    std::vector<Group> groups;
    const bool few = for_keys(level, path, keys, [&](const Member& member, const Value& value) {
      const auto key =
          names_.classes.of(variable, member.key, class_value(variable, member.key, names_.place(member.key_range), names_));
      if (!key) return;
      const auto group =
          std::find_if(groups.begin(), groups.end(), [&](const Group& each) { return same_value(each.value, value); });
      if (group != groups.end()) {
        group->classes.push_back(*key);
      } else {
        groups.push_back({{*key}, value});
      }
    });
    if (!few || groups.size() > kMostAlternatives) return names_.unknown(Why::too_many_scenarios, {}, place_);
    if (groups.empty()) return std::nullopt;
    return choose(variable, groups);
  }

  Value choose(const Variable& variable, const std::vector<Group>& groups) {
    std::vector<std::uint32_t> keys;
    for (const Group& group : groups) keys.insert(keys.end(), group.classes.begin(), group.classes.end());
    const bool covered = !variable.open && keys.size() == variable.classes.size();
    if (groups.size() == 1 && (covered || !fallback)) return groups[0].value;
    std::vector<Alternative> alternatives;
    if (!covered && !fallback) {
      const Condition* deployable = assumed(variable, keys, names_);
      alternatives.push_back({negate(deployable, names_), names_.unknown(Why::intrinsic, call_.name, place_)});
    }
    for (const Group& group : groups) alternatives.push_back({in_classes(variable, group.classes, names_), group.value});
    if (!covered && fallback) {
      alternatives.push_back({nullptr, *fallback});
    } else {
      alternatives.back().guard = nullptr;
    }
    return choice(alternatives, place_, names_);
  }

  const Call& call_;
  Place place_;
  const Expressions& expressions_;
  Declarations& names_;
  std::size_t visited_ = 0;
};

Value not_found(const std::vector<Value>& keys, Place place, Declarations& names) {
  if (!names.generator.empty()) return names.unknown(Why::macro, names.generator, place);
  std::string path;
  for (const Value& key : keys) {
    if (key.is_scalar()) path += fmt::format("{}{}", path.empty() ? "" : ".", key.scalar());
  }
  names.note_once("undeclared", path, fmt::format("Mappings has no {}", path.empty() ? "such key" : path), place.range);
  return names.unknown(Why::not_in_deployment, names.graph.arena.store(std::string_view(path)), place);
}

}  // namespace

// A key that its map lacks fails the deployment, and a variable has one that it has: a key that depends on a parameter or
// the region makes a choice, whose guards are over the map's keys. A key that is not known at all leaves the value unknown,
// unless all that it may lead to are equal.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-findinmap.html
Value find_in_map(const Call& call, Place place, const Expressions& expressions) {
  const auto given = arguments(call, 3, 4, expressions);
  if (given.empty()) return uncomputed(call, place, expressions);
  Declarations& names = expressions.names();
  Lookup lookup(call, place, expressions);
  if (given.size() == 4) {
    const Node* fallback = given[3].find("DefaultValue");
    if (fallback != nullptr) lookup.fallback = expressions.value(*fallback);
  }
  const Expressions asking(names, Purpose::condition);
  std::vector<Value> keys;
  for (const Node& key : given.subspan(0, 3)) keys.push_back(asking.value(key));
  std::optional<Value> found;
  if (names.mappings.section() != nullptr) found = lookup.find(*names.mappings.section(), {}, keys);
  if (!found) found = lookup.fallback;
  return found ? *found : not_found(keys, place, names);
}

}  // namespace demarc
