#include "analyzer/evaluate/candidates.h"

#include <algorithm>

#include "analyzer/evaluate/find.h"
#include "analyzer/evaluate/join.h"

namespace demarc {
namespace {

using Numbers = std::vector<std::uint32_t>;

constexpr std::size_t kMostUnsure = 100;

void add(Numbers& numbers, const Numbers& more) { numbers.insert(numbers.end(), more.begin(), more.end()); }

void keep_each_once(Numbers& numbers) {
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

bool is_in(const Numbers& sorted, std::uint32_t number) { return std::binary_search(sorted.begin(), sorted.end(), number); }

void add_unsure(Candidates& candidates, const Numbers& more) {
  candidates.more = candidates.more || more.size() > kMostUnsure;
  candidates.unsure.insert(candidates.unsure.end(), more.begin(),
                           more.begin() + static_cast<std::ptrdiff_t>(std::min(more.size(), kMostUnsure)));
}

Candidates finished(Candidates candidates) {
  keep_each_once(candidates.likely);
  keep_each_once(candidates.unsure);
  std::erase_if(candidates.unsure, [&](std::uint32_t number) { return is_in(candidates.likely, number); });
  return candidates;
}

bool is_known(const Value& value) { return value.is_scalar() || value.is(Value::Kind::reference); }

// A name or a reference of which nobody is known leaves those whose names are not known.
Candidates meant_by_identity(const Deployment& deployment, const Links& links, const Value& value) {
  Candidates candidates;
  for (const Reference* reference : references_of(value)) add(candidates.likely, deployment.registry().referents(*reference));
  if (value.is_scalar()) add(candidates.likely, deployment.registry().named(value.scalar()));
  std::erase_if(candidates.likely, [&](std::uint32_t number) { return !is_in(links.candidates(), number); });
  if (!candidates.likely.empty()) return candidates;
  if (value.is_scalar()) add_unsure(candidates, links.unsure_names());
  if (value.is(Value::Kind::partial)) add_unsure(candidates, links.candidates());
  return candidates;
}

// Those that hold what a resource holds at `by`.
Candidates holders_of(World& world, const Relation& relation, const Resource& resource) {
  const Links& links = world.deployment.links(relation);
  Candidates candidates;
  Item properties = properties_of(resource, world);
  for (const Path& path : relation.by) {
    for (const Found& found : find_all(world, properties, path, {false, false})) {
      if (found.value.is(Value::Kind::reference)) add(candidates.likely, links.holders(found.value));
      if (found.value.is(Value::Kind::unknown)) add_unsure(candidates, links.candidates());
      for (const Found& member : members_of(world, found, false)) {
        if (is_known(member.value)) {
          add(candidates.likely, links.holders(member.value));
        } else {
          add_unsure(candidates, links.candidates());
        }
      }
    }
  }
  return candidates;
}

}  // namespace

Candidates meant_by(World& world, const Relation& relation, const Value& value) {
  const Links& links = world.deployment.links(relation);
  if (relation.by.empty()) return finished(meant_by_identity(world.deployment, links, value));
  Candidates candidates;
  if (is_known(value)) {
    candidates.likely = links.holders(value);
  } else {
    add_unsure(candidates, links.candidates());
  }
  add_unsure(candidates, links.unsure());
  return finished(std::move(candidates));
}

Candidates namers_of(World& world, const Relation& relation, const Resource& resource) {
  const Links& links = world.deployment.links(relation);
  const std::uint32_t number = world.deployment.number(resource);
  Candidates candidates;
  if (relation.by.empty()) {
    candidates.likely = links.namers(number);
    if (is_part(resource.type)) return finished(std::move(candidates));  // has no name but its own, which references know
    if (is_in(world.deployment.registry().unsure_names(), number)) add_unsure(candidates, links.strangers());
  } else {
    candidates = holders_of(world, relation, resource);
  }
  const bool by_anybody = !relation.by.empty() || world.deployment.is_handed_out(resource);
  add_unsure(candidates, by_anybody ? links.unsure() : links.unsure_in(resource.scope));
  return finished(std::move(candidates));
}

// A resource that hands out names of others does not name itself.
bool names_another(World& world, const Relation& relation, const Value& value) {
  const Registry& registry = world.deployment.registry();
  for (const Reference* reference : references_of(value)) {
    const bool somebody = reference->kind == Reference::Kind::resource && !registry.referents(*reference).empty();
    if (somebody && !registry.hands_out_names(*reference)) return true;
  }
  if (!value.is_scalar()) return false;
  const Numbers& candidates = world.deployment.links(relation).candidates();
  for (std::uint32_t number : registry.named(value.scalar())) {
    const Resource& other = world.deployment.resources()[number];
    if (!is_in(candidates, number) && names_resource(world, value, other, {}) == Truth::yes) return true;
  }
  return false;
}

}  // namespace demarc
