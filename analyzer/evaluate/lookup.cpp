#include <fmt/format.h>

#include "analyzer/evaluate/find.h"
#include "analyzer/evaluate/subject.h"

namespace demarc {
namespace {

Found unknown(World& world, Found found, Why why, std::string_view detail) {
  found.value = Value::unknown(world.arena().store(Unknown{why, false, keep(world, detail)}), found.value.place);
  return found;
}

Found find_key(World& world, const Item& item, const Paths& by) {
  const Path* path = path_for(by, item.resource ? item.resource->type : std::string_view());
  Found found;
  found.anchor = item.anchor;
  if (path) found = find(world, item, *path);
  found.value = named_value(world, found.value);
  return found;
}

}  // namespace

Found look_up(World& world, const Item& item, const Lookup& lookup, std::string_view& key) {
  std::vector<std::string_view> keys;
  Found found;
  std::string joined;
  for (const Paths& by : lookup.by) {
    found = find_key(world, item, by);
    if (!found.value.is_scalar()) return found;
    keys.push_back(found.value.scalar());
    joined += fmt::format("{}{}", joined.empty() ? "" : " ", found.value.sensitive ? "(sensitive)" : found.value.scalar());
  }
  key = keep(world, joined);
  const Table::Row* row = keys.size() == lookup.table->key.size() ? lookup.table->find(keys) : nullptr;
  if (!row)
    return unknown(world, found, Why::no_row,
                   fmt::format("{} is not in {} of {}", joined, lookup.table->name, lookup.table->date));
  const Value* cell = Table::cell(*row, lookup.column);
  Place place = found.value.place;
  found.value = cell ? *cell : Value::null();
  found.value.place = place;
  return found;
}

}  // namespace demarc
