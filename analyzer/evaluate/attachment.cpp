#include "analyzer/evaluate/attachment.h"

#include <algorithm>

#include "analyzer/evaluate/graft.h"
#include "analyzer/evaluate/last.h"

namespace demarc {
namespace {

std::vector<std::string_view> steps_of(std::string_view path) {
  std::vector<std::string_view> steps;
  while (!path.empty()) {
    std::size_t dot = path.find('.');
    steps.push_back(path.substr(0, dot));
    path.remove_prefix(dot == std::string_view::npos ? path.size() : dot + 1);
  }
  return steps;
}

std::string_view naming_key(const CompanionRow& row) {
  return row.by.steps.empty() ? std::string_view() : std::string_view(row.by.steps[0].name);
}

// What a companion says, and how that is written in it.
struct Taken {
  Value value = Value::null();
  std::string_view written = ".";
};

Taken all_but_naming(const Resource& companion, const CompanionRow& row, Arena& arena) {
  if (!companion.properties.is(Value::Kind::map)) return {companion.properties, "."};
  std::vector<Entry> entries;
  for (const Entry& entry : companion.properties.entries()) {
    if (entry.key != naming_key(row)) entries.push_back(entry);
  }
  return {Value::map(arena.store(entries), companion.name), "."};
}

Taken take(const Resource& companion, const CompanionRow& row, Arena& arena) {
  if (row.take.empty()) return all_but_naming(companion, row, arena);
  Taken taken{companion.properties, "."};
  for (std::string_view step : steps_of(row.take)) {
    const Entry* entry = taken.value.find(step);
    if (!entry && !taken.value.is(Value::Kind::map)) break;
    taken.value = entry ? entry->value : Value::null(companion.name);
    taken.written = entry ? (entry->written.empty() ? entry->key : entry->written) : step;
  }
  return taken;
}

class Attaching {
 public:
  Attaching(ResourceGraph& graph, Resource& parent, const CompanionRow& row, const Parentage& parentage, std::uint32_t number)
      : graph_(graph), parent_(parent), row_(row), parentage_(parentage), number_(number), into_(steps_of(row.into)) {}

  void attach(const std::vector<Attachment>& companions) {
    std::vector<Value> items;
    Last last(graph_, parent_);
    for (const Attachment& one : companions) {
      const Resource& companion = graph_.resources[one.companion];
      add_part(companion);
      if (row_.as == CompanionRow::As::item) {
        add_items(companion, one.naming, items);
        continue;
      }
      last.add(companion);
      last_ = &last;
      if (row_.as == CompanionRow::As::value) set_value(companion, one.naming, into_, take(companion, row_, graph_.arena));
      if (row_.as == CompanionRow::As::merge) merge_entries(companion, one.naming);
    }
    if (!items.empty()) append(items, graph_.resources[companions[0].companion]);
  }

 private:
  void add_part(const Resource& companion) {
    bool known =
        std::any_of(parent_.parts.rbegin(), parent_.parts.rend(), [&](const Part& part) {
          return part.name == companion.name && part.address == companion.address;
        });
    if (!known || parent_.parts.empty())
      parent_.parts.push_back({companion.address, companion.type, companion.name, companion.body, companion.spellings});
  }

  // What the companion says where it exists and names the parent.
  Value said(const Resource& companion, const std::vector<Value>& naming, const Value& value, const Value& otherwise) {
    Value result = value;
    if (!parent_.outside) result = where_named(companion, naming, value, otherwise);
    return companion.condition ? guarded(*companion.condition, result, otherwise, graph_.arena) : result;
  }

  Value where_named(const Resource& companion, const std::vector<Value>& naming, const Value& value, const Value& otherwise) {
    Value result = otherwise;
    for (const Value& each : naming) result = restricted(each, number_, companion, row_, value, result, parentage_, graph_.arena);
    return result;
  }

  // A list that is taken is a list of items.
  void add_items(const Resource& companion, const std::vector<Value>& naming, std::vector<Value>& items) {
    Value taken = take(companion, row_, graph_.arena).value;
    std::span<const Value> members(&taken, 1);
    if (taken.is(Value::Kind::list)) members = taken.items();
    for (const Value& member : members) {
      if (!member.is_null()) items.push_back(said(companion, naming, member, Value::null(companion.name)));
    }
  }

  void append(std::vector<Value>& items, const Resource& first) {
    if (parent_.outside) {
      items.insert(items.begin(), Value::unknown(graph_.arena.store(Unknown{Why::outside, false, parent_.address}), first.name));
    }
    const NewStep step{first.name, ".", false};
    change(into_, step, [&](const Value& list) { return with_items(list, items, graph_.arena); });
  }

  void set_value(const Resource& companion, const std::vector<Value>& naming, const std::vector<std::string_view>& into,
                 const Taken& taken) {
    if (taken.value.is_null()) return;
    const NewStep step{companion.name, taken.written, true};
    change(into, step, [&](const Value& old) { return said(companion, naming, last_->of(taken.value, old), old); });
  }

  void merge_entries(const Resource& companion, const std::vector<Value>& naming) {
    for (const Entry& entry : companion.properties.entries()) {
      if (entry.key == naming_key(row_)) continue;
      std::vector<std::string_view> into = into_;
      into.push_back(entry.key);
      set_value(companion, naming, into, {entry.value, entry.written.empty() ? entry.key : entry.written});
    }
  }

  void change(const std::vector<std::string_view>& into, const NewStep& step, const Change& change) {
    parent_.properties = changed_at(parent_.properties, into, step, change, graph_.arena);
  }

  ResourceGraph& graph_;
  Resource& parent_;
  const CompanionRow& row_;
  const Parentage& parentage_;
  std::uint32_t number_;
  std::vector<std::string_view> into_;
  const Last* last_ = nullptr;  // of companions that set values
};

}  // namespace

void attach(ResourceGraph& graph, std::uint32_t parent, const CompanionRow& row, const std::vector<Attachment>& companions,
            const Parentage& parentage) {
  Attaching(graph, graph.resources[parent], row, parentage, parent).attach(companions);
}

void leave_open(ResourceGraph& graph, std::uint32_t parent, const CompanionRow& row, std::uint32_t companion, bool proven) {
  Resource& resource = graph.resources[parent];
  const Resource& other = graph.resources[companion];
  const Value unknown = Value::unknown(graph.arena.store(Unknown{Why::unproven_companion, false, other.address}), other.name);
  const NewStep step{other.name, {}, false};
  const auto open = [&](const std::vector<std::string_view>& into, const Change& change) {
    resource.properties = changed_at(resource.properties, into, step, change, graph.arena);
  };
  const Change unless_set = [&](const Value& old) { return where_absent(old, unknown, graph.arena); };
  if (row.as == CompanionRow::As::item) {
    open(steps_of(row.into), [&](const Value& list) { return with_items(list, {unknown}, graph.arena); });
  } else if (row.as == CompanionRow::As::value && !proven) {
    open(steps_of(row.into), unless_set);
  } else if (row.as == CompanionRow::As::merge && !proven) {
    for (const Entry& entry : other.properties.entries()) {
      if (entry.key != naming_key(row)) open({entry.key}, unless_set);
    }
  }
}

}  // namespace demarc
