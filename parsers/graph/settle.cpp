#include <algorithm>
#include <string>

#include "parsers/graph/scenario.h"

namespace demarc {

namespace {

// The value of a member takes the place where it is used.
Value used_at(Value value, const Value& use) {
  value.place = use.place;
  value.sensitive = value.sensitive || use.sensitive;
  if (value.through == nullptr) value.through = use.through;
  return value;
}

// Joins the pieces of a text as they become known.
class Text {
 public:
  explicit Text(Arena& arena) : arena_(arena) {}

  void add(std::string_view literal) { literal_ += literal; }

  void add(const Value& hole) {
    flush();
    pieces_.push_back({{}, arena_.store(hole)});
  }

  Value value(Place place) {
    if (pieces_.empty()) return Value::text(arena_.store(std::string_view(literal_)), place);
    flush();
    return Value::partial(arena_.store(pieces_), place);
  }

 private:
  void flush() {
    if (!literal_.empty()) pieces_.push_back({arena_.store(std::string_view(literal_)), nullptr});
    literal_.clear();
  }

  Arena& arena_;
  std::string literal_;
  std::vector<Piece> pieces_;
};

}  // namespace

Value Scenario::settle(const Value& value) {
  Value current = value;
  while (current.is(Value::Kind::variable) || current.is(Value::Kind::choice)) {
    if (current.is(Value::Kind::variable)) {
      current = settle_variable(current);
      continue;
    }
    Value picked = Value::null(current.place);
    for (const Alternative& alternative : current.alternatives()) {
      if (alternative.guard == nullptr || holds(*alternative.guard)) {
        picked = alternative.value;
        break;
      }
    }
    picked.sensitive = picked.sensitive || current.sensitive;
    if (picked.through == nullptr) picked.through = current.through;
    current = picked;
  }
  return current.is(Value::Kind::partial) ? settle_partial(current) : current;
}

// Requires: class_values of variables are neither choices nor variables.
Value Scenario::settle_variable(const Value& use) {
  const Variable& variable = use.variable();
  if (variable.by_default >= 0 && (variable.finite ? decide(variable, default_class(variable)) : read_default(variable))) {
    return used_at(variable.class_values[static_cast<std::size_t>(variable.by_default)], use);
  }
  const Classes possible = left(variable).possible;
  if (possible.count() > 1 && !variable.asked) return used_at(variable.value, use);
  if (possible.count() > kMostRead) {
    return used_at(Value::unknown(arena_.store(Unknown{Why::too_many_scenarios, false, {}}), use.place), use);
  }
  const std::vector<std::uint32_t> told = told_classes(variable);
  for (const std::uint32_t each : told) {
    if (decide(variable, class_bit(variable, each))) return used_at(variable.class_values[each], use);
  }
  return others(use);
}

// A value outside classes is not empty where "" is one of them.
Value Scenario::others(const Value& use) {
  const Variable& variable = use.variable();
  if (!variable.value.is(Value::Kind::unknown) || variable.value.unknown().set) return used_at(variable.value, use);
  const auto empty = std::find(variable.classes.begin(), variable.classes.end(), std::string_view());
  if (empty == variable.classes.end()) return used_at(variable.value, use);
  Unknown unknown = variable.value.unknown();
  unknown.set = true;
  Value value = Value::unknown(arena_.store(unknown), use.place);
  value.through = variable.value.through;
  value.sensitive = variable.value.sensitive;
  return used_at(value, use);
}

Value Scenario::settle_partial(const Value& value) {
  Text text(arena_);
  const Reference* through = value.through;
  bool sensitive = value.sensitive;
  for (const Piece& piece : value.pieces()) {
    if (piece.hole == nullptr) {
      text.add(piece.literal);
      continue;
    }
    const Value filling = settle(*piece.hole);
    sensitive = sensitive || filling.sensitive;
    if (through == nullptr) through = filling.through;
    if (filling.is_scalar()) {
      text.add(filling.scalar());
    } else if (filling.is(Value::Kind::partial)) {
      for (const Piece& inner : filling.pieces()) {
        if (inner.hole == nullptr) {
          text.add(inner.literal);
        } else {
          text.add(*inner.hole);
        }
      }
    } else if (!filling.is_null()) {
      text.add(filling);
    }
  }
  Value result = text.value(value.place);
  result.sensitive = sensitive;
  result.through = value.pieces().size() > 1 ? as_piece(through, arena_) : through;
  return result;
}

}  // namespace demarc
