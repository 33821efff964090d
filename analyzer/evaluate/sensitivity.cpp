#include "analyzer/evaluate/sensitivity.h"

#include <algorithm>

#include "analyzer/evaluate/compare.h"
#include "analyzer/evaluate/find.h"
#include "analyzer/evaluate/judge.h"
#include "analyzer/evaluate/reason.h"
#include "analyzer/evaluate/subject.h"

namespace demarc {
namespace {

Truth matches_one(const Value& value, const std::vector<std::string>& globs) {
  Truth truth = Truth::no;
  for (const std::string& glob : globs) truth = either(truth, like(value, glob));
  return truth;
}

Sensitivity by_tag(World& world, const Item& properties, const std::string& key, const std::vector<std::string>& values) {
  Subject subject;
  subject.kind = Subject::Kind::tag;
  subject.tag.text = key;
  Found found = find_subject(world, properties, subject, false).found;
  if (found.absent() && !found.why) return {Truth::no, found};
  return {found.why ? Truth::unknown : matches_one(found.value, values), found};
}

Sensitivity by_name(World& world, const Resource& resource, const Item& properties, const std::vector<std::string>& names) {
  Found found;
  found.anchor = resource.name;
  found.value = Value::text(resource.address, resource.name);
  Truth truth = matches_one(found.value, names);
  const std::optional<Path>& name = world.deployment.facts(resource).physical_name;
  if (truth == Truth::yes || !name) return {truth, found};
  Found written = find(world, properties, *name, {false, false});
  return written.absent() ? Sensitivity{truth, found} : Sensitivity{either(truth, matches_one(written.value, names)), written};
}

}  // namespace

Sensitivity sensitivity_of(World& world, const Resource& resource) {
  const InputGroup* group = world.deployment.options().group(resource.name.file);
  if (!group || group->classification.empty()) return {};
  Item properties = properties_of(resource, world);
  Sensitivity result;
  auto hear = [&](Sensitivity one) {
    if (one.truth > result.truth) result = std::move(one);
  };
  for (const auto& [key, values] : group->classification.tags) hear(by_tag(world, properties, key, values));
  if (!group->classification.names.empty()) hear(by_name(world, resource, properties, group->classification.names));
  return result;
}

Severity severity_of(World& world, const Policy& policy, const Resource* resource) {
  if (!policy.severity_sensitive || !resource) return policy.severity;
  switch (sensitivity_of(world, *resource).truth) {
    case Truth::no: return policy.severity;
    case Truth::unknown: return std::max(policy.severity, *policy.severity_sensitive);
    case Truth::yes: break;
  }
  return *policy.severity_sensitive;
}

Answer judge(World& world, const Item& item, const Test& test, const SensitiveTest& sensitive) {
  if (!item.resource) return {truth(!sensitive.wanted), {}};
  Sensitivity sensitivity = sensitivity_of(world, *item.resource);
  Observation observation = observe(item, test, sensitivity.found);
  if (sensitivity.truth == Truth::unknown)
    observation.why = keep(world, sensitivity.found.why ? sensitivity.found.why : explain(sensitivity.found.value));
  return {sensitive.wanted ? sensitivity.truth : negate(sensitivity.truth), {std::move(observation)}};
}

}  // namespace demarc
