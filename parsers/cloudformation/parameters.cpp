#include "parsers/cloudformation/parameters.h"

#include <fmt/format.h>

#include <unordered_map>
#include <utility>
#include <vector>

#include "parsers/cloudformation/distribute.h"
#include "parsers/cloudformation/members.h"
#include "parsers/cloudformation/parameter_bounds.h"
#include "parsers/cloudformation/parameter_value.h"
#include "parsers/cloudformation/scalar.h"

namespace demarc {
namespace {

// AllowedValues past this number have no class each; reading such a parameter tells its default from all others.
constexpr std::size_t kMostEnumerated = 200;

using Given = std::unordered_map<std::string_view, std::string_view>;

Given by_name(const GivenParameters& given) {
  Given result;
  for (const auto& [name, value] : given) result[name] = value;
  return result;
}

// One declaration while it is read.
class Declaration {
 public:
  Declaration(const Member& member, Declarations& names) : member_(member), names_(names) {}

  Parameter read(const Given& given);

 private:
  const Node* scalar(std::string_view key);
  std::vector<const Node*> allowed_values();
  void allow(const std::vector<const Node*>& values);
  void set_default();
  void stand_for_others();
  void take(std::string_view text);
  void take_over(const Handed& handed);
  bool truth(std::string_view key);
  std::string_view refusal() const;

  const Reference* reference(Place place, Reference::Source source) const {
    return names_.graph.arena.store(Reference{Reference::Kind::parameter, names_.scope(), member_.key, {}, place, source});
  }
  Value value(std::string_view text, Place place, Reference::Source source) const {
    Value result = parameter_value(text, type_, place, reference(place, source), names_);
    result.sensitive = parameter_.sensitive;
    return result;
  }
  Value value(const Node& node, Reference::Source source) const { return value(scalar_text(node), names_.place(node), source); }

  const Member& member_;
  Declarations& names_;
  ParameterType type_;
  ParameterBounds bounds_;
  Parameter parameter_;
};

const Node* Declaration::scalar(std::string_view key) {
  const Node* node = member_.value.find(key);
  if (node == nullptr || (node->is_scalar() && node->kind != NodeKind::null)) return node;
  names_.note("malformed", fmt::format("{} of parameter {} is no text and was not read", key, member_.key), node->range);
  return nullptr;
}

bool Declaration::truth(std::string_view key) {
  const Node* node = scalar(key);
  if (node == nullptr) return false;
  const std::string_view text = scalar_text(*node);
  return text == "true" || text == "True" || text == "TRUE";
}

std::vector<const Node*> Declaration::allowed_values() {
  std::vector<const Node*> result;
  const Node* node = member_.value.find("AllowedValues");
  if (node == nullptr) return result;
  if (node->kind != NodeKind::list) {
    names_.note("malformed", fmt::format("AllowedValues of parameter {} is no list and was not read", member_.key), node->range);
    return result;
  }
  for (const Node& item : node->items()) {
    if (item.is_scalar()) result.push_back(&item);
  }
  return result;
}

// Of a list, AllowedValues constrain the members: any list of them is possible.
void Declaration::allow(const std::vector<const Node*>& values) {
  Variable& variable = *parameter_.variable;
  if (values.empty() || type_.list || type_.stored) return;
  variable.finite = true;
  if (values.size() <= kMostEnumerated) {
    variable.open = false;
    for (const Node* each : values) names_.classes.add(variable, scalar_text(*each), value(*each, Reference::Source::allowed));
    return;
  }
  std::unordered_set<std::string_view> texts;
  for (const Node* each : values) texts.insert(scalar_text(*each));
  names_.classes.allow(variable, std::move(texts));
}

// Why a text cannot be a value.
std::string_view Declaration::refusal() const {
  if (parameter_.variable->finite) return "not among its AllowedValues";
  return type_.number ? "no number that it takes" : "longer or shorter than it takes";
}

void Declaration::set_default() {
  const Node* node = scalar("Default");
  if (node == nullptr || type_.stored) return;
  Variable& variable = *parameter_.variable;
  if (!names_.classes.may_be(variable, scalar_text(*node))) {
    names_.note("default-not-allowed", fmt::format("Default of parameter {} is {} and was left out", member_.key, refusal()),
                node->range);
    return;
  }
  const Value by_default = value(*node, Reference::Source::by_default);
  const std::uint32_t index = names_.classes.add(variable, scalar_text(*node), by_default);
  variable.by_default = static_cast<int>(index);
  variable.class_values[index] = by_default;
  variable.reference = reference(names_.place(*node), Reference::Source::name);
}

void Declaration::stand_for_others() {
  Variable& variable = *parameter_.variable;
  const Place place = variable.reference->place;
  Why why = variable.by_default < 0 ? Why::parameter_without_default : Why::parameter;
  if (type_.stored) why = Why::parameter_store;
  if (variable.open && variable.finite) why = Why::too_many_scenarios;
  variable.value = names_.unknown(why, member_.key, place, type_.not_empty || bounds_.min_length.value_or(0) > 0);
  variable.value.through = variable.reference;
  variable.value.sensitive = parameter_.sensitive;
}

void Declaration::take(std::string_view text) {
  if (type_.stored) return;
  if (!names_.classes.may_be(*parameter_.variable, text)) {
    names_.note("value-not-allowed", fmt::format("the value given for parameter {} is {}", member_.key, refusal()), member_.key_range);
  }
  parameter_.given = value(names_.graph.arena.store(text), names_.place(member_.key_range), Reference::Source::given);
}

// What a nested stack is not given has its default; nobody else can give it a value.
void Declaration::take_over(const Handed& handed) {
  if (type_.stored) return;
  const Variable& variable = *parameter_.variable;
  Value otherwise = variable.by_default < 0 ? variable.value : variable.class_values[static_cast<std::size_t>(variable.by_default)];
  if (handed.others) otherwise = *handed.others;
  const auto found = handed.values.find(member_.key);
  if (found == handed.values.end() || found->second.is_null()) {
    parameter_.given = otherwise;
  } else if (!type_.list && !type_.number && !found->second.is(Value::Kind::choice)) {
    parameter_.given = found->second;
  } else {
    parameter_.given = distribute(found->second, names_, [&](const Value& each) {
      if (each.is_null()) return otherwise;
      if (!each.is_scalar() || (!type_.list && !type_.number)) return each;
      Value typed = parameter_value(each.scalar(), type_, each.place, each.through, names_);
      typed.sensitive = each.sensitive;
      return typed;
    });
  }
}

Parameter Declaration::read(const Given& given) {
  Variable& variable = names_.graph.variables.emplace_back();
  variable.name = member_.key;
  variable.reference = reference(names_.place(member_.key_range), Reference::Source::name);
  parameter_.variable = &variable;
  if (member_.value.kind != NodeKind::map) {
    names_.note("malformed", fmt::format("parameter {} is no map and was not read", member_.key), member_.value.range);
  } else if (const Node* type = scalar("Type")) {
    type_ = parameter_type(type->text());
  } else if (member_.value.find("Type") == nullptr) {
    names_.note("malformed", fmt::format("parameter {} has no Type and was taken for a String", member_.key), member_.key_range);
  }
  parameter_.type = type_;
  parameter_.sensitive = truth("NoEcho");
  const std::vector<const Node*> allowed = allowed_values();
  allow(allowed);
  bounds_ = parameter_bounds(member_.value, type_);
  names_.classes.bound(variable, bounds_);
  set_default();
  stand_for_others();
  const auto found = given.find(member_.key);
  if (names_.handed) {
    take_over(*names_.handed);
  } else if (found != given.end()) {
    take(found->second);
  }
  return parameter_;
}

}  // namespace

void read_parameters(const Node* section, const GivenParameters& given, Declarations& names) {
  if (section == nullptr) return;
  if (section->kind != NodeKind::map) {
    if (section->kind != NodeKind::null) names.note("malformed", "Parameters is no map and was not read", section->range);
    return;
  }
  const Given values = by_name(given);
  for (const Member* member : effective_members(*section)) {
    if (!member->key.starts_with("Fn::")) names.parameters[member->key] = Declaration(*member, names).read(values);
  }
}

}  // namespace demarc
