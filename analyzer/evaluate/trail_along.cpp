#include <cstdlib>
#include <string>

#include "analyzer/evaluate/find.h"
#include "analyzer/evaluate/words.h"

namespace demarc {

const Trail* trail_along(World& world, const Resource& resource, std::string_view path) {
  Item root = properties_of(resource, world);
  Found at;
  at.value = root.value;
  at.anchor = root.anchor;
  while (!path.empty()) {
    if (at.value.is(Value::Kind::text) || at.value.is(Value::Kind::partial))
      at.value = world.texts.read(at.value, at.lasting, world.arena());
    if (path[0] == '.') path.remove_prefix(1);
    std::size_t end = path.find_first_of(".[", 1);
    std::string_view word = path.substr(0, end);
    path.remove_prefix(word.size());
    if (word.starts_with('[')) {
      std::size_t index = std::strtoul(std::string(word.substr(1)).c_str(), nullptr, 10);
      bool there = at.value.is(Value::Kind::list) && index < at.value.items().size();
      Trail trail;
      trail.up = at.trail;
      trail.index = static_cast<std::int64_t>(index);
      if (there) trail.place = at.value.items()[index].place;
      at.trail = world.arena().store(trail);
      at.value = there ? world.scenario.settle(at.value.items()[index]) : Value::null();
    } else if (const Entry* entry = at.value.find(word)) {
      at = entry_of(world, at, *entry);
    } else {
      Trail trail;
      trail.up = at.trail;
      trail.key = world.arena().store(word);
      at.trail = world.arena().store(trail);
      at.value = Value::null();
    }
  }
  return at.trail;
}

}  // namespace demarc
