#include "parsers/cloudformation/function.h"

#include <algorithm>
#include <array>

#include "parsers/expansion/loop.h"

namespace demarc {
namespace {

constexpr std::string_view kPrefix = "Fn::";

constexpr std::array<std::string_view, 25> kFunctions = {
    "Fn::And",        "Fn::Base64", "Fn::Cidr",    "Fn::Contains",         "Fn::EachMemberEquals", "Fn::EachMemberIn", "Fn::Equals",
    "Fn::FindInMap",  "Fn::GetAZs", "Fn::GetAtt",  "Fn::GetStackOutput",   "Fn::If",               "Fn::ImportValue",  "Fn::Join",
    "Fn::Length",     "Fn::Not",    "Fn::Or",      "Fn::RefAll",           "Fn::Select",           "Fn::Split",        "Fn::Sub",
    "Fn::ToJsonString", "Fn::Transform", "Fn::ValueOf", "Fn::ValueOfAll"};

std::string_view long_name(std::string_view tag) {
  const auto names_tag = [tag](std::string_view name) { return name.substr(kPrefix.size()) == tag; };
  const auto* const found = std::find_if(kFunctions.begin(), kFunctions.end(), names_tag);
  return found == kFunctions.end() ? tag : *found;
}

}  // namespace

std::optional<Call> long_call_of(const Node& node) {
  if (node.kind != NodeKind::map || node.size() != 1) return std::nullopt;
  const Member& only = node.members()[0];
  if (only.key != "Ref" && !only.key.starts_with(kPrefix)) return std::nullopt;
  if (is_loop(only.key)) return std::nullopt;
  return Call{only.key, &only.value, false};
}

std::optional<Call> call_of(const Node& node) {
  const std::string_view tag = node.tag();
  if (tag.empty()) return long_call_of(node);
  return Call{long_name(tag), &node, true};
}

}  // namespace demarc
