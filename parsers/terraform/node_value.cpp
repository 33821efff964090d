#include "parsers/terraform/node_value.h"

namespace demarc {
namespace {

Value list_of(const Node& node, FileId file, bool sensitive, Arena& arena) {
  std::vector<Value> items;
  items.reserve(node.size());
  for (const Node& item : node.items()) items.push_back(value_of_node(item, file, sensitive, arena));
  return Value::list(arena.store(items), {file, node.range});
}

Value map_of(const Node& node, FileId file, bool sensitive, Arena& arena) {
  std::vector<Entry> entries;
  entries.reserve(node.size());
  for (const Member& member : node.members()) {
    if (member.value.kind == NodeKind::null) continue;
    entries.push_back({member.key, {}, {file, member.key_range}, value_of_node(member.value, file, sensitive, arena)});
  }
  return Value::map(arena.store(entries), {file, node.range});
}

}  // namespace

Value value_of_node(const Node& node, FileId file, bool sensitive, Arena& arena) {
  Place place{file, node.range};
  Value value = Value::null(place);
  switch (node.kind) {
    case NodeKind::null: break;
    case NodeKind::boolean: value = Value::boolean(node.truth, place); break;
    case NodeKind::number: value = Value::number(node.text(), place); break;
    case NodeKind::text: value = Value::text(node.text(), place); break;
    case NodeKind::list: value = list_of(node, file, sensitive, arena); break;
    case NodeKind::map: value = map_of(node, file, sensitive, arena); break;
  }
  value.sensitive = sensitive;
  return value;
}

}  // namespace demarc
