#include "analyzer/evaluate/walk.h"

#include "analyzer/evaluate/reason.h"
#include "analyzer/evaluate/select.h"

namespace demarc {

void Walk::go(const Found& at, Leg leg) {
  if (leg.done()) return leaves_ ? go_to_leaves(at) : end(at);
  if (at.absent()) return go_absent(at, leg);
  if (leg.name()) return enter(at, leg);
  if (at.value.is(Value::Kind::list) || at.value.is(Value::Kind::map))
    return go_on(select(world_, at, leg.selector(), item_.member), leg);
  through_other(at, leg);
}

void Walk::end(Found found) {
  if (found.absent() && !found.unwritten) found.row = nullptr;
  if (found.row && !found.unwritten) found.by_default = found.value;
  results_.push_back(found);
}

// Inside of what is not known it is not known either whether anything is set. What is said of a resource's properties as a
// whole is said of what was looked for.
void Walk::end_inside(Found found, Leg leg) {
  if (!found.trail) found.trail = rest_of(nullptr, leg);
  Unknown unknown = why_unknown(found.value, world_.arena());
  unknown.set = false;
  Value value = Value::unknown(world_.arena().store(unknown), found.value.place);
  value.sensitive = found.value.sensitive;
  found.value = value;
  end(found);
}

void Walk::end_unknown(Found found, const char* why) {
  found.value = Value::unknown(world_.arena().store(Unknown{Why::not_a_map, true, {}}), found.value.place);
  found.why = why;
  results_.push_back(found);
}

// After a step or selector that may have led to nothing.
void Walk::go_on(const Found& next, Leg leg) {
  if (next.absent()) {
    Found before = next;
    before.trail = next.trail->up;
    return go_absent(before, leg);
  }
  go(next, leg.next());
}

void Walk::enter(const Found& at, Leg leg) {
  if (at.value.is(Value::Kind::list)) return through_list(at, leg);
  if (!at.value.is(Value::Kind::map)) return through_other(at, leg);
  const Entry* entry = at.value.find(*leg.name());
  if (entry) return go_on(entry_of(world_, at, *entry), leg);
  if (collects_ && (*leg.name() == "Key" || *leg.name() == "Value") && !at.value.entries().empty())
    return through_entries(at, leg);
  go_absent(at, leg);
}

void Walk::through_list(const Found& at, Leg leg) {
  std::vector<Found> members = members_of(world_, at, false);
  if (members.empty()) return go_absent(at, leg);
  if (!collects_ && members.size() > 1) return end_unknown(at, "is a list");
  for (const Found& member : members) go(member, leg);
}

void Walk::through_entries(const Found& at, Leg leg) {
  for (const Found& member : members_of(world_, at, true)) go(member, leg);
}

// Into a text that holds JSON; nothing else has anything inside.
void Walk::through_other(const Found& at, Leg leg) {
  if (at.value.is(Value::Kind::unknown) || at.value.is(Value::Kind::reference)) return end_inside(at, leg);
  bool text = at.value.is(Value::Kind::text) || at.value.is(Value::Kind::partial);
  if (!text) return end_unknown(at, "is no map");
  if (at.value.is(Value::Kind::text) && at.value.scalar().empty()) return go_absent(at, leg);
  Found inside = at;
  inside.value = world_.texts.read(at.value, at.lasting, world_.arena());
  go(inside, leg);
}

void Walk::go_to_leaves(const Found& at) {
  if (at.value.is(Value::Kind::map)) {
    for (const Entry& entry : at.value.entries()) {
      if (entry.key == kMoreEntries) continue;
      Found leaf = entry_of(world_, at, entry);
      if (!leaf.absent()) go_to_leaves(leaf);
    }
  } else if (at.value.is(Value::Kind::list)) {
    for (const Found& member : members_of(world_, at, false)) go_to_leaves(member);
  } else if (!at.absent()) {
    end(at);
  }
}

}  // namespace demarc
