#include "parsers/terraform/draft.h"

namespace demarc {
namespace {

constexpr std::string_view kNotWritten = ".";

bool says_nothing(const Value& value) { return value.is_null() || (value.is(Value::Kind::text) && value.scalar().empty()); }

}  // namespace

void Draft::clear() {
  nodes_.clear();
  indices_.clear();
  nodes_.push_back({});
  nodes_[kRoot].kind = Kind::map;
}

void Draft::make(At at, Kind kind) {
  if (nodes_[at].kind == Kind::empty) nodes_[at].kind = kind;
}

Draft::At Draft::add(At parent, std::string_view key, std::string_view written, Place place) {
  At at = static_cast<At>(nodes_.size());
  Node node;
  node.key = key;
  node.written = written;
  node.place = place;
  nodes_.push_back(node);
  Node& above = nodes_[parent];
  if (above.last == kNone) {
    above.first = at;
  } else {
    nodes_[above.last].next = at;
  }
  above.last = at;
  ++above.children;
  return at;
}

// The child of this name, kNone if there is none.
Draft::At Draft::child(At map, std::string_view key) {
  if (nodes_[map].children > kFewChildren) {
    auto [index, fresh] = indices_.try_emplace(map);
    for (At at = fresh ? nodes_[map].first : kNone; at != kNone; at = nodes_[at].next) index->second.emplace(nodes_[at].key, at);
    auto found = index->second.find(key);
    return found == index->second.end() ? kNone : found->second;
  }
  for (At at = nodes_[map].first; at != kNone; at = nodes_[at].next) {
    if (nodes_[at].key == key) return at;
  }
  return kNone;
}

Draft::At Draft::member(At map, std::string_view key, std::string_view written, Place place) {
  make(map, Kind::map);
  At at = child(map, key);
  if (at != kNone) return at;
  at = add(map, key, written, place);
  auto index = indices_.find(map);
  if (index != indices_.end()) index->second.emplace(key, at);
  return at;
}

Draft::At Draft::append(At list, Place place) {
  make(list, Kind::list);
  return add(list, {}, {}, place);
}

Draft::At Draft::element(At list, std::uint32_t index, Place place) {
  make(list, Kind::list);
  At at = nodes_[list].first;
  for (std::uint32_t passed = 0;; ++passed) {
    if (at == kNone) at = add(list, {}, {}, place);
    if (passed == index) return at;
    at = nodes_[at].next;
  }
}

Draft::At Draft::keyed(At list, const TableStep& step, Place place) {
  make(list, Kind::list);
  for (At at = nodes_[list].first; at != kNone; at = nodes_[at].next) {
    for (At field = nodes_[at].first; field != kNone; field = nodes_[field].next) {
      if (nodes_[field].key == step.field && nodes_[field].value.is(Value::Kind::text) &&
          nodes_[field].value.scalar() == step.key)
        return at;
    }
  }
  At at = append(list, place);
  set(member(at, step.field, kNotWritten, place), Value::text(step.key, place));
  return at;
}

Draft::At Draft::step_into(At at, const TableStep& step, std::string_view written, Place place) {
  At child = member(at, step.name, written, place);
  switch (step.kind) {
    case TableStep::Kind::member: return child;
    case TableStep::Kind::members: make(child, Kind::list); return child;
    case TableStep::Kind::element: return element(child, step.index, place);
    case TableStep::Kind::keyed: return keyed(child, step, place);
  }
  return child;
}

Draft::At Draft::follow(At from, std::span<const TableStep> steps, std::string_view written, Place place) {
  for (std::size_t at = 0; at < steps.size(); ++at) {
    bool last = at + 1 == steps.size();
    from = step_into(from, steps[at], last ? written : kNotWritten, place);
    if (!last && steps[at].kind == TableStep::Kind::members) from = append(from, place);
  }
  return from;
}

void Draft::set(At at, const Value& value) {
  Node& node = nodes_[at];
  bool free = node.kind == Kind::empty || (node.kind == Kind::value && says_nothing(node.value));
  if (!free) return;
  node.kind = Kind::value;
  node.value = value;
}

void Draft::replace(At at, const Value& value) {
  nodes_[at].kind = Kind::value;
  nodes_[at].value = value;
}

void Draft::extend(At at, const Value& value) {
  if (nodes_[at].kind == Kind::empty && !value.is(Value::Kind::list)) return set(at, value);
  if (nodes_[at].kind == Kind::value) {
    Value first = nodes_[at].value;
    nodes_[at].kind = Kind::list;
    set(append(at, first.place), first);
  }
  nodes_[at].place = value.place;
  make(at, Kind::list);
  std::span<const Value> items = value.is(Value::Kind::list) ? value.items() : std::span<const Value>(&value, 1);
  for (const Value& item : items) set(append(at, item.place), item);
}

Value Draft::value(At at) {
  const Node& node = nodes_[at];
  if (node.kind == Kind::value) return node.value;
  if (node.kind == Kind::empty) return Value::null(node.place);
  std::size_t entries = entries_.size();
  std::size_t items = items_.size();
  for (At child = node.first; child != kNone; child = nodes_[child].next) {
    if (nodes_[child].kind == Kind::empty) continue;
    Value inner = value(child);
    if (node.kind == Kind::map) {
      entries_.push_back({nodes_[child].key, nodes_[child].written, nodes_[child].place, inner});
    } else {
      items_.push_back(inner);
    }
  }
  Value whole = node.kind == Kind::map ? Value::map(arena_.store(std::span<const Entry>(entries_).subspan(entries)), node.place)
                                       : Value::list(arena_.store(std::span<const Value>(items_).subspan(items)), node.place);
  entries_.resize(entries, Entry{{}, {}, {}, Value::null()});
  items_.resize(items, Value::null());
  return whole;
}

}  // namespace demarc
