#include <array>

#include "parsers/cloudformation/parameters.h"

namespace demarc {
namespace {

struct Pseudo {
  std::string_view name;
  std::string_view value;  // in the partition `aws`; empty: not known
  bool list;
};

constexpr std::array<Pseudo, 7> kPseudoParameters = {{
    {"AWS::AccountId", "", false},
    {"AWS::NotificationARNs", "", true},
    {"AWS::Partition", "aws", false},
    {"AWS::Region", "", false},
    {"AWS::StackId", "", false},
    {"AWS::StackName", "", false},
    {"AWS::URLSuffix", "amazonaws.com", false},
}};

}  // namespace

void declare_pseudo_parameters(const GivenParameters& given, Declarations& names) {
  for (const Pseudo& pseudo : kPseudoParameters) {
    if (names.parameters.contains(pseudo.name)) continue;
    Variable& variable = names.graph.variables.emplace_back();
    variable.name = pseudo.name;
    variable.asked = false;
    variable.value = names.unknown(Why::attribute, pseudo.name, {}, !pseudo.list);
    if (!pseudo.value.empty()) {
      variable.by_default = static_cast<int>(names.classes.add(variable, pseudo.value, Value::text(pseudo.value, {})));
    }
    Parameter parameter;
    parameter.variable = &variable;
    parameter.type.list = pseudo.list;
    for (const auto& [name, value] : given) {
      if (name == pseudo.name && !pseudo.list && !names.handed)
        parameter.given = Value::text(names.graph.arena.store(std::string_view(value)), {});
    }
    names.parameters[pseudo.name] = parameter;
  }
}

}  // namespace demarc
