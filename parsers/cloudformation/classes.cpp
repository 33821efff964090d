#include "parsers/cloudformation/classes.h"

#include <utility>

namespace demarc {

std::uint32_t Classes::add(const Variable& variable, std::string_view text, const Value& value) {
  const auto index = static_cast<std::uint32_t>(variable.classes.size());
  const auto [found, fresh] = indices_[&variable].try_emplace(text, index);
  if (fresh) {
    auto& growing = const_cast<Variable&>(variable);
    growing.classes.push_back(text);
    growing.class_values.push_back(value);
  }
  return found->second;
}

void Classes::allow(const Variable& variable, std::unordered_set<std::string_view> texts) {
  allowed_[&variable] = std::move(texts);
}

bool Classes::may_be(const Variable& variable, std::string_view text) const {
  const auto indices = indices_.find(&variable);
  if (indices != indices_.end() && indices->second.contains(text)) return true;
  if (!variable.open) return false;
  const auto bounds = bounds_.find(&variable);
  if (bounds != bounds_.end() && !bounds->second.allow(text)) return false;
  const auto allowed = allowed_.find(&variable);
  return allowed == allowed_.end() || allowed->second.contains(text);
}

std::optional<std::uint32_t> Classes::of(const Variable& variable, std::string_view text, const Value& value) {
  compare(variable);
  if (!may_be(variable, text)) return std::nullopt;
  return add(variable, text, value);
}

}  // namespace demarc
