#include "parsers/modules/plan_path.h"

#include <algorithm>

#include "parsers/terraform/address.h"

namespace demarc {
namespace {

bool holds(Range range, std::uint32_t at) { return range.begin <= at && at < std::max(range.end, range.begin + 1); }

// The member in whose key or value an offset lies.
const Member* member_at(const Node& map, std::uint32_t at) {
  if (map.kind != NodeKind::map) return nullptr;
  for (const Member& member : map.members()) {
    if (holds({member.key_range.begin, member.value.range.end}, at)) return &member;
  }
  return nullptr;
}

// Items stand in the order of the file.
const Node* item_at(const Node& list, std::uint32_t at, std::size_t& index) {
  if (list.kind != NodeKind::list) return nullptr;
  std::span<const Node> items = list.items();
  auto behind = std::upper_bound(items.begin(), items.end(), at, [](std::uint32_t offset, const Node& item) { return offset < item.range.begin; });
  if (behind == items.begin() || !holds((behind - 1)->range, at)) return nullptr;
  index = static_cast<std::size_t>(behind - 1 - items.begin());
  return &items[index];
}

std::string_view text_of(const Node& map, std::string_view key) {
  const Node* value = map.kind == NodeKind::map ? map.find(key) : nullptr;
  return value != nullptr && value->kind == NodeKind::text ? value->text() : std::string_view();
}

// The steps from a value to the offset; of a list in a list the inner index is not told.
void descend(const Node& value, Range at, PlanPath& path) {
  const Node* node = &value;
  while (true) {
    std::size_t index = 0;
    if (const Member* member = member_at(*node, at.begin)) {
      path.steps.push_back({member->key, {}, nullptr});
      node = &member->value;
    } else if (const Node* item = item_at(*node, at.begin, index)) {
      if (!path.steps.empty() && !path.steps.back().index) {
        path.steps.back().index = index;
        path.steps.back().planned = item;
      }
      node = item;
    } else {
      break;
    }
  }
  path.inside = node->kind == NodeKind::text && at.begin > node->range.begin && at.end <= node->range.end;
}

void name_resource(std::string_view text, PlanPath& path) {
  Address address = parse_address(text);
  path.module = without_indices(address.module);
  path.type = address.data ? "data" : "resource";
  path.labels = {address.type, address.name};
}

std::optional<PlanPath> in_change(const Node& change, Range at) {
  PlanPath path;
  std::string_view address = text_of(change, "address");
  if (address.empty()) return std::nullopt;
  name_resource(address, path);
  const Member* part = member_at(change, at.begin);
  if (part == nullptr || part->key != "change") return path;
  if (const Member* values = member_at(part->value, at.begin)) descend(values->value, at, path);
  return path;
}

PlanPath variable(std::string_view name) {
  PlanPath path;
  path.type = "variable";
  path.labels = {name};
  path.steps = {{"default", {}, nullptr}};
  return path;
}

std::optional<PlanPath> in_provider(const Node& providers, Range at) {
  const Member* provider = member_at(providers, at.begin);
  if (provider == nullptr) return std::nullopt;
  PlanPath path;
  path.type = "provider";
  path.labels = {text_of(provider->value, "name")};
  path.alias = text_of(provider->value, "alias");
  std::string_view module = text_of(provider->value, "module_address");
  path.module = std::string(module);
  const Member* part = member_at(provider->value, at.begin);
  if (part != nullptr && part->key == "expressions") descend(part->value, at, path);
  return path;
}

std::optional<PlanPath> in_resource(const Node& resource, const std::string& module, Range at) {
  PlanPath path;
  name_resource(text_of(resource, "address"), path);
  path.module = module;
  const Member* part = member_at(resource, at.begin);
  if (part != nullptr && part->key == "expressions") descend(part->value, at, path);
  return path;
}

std::optional<PlanPath> in_modules(const Node& root_module, Range at) {
  std::string module;
  const Node* node = &root_module;
  while (const Member* part = member_at(*node, at.begin)) {
    std::size_t index = 0;
    if (part->key == "resources") {
      const Node* resource = item_at(part->value, at.begin, index);
      return resource == nullptr ? std::nullopt : in_resource(*resource, module, at);
    }
    if (part->key == "variables") {
      const Member* declared = member_at(part->value, at.begin);
      if (declared == nullptr) return std::nullopt;
      PlanPath path = variable(declared->key);
      path.module = module;
      return path;
    }
    const Member* call = part->key == "module_calls" ? member_at(part->value, at.begin) : nullptr;
    const Node* inner = call != nullptr && call->value.kind == NodeKind::map ? call->value.find("module") : nullptr;
    if (inner == nullptr || !holds(inner->range, at.begin)) return std::nullopt;
    module += (module.empty() ? "module." : ".module.") + std::string(call->key);
    node = inner;
  }
  return std::nullopt;
}

std::optional<PlanPath> in_configuration(const Node& configuration, Range at) {
  const Member* part = member_at(configuration, at.begin);
  if (part == nullptr) return std::nullopt;
  if (part->key == "provider_config") return in_provider(part->value, at);
  return part->key == "root_module" ? in_modules(part->value, at) : std::nullopt;
}

}  // namespace

std::optional<PlanPath> path_in_plan(const Node& root, Range at) {
  const Member* section = member_at(root, at.begin);
  if (section == nullptr) return std::nullopt;
  std::size_t index = 0;
  if (section->key == "resource_changes") {
    const Node* change = item_at(section->value, at.begin, index);
    return change == nullptr ? std::nullopt : in_change(*change, at);
  }
  if (section->key == "configuration") return in_configuration(section->value, at);
  if (section->key != "variables") return std::nullopt;
  const Member* named = member_at(section->value, at.begin);
  return named == nullptr ? std::nullopt : std::optional(variable(named->key));
}

}  // namespace demarc
