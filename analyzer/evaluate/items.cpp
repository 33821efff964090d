#include "analyzer/evaluate/items.h"

#include "analyzer/evaluate/find.h"

namespace demarc {

Items items_at(World& world, const Item& from, const Paths& paths) {
  Items result;
  result.whole.anchor = from.anchor;
  result.whole.trail = from.trail;
  const Path* path = path_for(paths, from.resource ? from.resource->type : std::string_view());
  if (!path) return result;
  bool first = true;
  for (const Found& found : find_all(world, from, *path)) {
    if (first || (result.whole.absent() && !found.absent())) result.whole = found;
    first = false;
    if (found.value.is(Value::Kind::unknown)) {
      result.open = true;
      result.unknown = found;
    } else if (found.value.is(Value::Kind::reference)) {
      result.items.push_back(found);
    } else {
      std::vector<Found> members = members_of(world, found, true);
      result.items.insert(result.items.end(), members.begin(), members.end());
    }
  }
  return result;
}

}  // namespace demarc
