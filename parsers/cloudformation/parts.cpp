#include <fmt/format.h>

#include <string>
#include <vector>

#include "parsers/cloudformation/expression.h"
#include "parsers/cloudformation/members.h"
#include "parsers/cloudformation/resources.h"
#include "parsers/cloudformation/scalar.h"

namespace demarc {
namespace {

Resource part(const Member& member, std::string_view type, std::string_view address, Value properties, Declarations& names) {
  Resource resource;
  resource.scope = names.scope();
  resource.address = address;
  resource.type = resource.written_type = type;
  resource.name = names.place(member.key_range);
  resource.body = names.place(member);
  resource.properties = properties;
  resource.attributes = Value::map({}, resource.name);
  return resource;
}

// The values that a parameter with NoEcho may have must not leave the process; its name and description may.
Value hide_values(const Value& properties, Declarations& names) {
  std::vector<Entry> entries(properties.entries().begin(), properties.entries().end());
  for (Entry& entry : entries) {
    if (entry.key == "Default" || entry.key == "AllowedValues") entry.value.sensitive = true;
  }
  return Value::map(names.graph.arena.store(entries), properties.place);
}

void read_parameter(const Member& member, Declarations& names) {
  if (member.value.kind != NodeKind::map) return;  // noted where it was declared
  Value properties = Expressions(names, Purpose::property).untagged(member.value);
  if (!properties.is(Value::Kind::map)) return;
  const auto parameter = names.parameters.find(member.key);
  if (parameter != names.parameters.end() && parameter->second.sensitive) properties = hide_values(properties, names);
  names.graph.resources.push_back(part(member, "template.parameter", member.key, properties, names));
}

void read_output(const Member& member, Declarations& names) {
  if (member.value.kind != NodeKind::map) {
    names.note("malformed", fmt::format("output {} is no map and was not read", member.key), member.value.range);
    return;
  }
  const std::string address = fmt::format("Outputs.{}", member.key);
  const Value properties = Expressions(names, Purpose::property).value(member.value);
  Resource resource = part(member, "template.output", names.graph.arena.store(std::string_view(address)), properties, names);
  const Node* condition = member.value.find("Condition");
  if (condition != nullptr && condition->is_scalar())
    resource.condition = names.condition(scalar_text(*condition), condition->range);
  names.graph.resources.push_back(resource);
}

}  // namespace

void read_parts(const Node& root, Declarations& names) {
  for (const Member* section : effective_members(root)) {
    if (section->key == "Metadata" && section->value.kind == NodeKind::map) {
      const Value properties = Expressions(names, Purpose::property).value(section->value);
      names.graph.resources.push_back(part(*section, "template.metadata", section->key, properties, names));
    }
    for (const Member* member : effective_members(section->value)) {
      if (member->key.starts_with("Fn::")) continue;
      if (section->key == "Parameters") read_parameter(*member, names);
      if (section->key == "Outputs") read_output(*member, names);
    }
  }
}

}  // namespace demarc
