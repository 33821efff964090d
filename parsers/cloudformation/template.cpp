#include "parsers/cloudformation/template.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "parsers/cloudformation/conditions.h"
#include "parsers/cloudformation/members.h"
#include "parsers/cloudformation/parameters.h"
#include "parsers/cloudformation/resources.h"
#include "parsers/cloudformation/rules.h"
#include "parsers/cloudformation/share_classes.h"
#include "parsers/cloudformation/survey.h"
#include "parsers/cloudformation/transforms.h"

namespace demarc {
namespace {

Error unusable(std::string message, Range range) {
  return {std::move(message), range, "a template names at least one resource, with its Type, under Resources"};
}

// A macro may bring resources along.
std::optional<Error> check_resources(const Node& root, const Declarations& names) {
  const Node* resources = root.find("Resources");
  if (resources == nullptr) {
    if (!names.generator.empty()) return std::nullopt;
    return unusable("the template has no Resources", {root.range.begin, root.range.begin});
  }
  const bool empty = resources->kind == NodeKind::null || (resources->kind == NodeKind::map && resources->size() == 0);
  if (empty && names.generator.empty()) return unusable("Resources is empty", root.find_member("Resources")->key_range);
  if (!empty && resources->kind != NodeKind::map) return unusable("Resources is no map", resources->range);
  return std::nullopt;
}

void declare(const Node& root, const GivenParameters& given, Declarations& names) {
  names.mappings = MappingSection(root.find("Mappings"));
  declare_pseudo_parameters(given, names);
  read_parameters(root.find("Parameters"), given, names);
  if (const Node* resources = root.find("Resources")) {
    for (const Member* member : effective_members(*resources)) {
      if (!member->key.starts_with("Fn::")) names.resources.insert(member->key);
    }
  }
  read_transforms(root.find("Transform"), names);
  survey(root, names);
}

bool comes_before(const Resource& a, const Resource& b) { return a.name.range.begin < b.name.range.begin; }

}  // namespace

Result<ResourceGraph> read_template(Document document, const SourceFile& file, Scope scope, const GivenParameters& given) {
  const Node& root = document.root;
  if (root.kind != NodeKind::map) return unusable("this is no template: it is no map", root.range);
  Declarations names(file.id(), scope);
  names.graph.notes = std::move(document.notes);
  declare(root, given, names);
  if (auto error = check_resources(root, names)) return *std::move(error);
  Comparison comparison(names);
  read_conditions(root.find("Conditions"), comparison, names);
  read_rules(root.find("Rules"), comparison, names);
  if (const Node* resources = root.find("Resources")) read_resources(*resources, names);
  read_parts(root, names);
  share_classes(names);
  std::stable_sort(names.graph.resources.begin(), names.graph.resources.end(), comes_before);
  names.graph.kept.push_back(std::move(document.arena));
  return std::move(names.graph);
}

}  // namespace demarc
