#include "analyzer/evaluate/existence.h"

#include <fmt/format.h>

#include <unordered_map>

#include "parsers/graph/scenario.h"

namespace demarc {
namespace {

// What cannot be explored to its end is taken to be possible.
bool may_hold(const Condition& condition) {
  Scenario scenario;
  do {
    if (scenario.holds(condition) && scenario.feasible()) return true;
  } while (scenario.next());
  return scenario.exhausted();
}

}  // namespace

std::vector<bool> which_exist(const ResourceGraph& graph, std::vector<Note>& notes) {
  std::unordered_map<const Condition*, bool> known;
  std::vector<bool> exist;
  exist.reserve(graph.resources.size());
  for (const Resource& resource : graph.resources) {
    bool exists = true;
    if (resource.condition) {
      auto [found, added] = known.try_emplace(resource.condition, true);
      if (added) found->second = may_hold(*resource.condition);
      exists = found->second;
    }
    exist.push_back(exists);
    if (exists) continue;
    std::string condition =
        resource.condition->name.empty() ? "its condition" : fmt::format("its condition {}", resource.condition->name);
    notes.push_back({"never-created",
                     fmt::format("{} is never created: {} holds with no parameters", resource.address, condition),
                     resource.name});
  }
  return exist;
}

}  // namespace demarc
