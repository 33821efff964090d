#include <optional>

#include "analyzer/evaluate/candidates.h"
#include "analyzer/evaluate/join.h"
#include "analyzer/evaluate/judge.h"
#include "analyzer/evaluate/reason.h"
#include "analyzer/evaluate/tally.h"

namespace demarc {
namespace {

std::string why_stranger(const Value& value) {
  if (value.is_scalar()) return explain(Unknown{Why::not_in_deployment, true, value.sensitive ? "a resource" : value.scalar()});
  const bool undeclared = value.is(Value::Kind::reference) && value.reference().kind == Reference::Kind::resource;
  return undeclared ? explain(Unknown{Why::not_in_deployment, true, value.reference().target}) : explain(value);
}

// Whom does a value of mine name?
void try_named(World& world, const Found& naming, const Relation& relation, Tally& tally) {
  const Candidates candidates = meant_by(world, relation, naming.value);
  bool meant = false;
  for (const auto* numbers : {&candidates.likely, &candidates.unsure}) {
    for (std::uint32_t number : *numbers) {
      const Resource& other = world.deployment.resources()[number];
      const Truth joined = names_resource(world, naming.value, other, relation.by);
      meant = meant || joined != Truth::no;
      tally.consider(other, joined, &naming);
    }
  }
  if (candidates.more) tally.leave_open();
  if (!meant && !names_another(world, relation, naming.value)) tally.add_stranger(naming, why_stranger(naming.value));
}

void try_namer(World& world, const Resource& resource, const Relation& relation, const Resource& other, Tally& tally) {
  if (&other == &resource || !is_created(other, world.scenario)) return;
  Truth joined = Truth::no;
  std::optional<Found> naming;
  for (const Found& found : naming_values(world, properties_of(other, world), relation.via)) {
    const Truth one = names_resource(world, found.value, resource, relation.by);
    if (one <= joined) continue;
    joined = one;
    naming = found;
    if (joined == Truth::yes) break;
  }
  tally.consider(other, joined, naming ? &*naming : nullptr);
}

// Who names me?
void try_namers(World& world, const Resource& resource, const Relation& relation, Tally& tally) {
  const Candidates candidates = namers_of(world, relation, resource);
  for (const auto* numbers : {&candidates.likely, &candidates.unsure}) {
    for (std::uint32_t number : *numbers) {
      if (tally.enough()) return;
      try_namer(world, resource, relation, world.deployment.resources()[number], tally);
    }
  }
  if (candidates.more) tally.leave_open();
}

}  // namespace

Answer judge(World& world, const Item& item, const Test& test, const Relation& relation) {
  Tally tally(world, item, test, relation);
  if (relation.direction == Relation::Direction::refers_to) {
    for (const Found& naming : naming_values(world, item, relation.via)) {
      if (tally.enough()) break;
      tally.add_naming(naming);
      try_named(world, naming, relation, tally);
    }
  } else if (relation.direction == Relation::Direction::referred_by) {
    if (item.resource) try_namers(world, *item.resource, relation, tally);
  } else {
    for (std::uint32_t number : world.deployment.links(relation).candidates()) {
      if (tally.enough()) break;
      tally.consider(world.deployment.resources()[number], Truth::yes, nullptr);
    }
  }
  return tally.conclude();
}

}  // namespace demarc
