#include <algorithm>
#include <optional>

#include "analyzer/evaluate/find.h"
#include "analyzer/evaluate/join.h"
#include "analyzer/evaluate/judge.h"
#include "analyzer/evaluate/reason.h"
#include "analyzer/evaluate/tally.h"

namespace demarc {
namespace {

using Numbers = std::vector<std::uint32_t>;

// Of those that may be meant so many are tried; with more the answer is left open.
constexpr std::size_t kMostUnsure = 100;

void add(Numbers& numbers, const Numbers& more) { numbers.insert(numbers.end(), more.begin(), more.end()); }

// As many as are tried, and one more.
void add_some(Numbers& numbers, const Numbers& more) {
  numbers.insert(numbers.end(), more.begin(), more.begin() + static_cast<std::ptrdiff_t>(std::min(more.size(), kMostUnsure + 1)));
}

void keep_each_once(Numbers& numbers) {
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

bool is_in(const Numbers& sorted, std::uint32_t number) { return std::binary_search(sorted.begin(), sorted.end(), number); }

// Whom a value may mean, among the candidates of a relation.
Numbers meant_by(const Deployment& deployment, const Relation& relation, const Value& value) {
  const Links& links = deployment.links(relation);
  const Registry& registry = deployment.registry();
  Numbers numbers;
  if (!relation.by.empty()) {
    const bool known = value.is_scalar() || value.is(Value::Kind::reference);
    add_some(numbers, known ? links.holders(value) : links.candidates());
    add_some(numbers, links.unsure());
  } else {
    for (const Reference* reference : references_of(value)) add(numbers, registry.referents(*reference));
    if (value.is_scalar()) add(numbers, registry.named(value.scalar()));
    std::erase_if(numbers, [&](std::uint32_t number) { return !is_in(links.candidates(), number); });
    if (value.is_scalar() && numbers.empty()) add_some(numbers, links.unsure_names());
    if (value.is(Value::Kind::partial) && numbers.empty()) add_some(numbers, links.candidates());
  }
  keep_each_once(numbers);
  std::erase_if(numbers, [&](std::uint32_t number) { return !is_in(links.candidates(), number); });
  return numbers;
}

// Whether a value names a resource of the inputs that is none of the candidates, and does not hand out the name of another.
bool names_another(World& world, const Links& links, const Value& value) {
  const Registry& registry = world.deployment.registry();
  for (const Reference* reference : references_of(value)) {
    const bool somebody = reference->kind == Reference::Kind::resource && !registry.referents(*reference).empty();
    if (somebody && !registry.hands_out_names(*reference)) return true;
  }
  if (!value.is_scalar()) return false;
  for (std::uint32_t number : registry.named(value.scalar())) {
    const Resource& other = world.deployment.resources()[number];
    if (!is_in(links.candidates(), number) && names_resource(world, value, other, {}) == Truth::yes) return true;
  }
  return false;
}

std::string why_stranger(const Value& value) {
  if (value.is_scalar()) return explain(Unknown{Why::not_in_deployment, true, value.sensitive ? "a resource" : value.scalar()});
  bool undeclared = value.is(Value::Kind::reference) && value.reference().kind == Reference::Kind::resource;
  return undeclared ? explain(Unknown{Why::not_in_deployment, true, value.reference().target}) : explain(value);
}

// Whom do I name?
void try_named(World& world, const Item& item, const Relation& relation, Tally& tally) {
  const Links& links = world.deployment.links(relation);
  for (const Found& naming : naming_values(world, item, relation.via)) {
    if (tally.enough()) return;
    tally.add_naming(naming);
    bool meant = false;
    std::size_t tried = 0;
    for (std::uint32_t number : meant_by(world.deployment, relation, naming.value)) {
      if (++tried > kMostUnsure) {
        tally.leave_open();
        break;
      }
      const Resource& other = world.deployment.resources()[number];
      Truth joined = names_resource(world, naming.value, other, relation.by);
      meant = meant || joined != Truth::no;
      tally.consider(other, joined, &naming);
    }
    if (!meant && !names_another(world, links, naming.value)) tally.add_stranger(naming, why_stranger(naming.value));
  }
}

void try_namer(World& world, const Item& item, const Relation& relation, const Resource& other, Tally& tally) {
  if (&other == item.resource || !is_created(other, world.scenario)) return;
  Truth joined = Truth::no;
  std::optional<Found> naming;
  for (const Found& found : naming_values(world, properties_of(other, world), relation.via)) {
    Truth one = names_resource(world, found.value, *item.resource, relation.by);
    if (one <= joined) continue;
    joined = one;
    naming = found;
    if (joined == Truth::yes) break;
  }
  tally.consider(other, joined, naming ? &*naming : nullptr);
}

// Those that hold what I hold at `by`.
Numbers holders_of(World& world, const Item& item, const Relation& relation) {
  const Links& links = world.deployment.links(relation);
  Numbers numbers;
  Item properties = properties_of(*item.resource, world);
  for (const Path& path : relation.by) {
    for (const Found& found : find_all(world, properties, path, {false, false})) {
      if (found.value.is(Value::Kind::unknown)) add(numbers, links.candidates());
      for (const Found& member : members_of(world, found, false)) {
        bool known = member.value.is_scalar() || member.value.is(Value::Kind::reference);
        add(numbers, known ? links.holders(member.value) : links.candidates());
      }
      if (found.value.is(Value::Kind::reference)) add(numbers, links.holders(found.value));
    }
  }
  keep_each_once(numbers);
  return numbers;
}

// Who names me?
void try_namers(World& world, const Item& item, const Relation& relation, Tally& tally) {
  if (!item.resource) return;
  const Links& links = world.deployment.links(relation);
  const std::vector<Resource>& resources = world.deployment.resources();
  Numbers numbers = relation.by.empty() ? links.namers(world.deployment.number(*item.resource)) : holders_of(world, item, relation);
  for (std::uint32_t number : numbers) {
    if (tally.enough()) return;
    try_namer(world, item, relation, resources[number], tally);
  }
  Numbers unsure;
  add_some(unsure, links.unsure());
  if (is_in(world.deployment.registry().unsure_names(), world.deployment.number(*item.resource))) add_some(unsure, links.strangers());
  keep_each_once(unsure);
  if (unsure.size() > kMostUnsure) tally.leave_open();
  for (std::uint32_t number : unsure) {
    if (tally.enough()) return;
    if (!is_in(numbers, number)) try_namer(world, item, relation, resources[number], tally);
  }
}

}  // namespace

Answer judge(World& world, const Item& item, const Test& test, const Relation& relation) {
  Tally tally(world, item, test, relation);
  if (relation.direction == Relation::Direction::refers_to) {
    try_named(world, item, relation, tally);
  } else if (relation.direction == Relation::Direction::referred_by) {
    try_namers(world, item, relation, tally);
  } else {
    for (std::uint32_t number : world.deployment.links(relation).candidates()) {
      if (tally.enough()) break;
      tally.consider(world.deployment.resources()[number], Truth::yes, nullptr);
    }
  }
  return tally.conclude();
}

}  // namespace demarc
