#include "analyzer/evaluate/defaults.h"

#include "analyzer/evaluate/judge.h"
#include "analyzer/evaluate/message.h"

namespace demarc {
namespace {

// Whether a trail, indices aside, consists of these keys.
bool leads_along(const Trail* trail, const std::vector<std::string_view>& keys) {
  std::size_t left = keys.size();
  for (; trail; trail = trail->up) {
    if (trail->key.empty()) continue;
    if (left == 0 || keys[left - 1] != trail->key) return false;
    --left;
  }
  return left == 0;
}

// What a configuration assumes, it assumes of the inputs that it governs.
bool is_assumed(const DefaultRow& row, const Resource& resource, const EvaluateOptions& options) {
  if (!row.assumption) return true;
  const InputGroup* group = options.group(resource.name.file);
  return !group || group->assumptions.count(*row.assumption) > 0;
}

bool may_speak(const DefaultRow& row, const Resource& resource, bool attribute, const EvaluateOptions& options) {
  if (row.attribute != attribute || (row.dialect && *row.dialect != resource.dialect)) return false;
  if (!is_assumed(row, resource, options)) return false;
  const std::string& as_of = options.as_of;
  return row.since.empty() || as_of.empty() || row.since <= as_of;
}

// `when` of a row is asked with defaults, wherever the test stands that needs the row.
Answer ask(World& world, const Resource& resource, const Test& when) {
  const bool written_only = world.written_only;
  world.written_only = false;
  Answer answer = judge(world, properties_of(resource, world), when);
  world.written_only = written_only;
  return answer;
}

}  // namespace

DefaultAnswer default_of(World& world, const Resource& resource, const Trail* trail, bool attribute) {
  for (const Facts::Default& fact : world.deployment.facts(resource).defaults) {
    const DefaultRow& row = *fact.row;
    if (!may_speak(row, resource, attribute, world.deployment.options()) || !leads_along(trail, fact.keys)) continue;
    if (!row.when) return {&row, {}};
    Answer answer = ask(world, resource, *row.when);
    if (answer.truth == Truth::yes) return {&row, {}};
    if (answer.truth == Truth::unknown) return {&row, world.arena().store(reason_of(answer.because, resource))};
  }
  return {};
}

}  // namespace demarc
