#include "parsers/graph/scenario.h"

#include <bit>
#include <string>

namespace demarc {

namespace {

// Classes as bits. Those past the 62nd share a bit with the values that are in no class.
constexpr std::uint64_t kOthers = std::uint64_t{1} << 63;
constexpr std::size_t kTold = 62;

std::uint64_t bit(std::size_t class_index) { return class_index < kTold ? std::uint64_t{1} << class_index : kOthers; }

std::uint64_t all_classes(const Variable& variable) {
  std::uint64_t mask = variable.open ? kOthers : 0;
  for (std::size_t i = 0; i < variable.classes.size(); ++i) mask |= bit(i);
  return mask;
}

std::uint64_t default_bit(const Variable& variable) {
  return variable.by_default < 0 ? 0 : bit(static_cast<std::size_t>(variable.by_default));
}

// The value of a member takes the place where it is used.
Value used_at(Value value, const Value& use) {
  value.place = use.place;
  value.sensitive = value.sensitive || use.sensitive;
  if (value.through == nullptr) value.through = use.through;
  return value;
}

}  // namespace

std::uint64_t Scenario::possible(const Variable& variable) const {
  std::uint64_t mask = all_classes(variable);
  for (std::size_t i = 0; i < asked_; ++i) {
    if (forks_[i].variable == &variable) mask &= forks_[i].taken;
  }
  return mask;
}

bool Scenario::decide(const Variable& variable, std::uint64_t yes) {
  const std::uint64_t left = possible(variable);
  if ((left & yes) == 0) return false;
  if ((left & ~yes) == 0) return true;
  if (asked_ == forks_.size()) {
    const bool first = (default_bit(variable) & left) == 0 || (default_bit(variable) & yes) != 0;
    forks_.push_back({&variable, first ? left & yes : left & ~yes, first ? left & ~yes : left & yes});
  }
  return (forks_[asked_++].taken & yes) != 0;
}

// Rules out the other classes without asking for a world in which they hold.
void Scenario::assume(const Variable& variable, std::uint64_t taken) {
  if (possible(variable) == taken) return;
  if (asked_ == forks_.size()) forks_.push_back({&variable, taken, 0});
  ++asked_;
}

bool Scenario::same(const Variable& a, const Variable& b) {
  for (std::size_t i = 0; i < a.classes.size(); ++i) {
    if (!decide(a, bit(i))) continue;
    for (std::size_t k = 0; k < b.classes.size(); ++k) {
      if (b.classes[k] == a.classes[i]) return decide(b, bit(k));
    }
    return false;
  }
  return false;
}

bool Scenario::holds(const Condition& condition) {
  switch (condition.op) {
    case Condition::Op::constant: return condition.constant;
    case Condition::Op::equals: return decide(*condition.variable, bit(condition.class_index));
    case Condition::Op::same: return same(*condition.variable, *condition.other);
    case Condition::Op::negate: return !holds(*condition.operands[0]);
    case Condition::Op::all:
      for (const Condition* operand : condition.operands) {
        if (!holds(*operand)) return false;
      }
      return true;
    case Condition::Op::any:
      for (const Condition* operand : condition.operands) {
        if (holds(*operand)) return true;
      }
      return false;
  }
  return false;
}

Value Scenario::settle(const Value& value) {
  Value current = value;
  while (true) {
    if (current.is(Value::Kind::variable)) return settle(settle_variable(current));
    if (current.is(Value::Kind::partial)) return settle_partial(current);
    if (!current.is(Value::Kind::choice)) return current;
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
}

// A variable that is only compared, not enumerated, has its default where that is still possible: worlds are made for what
// conditions ask, and a default alone stands for the value.
Value Scenario::settle_variable(const Value& value) {
  const Variable& variable = value.variable();
  const std::uint64_t by_default = default_bit(variable);
  if (!variable.finite && by_default != 0 && by_default != kOthers && (possible(variable) & by_default) != 0) {
    assume(variable, by_default);
  }
  const std::size_t told = std::min(variable.classes.size(), kTold);
  for (std::size_t i = 0; i < told && i < variable.class_values.size(); ++i) {
    if (decide(variable, bit(i))) return used_at(variable.class_values[i], value);
  }
  if (variable.classes.size() <= kTold) return used_at(variable.value, value);
  return used_at(Value::unknown(arena_.store(Unknown{Why::too_many_scenarios, false, {}}), value.place), value);
}

Value Scenario::settle_partial(const Value& value) {
  std::vector<Piece> pieces;
  std::string literal;
  const Reference* through = value.through;
  bool sensitive = value.sensitive;
  const auto flush = [&] {
    if (!literal.empty()) pieces.push_back({arena_.store(std::string_view(literal)), nullptr});
    literal.clear();
  };
  const auto add = [&](const auto& self, std::span<const Piece> parts) -> void {
    for (const Piece& piece : parts) {
      if (piece.hole == nullptr) {
        literal += piece.literal;
        continue;
      }
      const Value filling = settle(*piece.hole);
      sensitive = sensitive || filling.sensitive;
      if (through == nullptr) through = filling.through;
      if (filling.is_scalar()) {
        literal += filling.scalar();
      } else if (filling.is(Value::Kind::partial)) {
        self(self, filling.pieces());
      } else if (!filling.is_null()) {
        flush();
        pieces.push_back({{}, arena_.store(filling)});
      }
    }
  };
  add(add, value.pieces());
  const bool known = pieces.empty();
  Value result = Value::null(value.place);
  if (known) {
    result = Value::text(arena_.store(std::string_view(literal)), value.place);
  } else {
    flush();
    result = Value::partial(arena_.store(pieces), value.place);
  }
  result.sensitive = sensitive;
  result.through = through;
  return result;
}

bool Scenario::next() {
  while (!forks_.empty() && forks_.back().other == 0) forks_.pop_back();
  if (forks_.empty()) return false;
  if (worlds_ == kMostWorlds) {
    exhausted_ = true;
    return false;
  }
  ++worlds_;
  forks_.back().taken = forks_.back().other;
  forks_.back().other = 0;
  asked_ = 0;
  return true;
}

std::vector<Scenario::Assumption> Scenario::assumptions() const {
  std::vector<Assumption> result;
  for (std::size_t i = 0; i < asked_; ++i) {
    const Variable& variable = *forks_[i].variable;
    bool seen = false;
    for (const Assumption& earlier : result) seen = seen || earlier.variable == &variable;
    if (seen) continue;
    const std::uint64_t left = possible(variable);
    Assumption assumption;
    assumption.variable = &variable;
    assumption.by_default = (default_bit(variable) & left) != 0;
    for (std::size_t k = 0; k < std::min(variable.classes.size(), kTold); ++k) {
      if (left == bit(k)) {
        assumption.is = variable.classes[k];
        assumption.decided = true;
      } else if ((left & bit(k)) == 0) {
        assumption.is_not.push_back(variable.classes[k]);
      }
    }
    result.push_back(assumption);
  }
  return result;
}

}  // namespace demarc
