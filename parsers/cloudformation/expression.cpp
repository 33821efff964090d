#include "parsers/cloudformation/expression.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "parsers/cloudformation/members.h"
#include "parsers/cloudformation/text.h"
#include "parsers/expansion/loop.h"

namespace demarc {
namespace {

constexpr std::array<std::pair<std::string_view, Function>, 16> kFunctions = {{
    {"Ref", ref},
    {"Fn::Base64", itself},
    {"Fn::Cidr", cidr},
    {"Fn::FindInMap", find_in_map},
    {"Fn::GetAZs", get_azs},
    {"Fn::GetAtt", get_att},
    {"Fn::GetStackOutput", get_stack_output},
    {"Fn::If", if_},
    {"Fn::ImportValue", import_value},
    {"Fn::Join", join},
    {"Fn::Length", length},
    {"Fn::Select", select},
    {"Fn::Split", split},
    {"Fn::Sub", sub},
    {"Fn::ToJsonString", itself},
    {"Fn::Transform", transform},
}};

}  // namespace

Function function_named(std::string_view name) {
  const auto* const found =
      std::find_if(kFunctions.begin(), kFunctions.end(), [name](const auto& row) { return row.first == name; });
  return found == kFunctions.end() ? nullptr : found->second;
}

std::span<const Node> arguments(const Call& call, std::size_t least, std::size_t most, const Expressions& expressions) {
  const Node& given = *call.argument;
  const bool list = given.kind == NodeKind::list;
  if (list && given.size() >= least && given.size() <= most) return given.items();
  const std::string number = least == most ? fmt::format("{}", least) : fmt::format("{} to {}", least, most);
  expressions.names().note("malformed", fmt::format("{} takes a list of {}", call.name, number), given.range);
  return {};
}

Value uncomputed(const Call& call, Place place, const Expressions& expressions) {
  return expressions.names().unknown(Why::intrinsic, call.name, place);
}

Value uncomputed(const Call& call, const Value& because, Place place, const Expressions& expressions) {
  Value result = uncomputed(call, place, expressions);
  if (because.is(Value::Kind::unknown)) {
    const Unknown& unknown = because.unknown();
    result = expressions.names().unknown(unknown.why, unknown.detail, place);
  }
  result.through = because.is(Value::Kind::reference) ? &because.reference() : because.through;
  result.sensitive = because.sensitive;
  return result;
}

Value Expressions::value(const Node& node) const {
  const auto called = call_of(node);
  return called ? call(*called, node) : untagged(node);
}

Value Expressions::untagged(const Node& node) const {
  if (node.is_scalar()) return scalar(node);
  if (node.kind == NodeKind::list) return list(node);
  const auto called = long_call_of(node);
  return called ? call(*called, node) : map(node);
}

Value Expressions::call(const Call& call, const Node& node) const {
  const Place place = names_.place(node);
  if (const Function function = function_named(call.name)) return function(call, place, *this);
  const bool tag = call.tagged && !call.name.starts_with("Fn::");
  return names_.unknown(Why::intrinsic,
                        tag ? names_.graph.arena.store(std::string_view("!" + std::string(call.name))) : call.name, place);
}

Value Expressions::scalar(const Node& node) const {
  const Place place = names_.place(node);
  switch (node.kind) {
    case NodeKind::boolean: return Value::boolean(node.truth, place);
    case NodeKind::number: return Value::number(node.text(), place);
    case NodeKind::text: return known_text(node.text(), place, names_);
    default: return Value::null(place);
  }
}

// AWS::NoValue takes its item out of a list.
Value Expressions::list(const Node& node) const {
  std::vector<Value> items;
  items.reserve(node.size());
  for (const Node& each : node.items()) {
    const Value item = value(each);
    if (!item.is_null()) items.push_back(item);
  }
  return Value::list(names_.graph.arena.store(items), names_.place(node));
}

Value Expressions::map(const Node& node) const {
  std::vector<Entry> entries;
  entries.reserve(node.size());
  for (const Member* each : effective_members(node)) {
    entries.push_back({each->key, {}, names_.place(each->key_range), member(*each)});
  }
  return Value::map(names_.graph.arena.store(entries), names_.place(node));
}

Value Expressions::member(const Member& member) const {
  if (!member.key.starts_with("Fn::")) return value(member.value);
  const Place place = names_.place(member.value);
  if (is_loop(member.key)) return names_.unknown(Why::macro, member.key, place);
  const Call call{member.key, &member.value, false};
  if (member.key == "Fn::Transform") return transform(call, place, *this);
  names_.note("malformed", fmt::format("{} stands beside other keys, where it is not computed", member.key), member.key_range);
  return uncomputed(call, place, *this);
}

}  // namespace demarc
