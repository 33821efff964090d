#include "parsers/cloudformation/comparison.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "parsers/cloudformation/formula.h"
#include "parsers/cloudformation/parameter_value.h"
#include "parsers/cloudformation/written.h"
#include "parsers/graph/scenario.h"

namespace demarc {
namespace {

// Past this number of combinations an operand is taken as a whole, as if nothing were known of it.
constexpr std::size_t kMostCombinations = 256;

std::optional<std::string_view> text_of(const Value& value, Arena& arena) {
  if (value.is_scalar()) return value.scalar();
  if (!value.is(Value::Kind::list)) return std::nullopt;
  std::string joined;
  for (const Value& item : value.items()) {
    if (!item.is_scalar()) return std::nullopt;
    if (&item != value.items().data()) joined += ',';
    joined += item.scalar();
  }
  return arena.store(std::string_view(joined));
}

// The text that a value has where all parameters have their defaults.
std::optional<std::string> default_of(const Value& value) {
  Scenario scenario;
  const Value settled = scenario.settle(value);
  const std::vector<Scenario::Assumption> assumptions = scenario.assumptions();
  const auto by_default = [](const Scenario::Assumption& each) { return each.by_default; };
  if (!settled.is_scalar() || !scenario.feasible() || !std::all_of(assumptions.begin(), assumptions.end(), by_default))
    return std::nullopt;
  return std::string(settled.scalar());
}

}  // namespace

const Condition* Comparison::equal(const Node& a, const Node& b) {
  return equal(Operand{expressions_.value(a), &a}, Operand{expressions_.value(b), &b});
}

const Condition* Comparison::equal(const Operand& a, const Operand& b) {
  alternatives_ = 0;
  return equal_value(a, b);
}

const Condition* Comparison::equal_value(const Operand& a, const Operand& b) {
  if (alternatives_ <= kMostCombinations) {
    if (a.value.is(Value::Kind::choice)) return equal_choice(a, b);
    if (b.value.is(Value::Kind::choice)) return equal_choice(b, a);
  }
  if (a.value.is_null() || b.value.is_null()) return constant(a.value.is_null() && b.value.is_null());
  if (const auto text = text_of(b.value, names_.graph.arena)) return equal_text(a, *text, b.value.place);
  if (const auto text = text_of(a.value, names_.graph.arena)) return equal_text(b, *text, a.value.place);
  const Value left = a.value.is(Value::Kind::variable) ? a.value : opaque(*a.node);
  const Value right = b.value.is(Value::Kind::variable) ? b.value : opaque(*b.node);
  return same(left.variable(), right.variable());
}

const Condition* Comparison::equal_choice(const Operand& choice, const Operand& other) {
  const auto alternatives = choice.value.alternatives();
  alternatives_ += alternatives.size();
  const Condition* rest = constant(other.value.is_null());
  for (std::size_t i = alternatives.size(); i > 0; --i) {
    const Alternative& each = alternatives[i - 1];
    if (is_undeployable(each.guard)) {
      rest = all({each.guard->operands[0], rest}, names_);
      continue;
    }
    const Condition* equals = equal_value({each.value, choice.node}, other);
    if (each.guard == nullptr) {
      rest = equals;
    } else {
      rest = any({all({each.guard, equals}, names_), all({negate(each.guard, names_), rest}, names_)}, names_);
    }
  }
  return rest;
}

const Condition* Comparison::equal_text(const Operand& a, std::string_view text, Place place) {
  if (const auto known = text_of(a.value, names_.graph.arena)) return constant(*known == text);
  if (a.value.is(Value::Kind::partial)) return equal_partial(a, text, place);
  const Value value = a.value.is(Value::Kind::variable) ? a.value : opaque(*a.node);
  const Variable& variable = value.variable();
  const auto index = names_.classes.of(variable, text, class_value(variable, text, place, names_));
  return index ? in_class(variable, *index, names_) : constant(false);
}

// What stands before and behind the holes can rule a text out; of a single variable it leaves the rest to be compared.
const Condition* Comparison::equal_partial(const Operand& partial, std::string_view text, Place place) {
  std::span<const Piece> pieces = partial.value.pieces();
  std::string_view rest = text;
  if (pieces.front().hole == nullptr) {
    if (!rest.starts_with(pieces.front().literal)) return constant(false);
    rest.remove_prefix(pieces.front().literal.size());
    pieces = pieces.subspan(1);
  }
  if (!pieces.empty() && pieces.back().hole == nullptr) {
    if (!rest.ends_with(pieces.back().literal)) return constant(false);
    rest.remove_suffix(pieces.back().literal.size());
    pieces = pieces.first(pieces.size() - 1);
  }
  if (pieces.size() == 1 && pieces[0].hole->is(Value::Kind::variable)) {
    return equal_text({*pieces[0].hole, partial.node}, rest, place);
  }
  return equal_text({opaque(*partial.node), partial.node}, text, place);
}

const Condition* Comparison::same(const Variable& a, const Variable& b) {
  if (&a == &b) return constant(true);
  const auto [known, fresh] = same_.try_emplace(std::minmax(&a, &b), nullptr);
  if (!fresh) return known->second;
  names_.classes.compare(a);
  names_.classes.compare(b);
  names_.compared.emplace_back(&a, &b);
  Condition condition;
  condition.op = Condition::Op::same;
  condition.variable = &a;
  condition.other = &b;
  if (a.open && b.open) condition.others_equal = &others_equal(a, b);
  return known->second = names_.graph.arena.store(condition);
}

const Variable& Comparison::others_equal(const Variable& a, const Variable& b) {
  const std::string name = fmt::format("{} == {}", a.name, b.name);
  return *names_.free_condition(names_.graph.arena.store(std::string_view(name)))->variable;
}

Value Comparison::opaque(const Node& node) {
  const auto [known, fresh] = opaque_.try_emplace(written(node), nullptr);
  if (fresh) {
    Variable& variable = names_.graph.variables.emplace_back();
    variable.name = names_.graph.arena.store(std::string_view(known->first));
    variable.value = names_.unknown(Why::intrinsic, variable.name, names_.place(node));
    if (const auto text = default_of(Expressions(names_, Purpose::property).value(node))) {
      const std::string_view kept = names_.graph.arena.store(std::string_view(*text));
      variable.by_default = static_cast<int>(names_.classes.add(variable, kept, Value::text(kept, variable.value.place)));
    }
    known->second = &variable;
  }
  return Value::variable(known->second, names_.place(node));
}

}  // namespace demarc
