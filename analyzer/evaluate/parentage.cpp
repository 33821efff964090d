#include "analyzer/evaluate/parentage.h"

#include <algorithm>

#include "analyzer/evaluate/spread.h"

namespace demarc {
namespace {

constexpr int kDeepest = 4;               // of a companion that is named by way of another one
constexpr std::size_t kMostUnsure = 100;  // names not known with which a text is compared

// A value that comes from outside of the deployment names nobody who is made in it.
bool comes_from_outside(const Unknown& unknown) {
  switch (unknown.why) {
    case Why::parameter_without_default:
    case Why::parameter:
    case Why::parameter_store:
    case Why::import:
    case Why::dynamic_reference:
    case Why::attribute:
    case Why::data_source:
    case Why::not_in_deployment:
    case Why::unread_file: return true;
    default: return false;
  }
}

Named only(std::vector<std::uint32_t> numbers) {
  if (numbers.empty()) return {};
  return {numbers.size() == 1 ? Named::How::parent : Named::How::one_of, std::move(numbers)};
}

Named better(Named a, Named b) { return a.how == Named::How::nobody || b.how == Named::How::parent ? b : a; }

Value unproven(const Resource& companion, Arena& arena) {
  return Value::unknown(arena.store(Unknown{Why::unproven_companion, false, companion.address}), companion.name);
}

Value restricted_variable(const Value& naming, const auto& restrict, Arena& arena) {
  const Variable& variable = naming.variable();
  if (!variable.finite && variable.by_default >= 0)
    return restrict(variable.class_values[static_cast<std::size_t>(variable.by_default)]);
  std::vector<Alternative> alternatives;
  for (std::uint32_t i = 0; i < variable.class_values.size(); ++i) {
    Condition condition;
    condition.op = Condition::Op::equals;
    condition.variable = &variable;
    condition.class_index = i;
    alternatives.push_back({arena.store(condition), restrict(variable.class_values[i])});
  }
  alternatives.push_back({nullptr, restrict(variable.value)});
  return Value::choice(arena.store(alternatives), naming.place);
}

}  // namespace

Named Parentage::named(const Value& value, const CompanionRow& row, Scope scope) const { return named(value, row, scope, 0); }

Named Parentage::named(const Value& value, const CompanionRow& row, Scope scope, int depth) const {
  Named through;
  if (value.through && value.through->kind == Reference::Kind::resource) through = named_by(*value.through, row, depth);
  if (through.how != Named::How::nobody) return through;
  if (value.is(Value::Kind::reference)) return named_by(value.reference(), row, depth);
  if (value.is_scalar()) return named_by_text(value.scalar(), row, scope);
  if (value.is(Value::Kind::partial)) return named_by_pieces(value, row, depth);
  if (value.is(Value::Kind::unknown) && !comes_from_outside(value.unknown())) return {Named::How::anybody, {}};
  return {};
}

Named Parentage::named_by(const Reference& reference, const CompanionRow& row, int depth) const {
  if (reference.kind != Reference::Kind::resource) return {};
  std::vector<std::uint32_t> referents = registry_.referents(reference);
  std::vector<std::uint32_t> parents = of_type(referents, row);
  if (!parents.empty() || depth == kDeepest) return only(std::move(parents));
  Named result;
  for (std::uint32_t number : referents) result = better(result, by_companion(number, row, depth + 1));
  return result;
}

// A bucket may be named by way of its other companion: bucket = aws_s3_bucket_versioning.logs.bucket.
Named Parentage::by_companion(std::uint32_t companion, const CompanionRow& row, int depth) const {
  Named result;
  for (const CompanionRow& other : catalog_.companions) {
    if (other.of != row.of || other.type != registry_.resource(companion).type) continue;
    each_possible_leaf(naming_of(registry_.resource(companion), other), [&](const Value& value) {
      if (!value.is(Value::Kind::variable))
        result = better(result, named(value, row, registry_.resource(companion).scope, depth));
    });
  }
  return result;
}

Named Parentage::named_by_text(std::string_view text, const CompanionRow& row, Scope scope) const {
  std::vector<std::uint32_t> parents = of_type(registry_.named(text), row);
  std::erase_if(parents, [&](std::uint32_t number) { return registry_.may_be_name(text, number) != Truth::yes; });
  if (!parents.empty()) return only(std::move(parents));
  std::vector<std::uint32_t> unsure = unsure_names(row, scope);
  if (unsure.size() > kMostUnsure) return {Named::How::anybody, {}};
  std::erase_if(unsure, [&](std::uint32_t number) { return registry_.may_be_name(text, number) == Truth::no; });
  if (unsure.empty()) return {};
  return {Named::How::one_of, std::move(unsure)};
}

const std::vector<std::uint32_t>& Parentage::unsure_names(const CompanionRow& row, Scope scope) const {
  auto [found, added] = unsure_.try_emplace({row.of, scope});
  if (!added) return found->second;
  found->second = of_type(registry_.unsure_names(), row);
  std::erase_if(found->second, [&](std::uint32_t number) { return registry_.resource(number).scope != scope; });
  return found->second;
}

Named Parentage::named_by_pieces(const Value& value, const CompanionRow& row, int depth) const {
  Named result;
  for (const Piece& piece : value.pieces()) {
    if (!piece.hole) continue;
    each_possible(*piece.hole, [&](const Value& hole) {
      if (hole.is(Value::Kind::reference)) result = better(result, named_by(hole.reference(), row, depth));
      if (hole.through) result = better(result, named_by(*hole.through, row, depth));
    });
  }
  return result;
}

std::vector<std::uint32_t> Parentage::of_type(std::vector<std::uint32_t> numbers, const CompanionRow& row) const {
  std::erase_if(numbers, [&](std::uint32_t number) { return registry_.resource(number).type != row.of; });
  return numbers;
}

Value Parentage::naming_of(const Resource& companion, const CompanionRow& row) {
  Value value = companion.properties;
  for (const Step& step : row.by.steps) {
    if (!value.is(Value::Kind::map)) break;
    const Entry* entry = value.find(step.name);
    value = entry ? entry->value : Value::null(companion.name);
  }
  bool empty = value.is(Value::Kind::text) && value.scalar().empty();
  return empty ? Value::null(value.place) : value;
}

Value restricted(const Value& naming, std::uint32_t parent, const Resource& companion, const CompanionRow& row,
                 const Value& value, const Value& otherwise, const Parentage& parentage, Arena& arena) {
  const auto restrict = [&](const Value& each) {
    return restricted(each, parent, companion, row, value, otherwise, parentage, arena);
  };
  if (naming.is(Value::Kind::variable)) return restricted_variable(naming, restrict, arena);
  if (naming.is(Value::Kind::choice)) {
    std::vector<Alternative> alternatives;
    for (const Alternative& each : naming.alternatives()) alternatives.push_back({each.guard, restrict(each.value)});
    if (alternatives.empty() || alternatives.back().guard) alternatives.push_back({nullptr, otherwise});
    return Value::choice(arena.store(alternatives), naming.place);
  }
  if (naming.is(Value::Kind::list)) {
    Value result = otherwise;
    for (const Value& each : naming.items()) result = restricted(each, parent, companion, row, value, result, parentage, arena);
    return result;
  }
  Named named = parentage.named(naming, row, companion.scope);
  if (named.how == Named::How::anybody) return unproven(companion, arena);
  if (std::find(named.resources.begin(), named.resources.end(), parent) == named.resources.end()) return otherwise;
  return named.how == Named::How::parent ? value : unproven(companion, arena);
}

}  // namespace demarc
