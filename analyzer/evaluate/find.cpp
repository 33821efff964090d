#include "analyzer/evaluate/find.h"

#include "analyzer/evaluate/walk.h"

namespace demarc {
namespace {

void walk(World& world, const Item& item, const Path& path, Search search, bool collects, std::vector<Found>& results) {
  Item from = item;
  if (item.resource && (path.from_root || search.attributes)) {
    from = search.attributes ? attributes_of(*item.resource, world) : properties_of(*item.resource, world);
    from.member = item.member;
  }
  Found begin;
  begin.value = from.value;
  begin.trail = from.trail;
  begin.anchor = from.anchor;
  begin.row = from.row;
  begin.lasting = from.lasting;
  Walk(world, from, search, collects || path.leaves, path.leaves, results).go(begin, Leg(path));
}

}  // namespace

Found find(World& world, const Item& item, const Path& path, Search search) {
  std::vector<Found> results;
  walk(world, item, path, search, false, results);
  return results.empty() ? Found() : results.front();
}

std::vector<Found> find_all(World& world, const Item& item, const Path& path, Search search) {
  std::vector<Found> results;
  walk(world, item, path, search, true, results);
  return results;
}

}  // namespace demarc
