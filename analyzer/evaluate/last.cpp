#include "analyzer/evaluate/last.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "analyzer/evaluate/graft.h"

namespace demarc {
namespace {

constexpr std::size_t kMost = 16;  // of more nobody asks which is the last: it is not known what they set

}  // namespace

void Last::add(const Resource& companion) {
  if (!companions_.empty()) {
    if (companions_.back()->condition != nullptr) conditions_.push_back(companions_.back()->condition);
    always_ = always_ || companions_.back()->condition == nullptr;
  }
  companions_.push_back(&companion);
  if (companions_.size() > 1 && companions_.size() <= kMost) guard_ = is_last();
}

// The companion is the last, or none of those before is there.
const Condition* Last::is_last() {
  if (variable_ == nullptr) {
    variable_ = &graph_.variables.emplace_back();
    const std::string name = fmt::format("the last {} of {}", companions_[0]->written_type, parent_.address);
    variable_->name = graph_.arena.store(std::string_view(name));
    variable_->open = false;
    variable_->classes.push_back(companions_[0]->address);
    variable_->class_values.push_back(Value::text(companions_[0]->address, companions_[0]->name));
  }
  Condition equals;
  equals.op = Condition::Op::equals;
  equals.variable = variable_;
  equals.class_index = static_cast<std::uint32_t>(variable_->classes.size());
  variable_->classes.push_back(companions_.back()->address);
  variable_->class_values.push_back(Value::text(companions_.back()->address, companions_.back()->name));
  const Condition* last = graph_.arena.store(equals);
  if (always_) return last;
  const Condition* others = store(Condition::Op::any, conditions_);
  return store(Condition::Op::any, {last, store(Condition::Op::negate, {others})});
}

const Condition* Last::store(Condition::Op op, const std::vector<const Condition*>& operands) {
  Condition condition;
  condition.op = op;
  condition.operands = graph_.arena.store(operands);
  for (const Condition* operand : operands) condition.height = std::max(condition.height, operand->height + 1);
  return graph_.arena.store(condition);
}

Value Last::of(const Value& value, const Value& old) const {
  if (companions_.size() == 1 || old.is_null()) return value;
  if (companions_.size() > kMost) {
    return Value::unknown(graph_.arena.store(Unknown{Why::unproven_companion, true, companions_.back()->address}), value.place);
  }
  return guarded(*guard_, value, old, graph_.arena);
}

}  // namespace demarc
