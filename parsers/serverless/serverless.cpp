#include "parsers/serverless/serverless.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "parsers/serverless/expansion.h"
#include "parsers/serverless/intrinsic.h"
#include "parsers/serverless/renaming.h"

namespace demarc {
namespace {

constexpr std::string_view kTransform = "AWS::Serverless-";
constexpr std::size_t kMostNodes = 4'000'000;
constexpr std::string_view kTypes = "AWS::Serverless::";

bool names_transform(const Node& node) {
  const Node* name = node.kind == NodeKind::map ? node.find("Name") : &node;
  return name != nullptr && name->kind == NodeKind::text && name->text().starts_with(kTransform);
}

bool is_in_transforms(const Node* section) {
  if (section == nullptr) return false;
  if (section->kind != NodeKind::list) return names_transform(*section);
  return std::any_of(section->items().begin(), section->items().end(), names_transform);
}

bool has_serverless_type(const Member& resource) {
  const Node* type = resource.value.kind == NodeKind::map ? resource.value.find("Type") : nullptr;
  return type != nullptr && type->kind == NodeKind::text && is_serverless_type(type->text());
}

const Node* resources_of(const Node& root) {
  const Node* section = root.kind == NodeKind::map ? root.find("Resources") : nullptr;
  return section != nullptr && section->kind == NodeKind::map && !is_intrinsic(*section) ? section : nullptr;
}

// Of the members with the same key the last counts.
std::vector<const Member*> effective(const Node& map) {
  std::vector<const Member*> result;
  std::unordered_set<std::string_view> seen;
  for (std::size_t i = map.size(); i > 0; --i) {
    if (seen.insert(map.members()[i - 1].key).second) result.push_back(&map.members()[i - 1]);
  }
  std::reverse(result.begin(), result.end());
  return result;
}

Member resource_of(const Implied& implied, Expansion& expansion) {
  if (implied.written != nullptr) return {implied.id, implied.key, *implied.written};
  std::vector<Member> members = {{"Type", implied.type.range, implied.type}};
  if (!implied.presence.is_always()) {
    const std::string wish = fmt::format("{}Condition", implied.id);
    const std::string_view name = expansion.condition_of(implied, wish);
    members.push_back({"Condition", implied.key, expansion.forge().text(name, implied.key)});
  }
  members.insert(members.end(), implied.attributes.begin(), implied.attributes.end());
  members.push_back({"Properties", implied.key, implied.properties});
  return {implied.id, implied.key, expansion.forge().map(members, {implied.key.begin, std::max(implied.key.end, implied.body.end)})};
}

Node with_conditions(const Node& root, const ExtraConditions& conditions, Forge& forge) {
  if (conditions.members().empty()) return root;
  std::vector<Member> sections(root.members().begin(), root.members().end());
  const auto is_section = [](const Member& member) { return member.key == "Conditions" && member.value.kind == NodeKind::map; };
  const auto found = std::find_if(sections.begin(), sections.end(), is_section);
  std::vector<Member> members;
  if (found != sections.end()) members.assign(found->value.members().begin(), found->value.members().end());
  members.insert(members.end(), conditions.members().begin(), conditions.members().end());
  if (found != sections.end()) {
    found->value = forge.map(members, found->value.range);
  } else {
    sections.push_back({"Conditions", root.range, forge.map(members, root.range)});
  }
  return forge.map(sections, root.range);
}

Node rewritten(const Node& root, Expansion& expansion) {
  std::vector<Member> resources;
  for (const Implied& implied : expansion.resources()) resources.push_back(resource_of(implied, expansion));
  Forge& forge = expansion.forge();
  std::vector<Member> sections(root.members().begin(), root.members().end());
  for (Member& section : sections) {
    if (section.key == "Resources") section.value = forge.map(resources, section.value.range);
  }
  return with_conditions(forge.map(sections, root.range), expansion.conditions(), forge);
}

// Parts that are taken several times, such as Globals, count each time: whoever reads the tree meets them so often.
bool fits(const Node& node, std::size_t& left) {
  if (node.is_scalar()) return left > 0 && --left > 0;
  if (node.size() >= left) return false;
  left -= node.size();
  if (node.kind == NodeKind::list) {
    return std::all_of(node.items().begin(), node.items().end(), [&](const Node& item) { return fits(item, left); });
  }
  return std::all_of(node.members().begin(), node.members().end(), [&](const Member& member) { return fits(member.value, left); });
}

}  // namespace

bool is_serverless_type(std::string_view type) { return type.starts_with(kTypes); }

bool is_serverless(const Node& root) {
  const Node* resources = resources_of(root);
  if (resources == nullptr) return false;
  if (is_in_transforms(root.find("Transform"))) return true;
  const auto members = resources->members();
  return std::any_of(members.begin(), members.end(), has_serverless_type);
}

ServerlessOrigins expand_serverless(Document& document, const ServerlessTables& tables) {
  const Node* resources = resources_of(document.root);
  Expansion expansion(document, tables);
  for (const Member* resource : effective(*resources)) expansion.take(*resource);
  expansion.finish();
  const Node root = rewritten(document.root, expansion);
  std::size_t left = kMostNodes;
  if (expansion.forge().is_spent() || !fits(root, left)) {
    document.notes.push_back({"too-large", "what the resources of AWS::Serverless imply is too large to be judged: they are left as they are",
                              document.place(document.root.find_member("Resources")->key_range)});
    return {};
  }
  Forge forge(document.arena, 2 * kMostNodes + 1);
  document.root = expansion.names().empty() ? root : Renaming(expansion.names(), forge).renamed(root);
  return expansion.origins();
}

}  // namespace demarc
