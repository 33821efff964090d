#include "parsers/serverless/renaming.h"

#include <vector>

#include "parsers/serverless/intrinsic.h"

namespace demarc {
namespace {

Node with_tag_of(const Node& node, const Node& from, Forge& forge) {
  return from.tag().empty() ? node : forge.tagged(node, from.tag());
}

}  // namespace

std::string_view Renaming::id_of(std::string_view name) const {
  const auto found = names_.find(std::string(name));
  return found == names_.end() ? std::string_view() : found->second;
}

// The tree may be deep; its reader has bounded how deep.
Node Renaming::renamed(const Node& node) {
  if (!is_intrinsic(node)) return inside(node);
  const Node& given = intrinsic_argument(node);
  const Node made = argument(intrinsic_name(node), given);
  if (!node.tag().empty()) return with_tag_of(made, node, forge_);
  Member member = node.members()[0];
  member.value = with_tag_of(made, given, forge_);
  return forge_.map({member}, node.range);
}

// A node without its tag.
Node Renaming::inside(const Node& node) {
  if (node.kind == NodeKind::list) {
    std::vector<Node> items;
    items.reserve(node.size());
    for (const Node& item : node.items()) items.push_back(renamed(item));
    return forge_.list(items, node.range);
  }
  if (node.kind == NodeKind::map) {
    std::vector<Member> members(node.members().begin(), node.members().end());
    for (Member& member : members) member.value = renamed(member.value);
    return forge_.map(members, node.range);
  }
  return forge_.untagged(node);
}

Node Renaming::argument(std::string_view function, const Node& argument) {
  const bool list = argument.kind == NodeKind::list && argument.size() > 0;
  const bool text = argument.kind == NodeKind::text;
  if (function == "Ref" && text) {
    const std::string_view id = id_of(argument.text());
    return id.empty() ? inside(argument) : forge_.text(id, argument.range);
  }
  if (function == "GetAtt" && text) return forge_.text(attribute(argument.text()), argument.range);
  if (function == "Sub" && text) return forge_.text(substituted(argument.text()), argument.range);
  Node made = is_intrinsic(forge_.untagged(argument)) ? renamed(forge_.untagged(argument)) : inside(argument);
  const bool first_is_text = list && argument.items()[0].kind == NodeKind::text && argument.items()[0].tag().empty();
  if ((function != "Sub" && function != "GetAtt") || !first_is_text) return made;
  std::vector<Node> items(made.items().begin(), made.items().end());
  const std::string_view id = id_of(items[0].text());
  if (function == "Sub") items[0] = forge_.text(substituted(items[0].text()), items[0].range);
  if (function == "GetAtt" && !id.empty()) items[0] = forge_.text(id, items[0].range);
  return forge_.list(items, argument.range);
}

std::string Renaming::substituted(std::string_view text) const {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t open = text.find("${", at);
    const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
    if (close == std::string_view::npos) return result.append(text.substr(at));
    result += text.substr(at, open + 2 - at);
    const std::string_view name = text.substr(open + 2, close - open - 2);
    const std::string_view id = id_of(name);
    result += id.empty() ? attribute(name) : std::string(id);
    at = close;
  }
  return result;
}

// "Function.Version.Version": an attribute of an implied resource.
std::string Renaming::attribute(std::string_view text) const {
  const std::size_t dot = text.rfind('.');
  const std::string_view id = dot == std::string_view::npos ? std::string_view() : id_of(text.substr(0, dot));
  return id.empty() ? std::string(text) : std::string(id).append(text.substr(dot));
}

}  // namespace demarc
