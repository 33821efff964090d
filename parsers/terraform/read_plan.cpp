#include <charconv>
#include <string>

#include "parsers/terraform/configuration.h"
#include "parsers/terraform/plan.h"
#include "parsers/terraform/plan_reader.h"
#include "parsers/terraform/planned_values.h"

namespace demarc {
namespace {

constexpr int kNewestMajor = 1;

bool is_list(const Node* node) { return node != nullptr && node->kind == NodeKind::list; }
bool is_map(const Node* node) { return node != nullptr && node->kind == NodeKind::map; }
bool is_true(const Node* node) { return node != nullptr && node->kind == NodeKind::boolean && node->truth; }
bool is_false(const Node* node) { return node != nullptr && node->kind == NodeKind::boolean && !node->truth; }

// Nothing if the version can be read; "0.1" to "1.x" are the same for what is asked of a plan.
std::optional<Error> newer_version(const Node& version) {
  std::string_view text = version.is_scalar() ? version.text() : std::string_view();
  int major = -1;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), major);
  if (error != std::errc())
    return Error{"the plan's format_version \"" + std::string(text) + "\" is no version", version.range, {}};
  if (major <= kNewestMajor) return std::nullopt;
  return Error{"the plan has format version " + std::string(text) + "; demarc reads 0.1 to 1.x", version.range,
               "Use a newer demarc, or an older Terraform"};
}

void note_state(const Node& plan, FileId file, ResourceGraph& graph) {
  if (const Node* errored = member_of(&plan, "errored"); is_true(errored)) {
    graph.notes.push_back(
        {"errored-plan", "Terraform met errors while it made this plan, so it is not complete", {file, errored->range}, true});
  }
  if (const Node* complete = member_of(&plan, "complete"); is_false(complete)) {
    graph.notes.push_back(
        {"partial-plan", "Terraform deferred some changes, so this plan is not complete", {file, complete->range}, true});
  }
}

}  // namespace

bool looks_like_plan(const Node& root) {
  if (root.kind != NodeKind::map) return false;
  return is_list(root.find("resource_changes")) || is_map(root.find("planned_values"));
}

bool skip_of_plan(const std::vector<std::string_view>& path) {
  if (path.size() == 1) {
    return path[0] == "prior_state" || path[0] == "resource_drift" || path[0] == "relevant_attributes" || path[0] == "checks" ||
           path[0] == "output_changes";
  }
  if (path.size() != 3) return false;
  bool planned =
      path[0] == "planned_values" && path[1] == "root_module" && (path[2] == "resources" || path[2] == "child_modules");
  bool identity = path[0] == "resource_changes" && path[1] == "change" && path[2].ends_with("_identity");
  return planned || identity;
}

Result<ResourceGraph> read_plan(Document document, const SourceFile& file, Scope scope, const Mappings& mappings,
                                PlanState state) {
  if (!looks_like_plan(document.root))
    return Error{"this is no Terraform plan: it has neither resource_changes nor planned_values", {}, {}};
  ResourceGraph graph;
  if (const Node* version = document.root.find("format_version")) {
    if (std::optional<Error> error = newer_version(*version)) return *error;
  } else {
    graph.notes.push_back(
        {"format-version",
         "the plan has no format_version: it was not written by terraform show -json, and may lack what a plan has",
         {document.file, {document.root.range.begin, document.root.range.begin + 1}},
         true});
  }
  note_state(document.root, document.file, graph);
  const Node* changes = document.root.find("resource_changes");
  std::optional<Node> planned;
  if (!is_list(changes)) {
    Result<Document> whole = read_json(file);
    if (whole) document = std::move(*whole);
    planned = changes_of_planned_values(document.root, graph.arena);
    changes = &*planned;
    graph.notes.push_back({"no-changes",
                           "the plan has no resource_changes: what is not known yet is told by the configuration alone",
                           {document.file, document.root.find("planned_values")->range},
                           true});
  }
  PlanReader(document.root, *changes, file, scope, mappings, state, graph).read();
  graph.notes.insert(graph.notes.end(), document.notes.begin(), document.notes.end());
  graph.kept.push_back(std::move(document.arena));
  return graph;
}

}  // namespace demarc
