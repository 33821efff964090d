#include "analyzer/evaluate/links.h"

#include <algorithm>
#include <iterator>

#include "analyzer/evaluate/spread.h"

namespace demarc {
namespace {

void add_once(std::vector<std::uint32_t>& numbers, std::uint32_t number) {
  if (numbers.empty() || numbers.back() != number) numbers.push_back(number);
}

// Visits what a resource names: at the paths of its type, or anywhere.
void each_at(const Resource& resource, const std::vector<Paths>& paths, EmbeddedTexts& texts, const Visit& visit) {
  if (paths.empty()) return each_possible_leaf(resource.properties, visit);
  for (const Paths& typed : paths) {
    if (const Path* path = path_for(typed, resource.type)) each_possible_at(resource.properties, *path, texts, visit);
  }
}

void each_at(const Resource& resource, const std::vector<Path>& paths, EmbeddedTexts& texts, const Visit& visit) {
  for (const Path& path : paths) each_possible_at(resource.properties, path, texts, visit);
}

// Values with the same key may be the same, others are not. Empty: nothing can be said.
std::string key_of(const Value& value) {
  if (value.is_scalar()) return "=" + std::string(value.scalar());
  if (!value.is(Value::Kind::reference)) return {};
  const Reference& reference = value.reference();
  return std::string("@").append(reference.target).append(1, '.').append(reference.attribute);
}

}  // namespace

Links::Links(const Relation& relation, const ResourceGroups& groups, const Registry& registry, EmbeddedTexts& texts) {
  for (const std::vector<std::uint32_t>& group : groups) {
    if (is_among(registry.resource(group[0]), relation.types)) candidates_.insert(candidates_.end(), group.begin(), group.end());
  }
  std::sort(candidates_.begin(), candidates_.end());
  const std::vector<std::uint32_t>& unsure = registry.unsure_names();
  std::set_intersection(candidates_.begin(), candidates_.end(), unsure.begin(), unsure.end(), std::back_inserter(unsure_names_));
  for (std::uint32_t number : candidates_) add(number, relation, registry, texts);
}

void Links::add(std::uint32_t number, const Relation& relation, const Registry& registry, EmbeddedTexts& texts) {
  const Resource& resource = registry.resource(number);
  if (relation.direction == Relation::Direction::refers_to) {
    each_at(resource, relation.by, texts, [&](const Value& value) { add_held(number, value); });
  } else if (relation.direction == Relation::Direction::referred_by) {
    each_at(resource, relation.via, texts, [&](const Value& value) {
      if (relation.by.empty()) {
        add_named(number, value, registry);
      } else {
        add_held(number, value);
      }
    });
  }
}

void Links::add_named(std::uint32_t namer, const Value& value, const Registry& registry) {
  bool known = false;
  for (const Reference* reference : references_in(value)) {
    for (std::uint32_t named : registry.referents(*reference)) add_once(namers_[named], namer);
    bool somebody = reference->kind == Reference::Kind::resource || reference->kind == Reference::Kind::data;
    known = known || (somebody && !(value.is(Value::Kind::reference) && registry.hands_out_names(*reference)));
  }
  if (value.is_scalar()) {
    std::vector<std::uint32_t> named = registry.named(value.scalar());
    for (std::uint32_t number : named) add_once(namers_[number], namer);
    if (named.empty() && !known) add_once(strangers_, namer);
  } else if (!known && !value.is(Value::Kind::variable)) {
    add_unsure(namer, registry);
  }
}

void Links::add_held(std::uint32_t holder, const Value& value) {
  std::string key = key_of(value);
  if (!key.empty()) {
    add_once(holders_[key], holder);
  } else if (!value.is(Value::Kind::variable)) {
    add_once(unsure_, holder);
  }
}

void Links::add_unsure(std::uint32_t namer, const Registry& registry) {
  add_once(unsure_, namer);
  add_once(unsure_of_[registry.resource(namer).scope], namer);
}

const std::vector<std::uint32_t>& Links::unsure_in(Scope scope) const {
  static const std::vector<std::uint32_t> kNone;
  auto found = unsure_of_.find(scope);
  return found == unsure_of_.end() ? kNone : found->second;
}

std::vector<std::uint32_t> Links::namers(std::uint32_t named) const {
  auto found = namers_.find(named);
  return found == namers_.end() ? std::vector<std::uint32_t>() : found->second;
}

std::vector<std::uint32_t> Links::holders(const Value& value) const {
  auto found = holders_.find(key_of(value));
  return found == holders_.end() ? std::vector<std::uint32_t>() : found->second;
}

}  // namespace demarc
