#include "parsers/cloudformation/template.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "parsers/cloudformation/conditions.h"
#include "parsers/cloudformation/loops.h"
#include "parsers/cloudformation/members.h"
#include "parsers/cloudformation/nested_stacks.h"
#include "parsers/cloudformation/parameters.h"
#include "parsers/cloudformation/reading.h"
#include "parsers/cloudformation/resources.h"
#include "parsers/cloudformation/rules.h"
#include "parsers/cloudformation/share_classes.h"
#include "parsers/cloudformation/survey.h"
#include "parsers/cloudformation/transforms.h"
#include "parsers/expansion/include.h"
#include "parsers/serverless/serverless.h"

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

// What loops run over must be known before they are expanded.
void declare_inputs(const Node& root, const GivenParameters& given, Declarations& names) {
  names.mappings = MappingSection(root.find("Mappings"));
  declare_pseudo_parameters(given, names);
  read_parameters(root.find("Parameters"), given, names);
}

void declare(const Node& root, Declarations& names) {
  if (const Node* resources = root.find("Resources")) {
    for (const Member* member : effective_members(*resources)) {
      if (!member->key.starts_with("Fn::")) names.resources.insert(member->key);
    }
  }
  read_transforms(root.find("Transform"), names);
  survey(root, names);
}

bool comes_before(const Resource& a, const Resource& b) {
  return std::pair(a.name.file, a.name.range.begin) < std::pair(b.name.file, b.name.range.begin);
}

}  // namespace

std::optional<Error> read_into(Declarations& names, Document document, const SourceFile& file, const GivenParameters& given,
                               Neighbours* neighbours, const Nesting& nesting) {
  if (document.root.kind != NodeKind::map) return unusable("this is no template: it is no map", document.root.range);
  include_files(document, file, neighbours == nullptr ? Locate() : neighbours->locate);
  names.inclusions = document.inclusions;
  declare_inputs(document.root, given, names);
  Loops loops(document, names);
  loops.expand();
  if (names.tables != nullptr && is_serverless(document.root)) names.serverless = expand_serverless(document, *names.tables);
  const Node& root = document.root;
  names.graph.notes.insert(names.graph.notes.begin(), document.notes.begin(), document.notes.end());
  declare(root, names);
  if (auto error = check_resources(root, names)) {
    const Place place = names.place(*error->range);
    error->range = place.file == file.id() ? place.range : Range{};  // what is included stands in no place of this file
    return error;
  }
  NestedStacks stacks(names, given, neighbours, nesting);
  names.stacks = &stacks;
  Comparison comparison(names);
  read_conditions(root.find("Conditions"), comparison, names);
  loops.declare();
  read_rules(root.find("Rules"), comparison, names);
  if (const Node* resources = root.find("Resources")) {
    stacks.declare(*resources);
    read_resources(*resources, names);
  }
  read_parts(root, names);
  std::stable_sort(names.graph.resources.begin(), names.graph.resources.end(), comes_before);
  stacks.finish();
  names.stacks = nullptr;
  names.graph.kept.push_back(std::move(document.arena));
  return std::nullopt;
}

Result<ResourceGraph> read_template(Document document, const SourceFile& file, Scope scope, const GivenParameters& given,
                                    Neighbours* neighbours, const ServerlessTables* serverless) {
  Declarations names(file.id(), scope);
  names.tables = serverless;
  if (auto error = read_into(names, std::move(document), file, given, neighbours, {file.id(), nullptr})) return *std::move(error);
  share_classes(names);
  return std::move(names.graph);
}

}  // namespace demarc
