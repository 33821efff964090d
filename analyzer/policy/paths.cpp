#include "analyzer/policy/paths.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "analyzer/policy/fields.h"
#include "analyzer/policy/glob.h"
#include "analyzer/policy/translate.h"
#include "analyzer/policy/types.h"

namespace demarc {
namespace {

constexpr std::array<std::string_view, 1> kTableKey = {"table"};
constexpr std::array<std::string_view, 11> kAttributes = {"DeletionPolicy", "UpdateReplacePolicy", "Metadata",     "Condition",
                                                          "DependsOn",      "CreationPolicy",      "UpdatePolicy", "region",
                                                          "change",         "lifecycle",           "provider"};

std::optional<Path> read_one(const Node& node, std::string_view what, const Reading& reading) {
  if (!node.is_scalar() || node.kind == NodeKind::null) {
    reading.mistakes.add(head_of(node), fmt::format("{} must be a path, not {}", what, described(node)));
    return std::nullopt;
  }
  Result<Path> path = read_path(node.text());
  if (!path) {
    reading.mistakes.add(node.range, path.error().message);
    return std::nullopt;
  }
  for (const Step& step : path->steps) {
    for (const Selector& selector : step.selectors) {
      if (!selector.is_item || reading.has_item) continue;
      reading.mistakes.add(node.range, "$item has no meaning here; it needs `each: $setting`");
      return std::nullopt;
    }
  }
  return *std::move(path);
}

std::optional<Path> translated(const Path& path, const SpokenType& type, const Node& node, const Reading& reading) {
  Result<Path> result = translate(path, type, reading.vocabulary);
  if (result) return *std::move(result);
  reading.mistakes.add(node.range, result.error().message);
  return std::nullopt;
}

bool any_terraform(const Standing& standing) {
  return std::any_of(standing.types.begin(), standing.types.end(), [](const SpokenType& type) { return type.terraform; });
}

// One path for all types; it differs between them only where Terraform's words are translated.
std::optional<Paths> read_common(const Node& node, std::string_view what, const Standing& standing, const Reading& reading) {
  std::optional<Path> path = read_one(node, what, reading);
  if (!path) return std::nullopt;
  if (!any_terraform(standing)) return Paths{{"", *std::move(path)}};
  Paths paths;
  for (const SpokenType& type : standing.types) {
    std::optional<Path> said = translated(*path, type, node, reading);
    if (!said) return std::nullopt;
    paths.push_back({type.name, *std::move(said)});
  }
  return paths;
}

bool speaks_of(const SpokenType& type, std::string_view name) {
  return type.written == name || type.name == name || (is_glob(type.name) && glob_matches(type.name, name));
}

std::string unknown_type(std::string_view name, const Standing& standing) {
  std::vector<std::string_view> names;
  for (const SpokenType& type : standing.types) names.push_back(type.written);
  return fmt::format("\"{}\" is none of the types that this test speaks of{}", name, did_you_mean(name, names));
}

void check_covered(const Node& node, const Standing& standing, const Reading& reading) {
  for (const SpokenType& type : standing.types) {
    if (is_glob(type.name) || node.find(type.written) || node.find(type.name)) continue;
    reading.mistakes.add(head_of(node), fmt::format("no path is given for {}", type.written));
  }
}

std::optional<Paths> read_typed(const Node& node, std::string_view what, const Standing& standing, const Reading& reading) {
  Paths paths;
  bool good = true;
  for (const Member& member : node.members()) {
    auto type =
        std::find_if(standing.types.begin(), standing.types.end(), [&](const SpokenType& t) { return speaks_of(t, member.key); });
    if (type == standing.types.end()) {
      reading.mistakes.add(member.key_range, unknown_type(member.key, standing));
      good = false;
      continue;
    }
    std::optional<Path> path = read_one(member.value, what, reading);
    std::optional<Path> said = path ? translated(*path, *type, member.value, reading) : std::nullopt;
    if (said) paths.push_back({is_glob(type->name) ? std::string(member.key) : type->name, *std::move(said)});
    good = good && said;
  }
  check_covered(node, standing, reading);
  if (!good) return std::nullopt;
  return paths;
}

const Value* text_cell(const Table::Row& row, std::string_view column) {
  const Value* value = Table::cell(row, column);
  return value && value->is_scalar() ? value : nullptr;
}

// The n-th property of each type goes into the n-th Paths.
std::vector<Paths> read_table_paths(const Node& node, const Reading& reading) {
  std::vector<Paths> all;
  Fields fields(node, "a table of paths", kTableKey, reading.mistakes);
  const Node* name = fields.need("table");
  const Table* table = name ? find_table(*name, reading) : nullptr;
  if (!table) return all;
  std::map<std::string_view, std::size_t> seen;
  for (const Table::Row& row : table->rows) {
    const Value* type = text_cell(row, "type");
    const Value* property = text_cell(row, "property");
    Result<Path> path = property ? read_path(property->scalar()) : Result<Path>(Error{});
    if (!type || !path) {
      reading.mistakes.add(name->range, fmt::format("table {} has a row without a type and a property", table->name));
      return {};
    }
    std::size_t n = seen[type->scalar()]++;
    if (n == all.size()) all.emplace_back();
    all[n].push_back({std::string(type->scalar()), *std::move(path)});
  }
  return all;
}

}  // namespace

std::optional<Paths> read_paths(const Node& node, std::string_view what, const Standing& standing, const Reading& reading) {
  if (node.kind != NodeKind::map) return read_common(node, what, standing, reading);
  if (!node.find("table")) return read_typed(node, what, standing, reading);
  std::vector<Paths> all = read_table_paths(node, reading);
  if (all.size() == 1) return std::move(all[0]);
  if (all.size() > 1)
    reading.mistakes.add(head_of(node), fmt::format("{} takes one path for a type; the table has several", what));
  return std::nullopt;
}

std::vector<Paths> read_path_list(const Node& node, std::string_view what, const Standing& standing, const Reading& reading) {
  if (node.kind == NodeKind::map && node.find("table")) return read_table_paths(node, reading);
  std::span<const Node> items = node.kind == NodeKind::list ? node.items() : std::span<const Node>(&node, 1);
  if (items.empty()) reading.mistakes.add(node.range, fmt::format("{} is an empty list", what));
  std::vector<Paths> all;
  for (const Node& item : items) {
    if (std::optional<Paths> paths = read_paths(item, what, standing, reading)) all.push_back(*std::move(paths));
  }
  return all;
}

std::optional<Paths> read_attribute(const Node& node, const Reading& reading) {
  std::optional<Path> path = read_one(node, "\"attribute\"", reading);
  if (!path) return std::nullopt;
  std::string_view name = path->steps.empty() ? std::string_view() : std::string_view(path->steps[0].name);
  if (std::find(kAttributes.begin(), kAttributes.end(), name) != kAttributes.end()) return Paths{{"", *std::move(path)}};
  reading.mistakes.add(node.range,
                       fmt::format("\"{}\" is no attribute of resources{}", node.text(), did_you_mean(name, kAttributes)));
  return std::nullopt;
}

Standing inside(Standing standing, const Paths& items, const Node& node) {
  for (SpokenType& type : standing.types) {
    const Path* path = path_for(items, type.name);
    if (!path) continue;
    const Node* own = node.kind == NodeKind::map ? node.find(type.written) : &node;
    if (!own) own = node.find(type.name);
    Result<Path> written = own && own->is_scalar() ? read_path(own->text()) : Result<Path>(*path);
    if (!written) continue;
    type.item = joined_path(path->from_root ? "" : type.item, dotted(*path));
    type.item_written = joined_path(path->from_root ? "" : type.item_written, dotted(*written));
  }
  return standing;
}

}  // namespace demarc
