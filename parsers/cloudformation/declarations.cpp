#include "parsers/cloudformation/declarations.h"

#include <fmt/format.h>

#include <utility>

namespace demarc {

void Declarations::note(std::string kind, std::string message, Place place) {
  graph.notes.push_back({std::move(kind), std::move(message), place});
}

void Declarations::note_once(std::string kind, std::string_view name, std::string message, Range range) {
  if (noted_.insert(fmt::format("{} {}", kind, name)).second) note(std::move(kind), std::move(message), range);
}

Place Declarations::place(const Member& member) const {
  const Place value = place(member.value);
  const Place key = place(member.key_range);
  return key.file == value.file ? Place{key.file, {key.range.begin, value.range.end}} : value;
}

Value Declarations::unknown(Why why, std::string_view detail, Place place, bool set) {
  return Value::unknown(graph.arena.store(Unknown{why, set, detail}), place);
}

Value Declarations::undeclared(std::string_view name, Place place) {
  if (!generator.empty()) return unknown(Why::macro, generator, place);
  note_once("undeclared", name, fmt::format("{} is neither a parameter nor a resource of this template", name), place.range);
  return unknown(Why::not_in_deployment, name, place);
}

const Condition* Declarations::condition(std::string_view name, Range range) {
  const auto found = conditions.find(name);
  if (found != conditions.end()) return found->second;
  if (generator.empty()) {
    note("undeclared-condition", fmt::format("Condition {} is not declared: both worlds are judged", name), range);
  }
  return conditions[name] = free_condition(name);
}

const Condition* Declarations::free_condition(std::string_view name) {
  Variable& variable = graph.variables.emplace_back();
  variable.name = name;
  variable.open = false;
  const std::uint32_t holds = classes.add(variable, "true", Value::text("true", {}));
  classes.add(variable, "false", Value::text("false", {}));
  Condition condition;
  condition.op = Condition::Op::equals;
  condition.variable = &variable;
  condition.class_index = holds;
  condition.name = name;
  return graph.arena.store(condition);
}

}  // namespace demarc
