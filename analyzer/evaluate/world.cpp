#include "analyzer/evaluate/world.h"

namespace demarc {
namespace {

Item root(const Resource& resource, const Value& value) {
  Item item;
  item.resource = &resource;
  item.value = value;
  item.anchor = resource.name;
  return item;
}

}  // namespace

Item properties_of(const Resource& resource, World& world) { return root(resource, world.scenario.settle(resource.properties)); }

Item attributes_of(const Resource& resource, World& world) { return root(resource, world.scenario.settle(resource.attributes)); }

Item item_of(const Item& owner, const Found& found) {
  Item item = owner;
  item.value = found.value;
  item.trail = found.trail;
  item.anchor = found.place();
  item.row = found.row;
  item.lasting = found.lasting;
  return item;
}

bool is_created(const Resource& resource, Scenario& scenario) {
  return !resource.condition || scenario.holds(*resource.condition);
}

}  // namespace demarc
