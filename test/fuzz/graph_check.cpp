#include "graph_check.h"

#include <cstdlib>
#include <string>

#include "parsers/graph/describe.h"
#include "parsers/graph/scenario.h"

namespace demarc {
namespace {

constexpr int kWorlds = 8;
constexpr int kDepth = 20;

void require(bool holds) {
  if (!holds) std::abort();
}

void check_range(Range range, std::size_t size) { require(range.begin <= range.end && range.end <= size); }

void settle(const Value& value, Scenario& scenario, std::size_t size, int depth) {
  const Value now = scenario.settle(value);
  check_range(now.place.range, size);
  require(!now.is(Value::Kind::choice) && !now.is(Value::Kind::variable));
  if (depth == 0) return;
  if (now.is(Value::Kind::list)) {
    for (const Value& item : now.items()) settle(item, scenario, size, depth - 1);
  } else if (now.is(Value::Kind::map)) {
    for (const Entry& entry : now.entries()) settle(entry.value, scenario, size, depth - 1);
  }
}

void check_resource(const Resource& resource, std::size_t size) {
  check_range(resource.name.range, size);
  check_range(resource.body.range, size);
  Scenario scenario;
  int worlds = 0;
  do {
    if (resource.condition == nullptr || scenario.holds(*resource.condition)) {
      settle(resource.properties, scenario, size, kDepth);
      settle(resource.attributes, scenario, size, kDepth);
    }
  } while (scenario.next() && ++worlds < kWorlds);
}

}  // namespace

void check_graph(const Result<ResourceGraph>& graph, std::string_view text) {
  if (!graph) {
    require(!graph.error().message.empty());
    if (graph.error().range) check_range(*graph.error().range, text.size());
    return;
  }
  for (const Resource& resource : graph->resources) check_resource(resource, text.size());
  for (const Note& note : graph->notes) {
    require(!note.message.empty());
    check_range(note.place.range, text.size());
  }
}

}  // namespace demarc
