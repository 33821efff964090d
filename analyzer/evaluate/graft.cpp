#include "analyzer/evaluate/graft.h"

namespace demarc {
namespace {

// The same choice with something else made of each alternative; where none holds, of null.
Value changed_alternatives(const Value& choice, const Change& change, Arena& arena) {
  std::vector<Alternative> alternatives;
  bool otherwise = false;
  for (const Alternative& alternative : choice.alternatives()) {
    alternatives.push_back({alternative.guard, change(alternative.value)});
    otherwise = otherwise || !alternative.guard;
  }
  if (!otherwise) alternatives.push_back({nullptr, change(Value::null(choice.place))});
  Value value = Value::choice(arena.store(alternatives), choice.place);
  value.sensitive = choice.sensitive;
  value.through = choice.through;
  return value;
}

Value with_entry(const Value& map, const Entry& entry, bool replaces, Arena& arena) {
  std::vector<Entry> entries(map.entries().begin(), map.entries().end());
  bool there = false;
  for (Entry& old : entries) {
    if (old.key != entry.key) continue;
    there = true;
    if (replaces || old.value.is_null()) {
      old = entry;
    } else {
      old.value = entry.value;
    }
  }
  if (!there) entries.push_back(entry);
  Value value = Value::map(arena.store(entries), map.place);
  value.sensitive = map.sensitive;
  value.through = map.through;
  return value;
}

}  // namespace

Value changed_at(const Value& value, std::span<const std::string_view> path, const NewStep& step, const Change& change,
                 Arena& arena) {
  if (path.empty()) return change(value);
  if (value.is(Value::Kind::choice)) {
    return changed_alternatives(
        value, [&](const Value& each) { return changed_at(each, path, step, change, arena); }, arena);
  }
  if (!value.is_null() && !value.is(Value::Kind::map)) return value;
  const Value map = value.is_null() ? Value::map({}, step.place) : value;
  const Entry* old = map.find(path[0]);
  const Value inside = old ? old->value : Value::null(step.place);
  const bool last = path.size() == 1;
  const Entry entry{path[0], last ? step.written : std::string_view("."), step.place,
                    changed_at(inside, path.subspan(1), step, change, arena)};
  return with_entry(map, entry, last && step.replaces, arena);
}

Value with_items(const Value& list, const std::vector<Value>& items, Arena& arena) {
  if (list.is(Value::Kind::choice)) {
    return changed_alternatives(
        list, [&](const Value& each) { return with_items(each, items, arena); }, arena);
  }
  std::vector<Value> all;
  if (list.is(Value::Kind::list)) {
    all.assign(list.items().begin(), list.items().end());
  } else if (list.is(Value::Kind::variable)) {
    all.push_back(Value::unknown(arena.store(Unknown{Why::unknown_members, false, {}}), list.place));
  } else if (!list.is_null()) {
    all.push_back(list);
  }
  all.insert(all.end(), items.begin(), items.end());
  Value value = Value::list(arena.store(all), list.is_null() && !items.empty() ? items[0].place : list.place);
  value.sensitive = list.sensitive;
  value.through = list.through;
  return value;
}

Value where_absent(const Value& value, const Value& otherwise, Arena& arena) {
  if (value.is_null()) return otherwise;
  if (!value.is(Value::Kind::choice)) return value;
  return changed_alternatives(
      value, [&](const Value& each) { return where_absent(each, otherwise, arena); }, arena);
}

Value guarded(const Condition& guard, const Value& value, const Value& otherwise, Arena& arena) {
  const Alternative alternatives[] = {{&guard, value}, {nullptr, otherwise}};
  return Value::choice(arena.store(std::span<const Alternative>(alternatives)), value.place);
}

}  // namespace demarc
