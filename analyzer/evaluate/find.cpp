#include "analyzer/evaluate/find.h"

#include <algorithm>
#include <string>

#include "analyzer/evaluate/defaults.h"
#include "analyzer/evaluate/reason.h"
#include "analyzer/evaluate/select.h"

namespace demarc {
namespace {

// A place in a path: before the name of a step, or before one of its selectors.
class Leg {
 public:
  explicit Leg(const Path& path) : path_(&path) { skip_empty_name(); }

  bool done() const { return step_ == path_->steps.size(); }
  const std::string* name() const { return in_name_ ? &path_->steps[step_].name : nullptr; }
  const Selector& selector() const { return path_->steps[step_].selectors[selector_]; }

  Leg next() const {
    Leg leg = *this;
    if (leg.in_name_) {
      leg.in_name_ = false;
    } else {
      ++leg.selector_;
    }
    if (leg.selector_ == path_->steps[leg.step_].selectors.size()) {
      leg.selector_ = 0;
      leg.in_name_ = true;
      ++leg.step_;
      leg.skip_empty_name();
    }
    return leg;
  }

 private:
  void skip_empty_name() {
    if (step_ < path_->steps.size() && path_->steps[step_].name.empty() && !path_->steps[step_].selectors.empty()) in_name_ = false;
  }

  const Path* path_;
  std::size_t step_ = 0;
  std::size_t selector_ = 0;
  bool in_name_ = true;
};

class Walk {
 public:
  Walk(World& world, const Item& item, Search search, bool collects, bool leaves, std::vector<Found>& results)
      : world_(world), item_(item), search_(search), collects_(collects), leaves_(leaves), results_(results) {}

  void go(const Found& at, Leg leg) {
    if (leg.done()) return leaves_ ? go_to_leaves(at) : end(at);
    if (at.absent()) return go_absent(at, leg);
    if (leg.name()) return enter(at, leg);
    if (at.value.is(Value::Kind::list) || at.value.is(Value::Kind::map)) return go_on(select(world_, at, leg.selector(), item_.member), leg);
    through_other(at, leg);
  }

 private:
  void end(Found found) {
    if (found.absent() && !found.unwritten) found.row = nullptr;
    if (found.row && !found.unwritten) found.by_default = found.value;
    results_.push_back(found);
  }

  // Inside of what is not known it is not known either whether anything is set. What is said of a resource's properties as a
  // whole is said of what was looked for.
  void end_inside(Found found, Leg leg) {
    if (!found.trail) found.trail = rest_of(nullptr, leg);
    Unknown unknown = why_unknown(found.value, world_.arena());
    unknown.set = false;
    Value value = Value::unknown(world_.arena().store(unknown), found.value.place);
    value.sensitive = found.value.sensitive;
    found.value = value;
    end(found);
  }

  void end_unknown(Found found, const char* why) {
    found.value = Value::unknown(world_.arena().store(Unknown{Why::not_a_map, true, {}}), found.value.place);
    found.why = why;
    results_.push_back(found);
  }

  // After a step or selector that may have led to nothing.
  void go_on(const Found& next, Leg leg) {
    if (next.absent()) {
      Found before = next;
      before.trail = next.trail->up;
      return go_absent(before, leg);
    }
    go(next, leg.next());
  }

  void enter(const Found& at, Leg leg) {
    if (at.value.is(Value::Kind::list)) return through_list(at, leg);
    if (!at.value.is(Value::Kind::map)) return through_other(at, leg);
    const Entry* entry = at.value.find(*leg.name());
    if (entry) return go_on(entry_of(world_, at, *entry), leg);
    if (collects_ && (*leg.name() == "Key" || *leg.name() == "Value") && !at.value.entries().empty()) return through_entries(at, leg);
    go_absent(at, leg);
  }

  void through_list(const Found& at, Leg leg) {
    std::vector<Found> members = members_of(world_, at, false);
    if (members.empty()) return go_absent(at, leg);
    if (!collects_ && members.size() > 1) return end_unknown(at, "is a list");
    for (const Found& member : members) go(member, leg);
  }

  void through_entries(const Found& at, Leg leg) {
    for (const Found& member : members_of(world_, at, true)) go(member, leg);
  }

  // Into a text that holds JSON; nothing else has anything inside.
  void through_other(const Found& at, Leg leg) {
    if (at.value.is(Value::Kind::unknown) || at.value.is(Value::Kind::reference)) return end_inside(at, leg);
    bool text = at.value.is(Value::Kind::text) || at.value.is(Value::Kind::partial);
    if (!text) return end_unknown(at, "is no map");
    if (at.value.is(Value::Kind::text) && at.value.scalar().empty()) return go_absent(at, leg);
    Found inside = at;
    inside.value = world_.texts.read(at.value, at.lasting, world_.arena());
    go(inside, leg);
  }

  // The row of the outermost absent step decides, then those of the inner ones.
  void go_absent(Found at, Leg leg) {
    if (item_.resource && item_.resource->outside && !at.trail && !search_.attributes) return end_outside(at, leg);
    for (; !leg.done(); leg = leg.next()) {
      at.trail = world_.arena().store(absent_step(at.trail, leg));
      DefaultAnswer answer;
      if (search_.defaults && item_.resource) answer = default_of(world_, *item_.resource, at.trail, search_.attributes);
      if (!answer.row) continue;
      at.row = answer.row;
      return answer_by_row(at, leg.next(), answer);
    }
    at.value = Value::null(at.anchor);
    end(at);
  }

  void answer_by_row(Found at, Leg rest, const DefaultAnswer& answer) {
    if (world_.written_only) return end_unwritten(at, rest, answer);
    if (answer.row->known && answer.open.empty()) {
      at.value = answer.row->value;
      return go(at, rest);
    }
    at.trail = rest_of(at.trail, rest);
    std::string detail = "is not known: ";
    detail += answer.open.empty() ? std::string_view(answer.row->unknown) : answer.open;
    std::string_view kept = world_.arena().store(std::string_view(detail));
    at.value = Value::unknown(world_.arena().store(Unknown{Why::default_depends, false, kept}), at.anchor);
    end(at);
  }

  void end_unwritten(Found at, Leg rest, const DefaultAnswer& answer) {
    if (answer.row->known && answer.open.empty()) {
      std::vector<Found> found;
      world_.written_only = false;
      at.value = answer.row->value;
      Walk(world_, item_, search_, collects_, leaves_, found).go(at, rest);
      world_.written_only = true;
      if (!found.empty()) at.by_default = found[0].value;
    }
    at.trail = rest_of(at.trail, rest);
    at.value = Value::null(at.anchor);
    at.unwritten = true;
    end(at);
  }

  // Of a resource that stands in no input only what its companions say is known.
  void end_outside(Found at, Leg leg) {
    at.trail = rest_of(at.trail, leg);
    at.value = Value::unknown(world_.arena().store(Unknown{Why::outside, false, item_.resource->address}), at.anchor);
    end(at);
  }

  const Trail* rest_of(const Trail* trail, Leg leg) {
    for (; !leg.done(); leg = leg.next()) trail = world_.arena().store(absent_step(trail, leg));
    return trail;
  }

  Trail absent_step(const Trail* up, Leg leg) const {
    Trail trail;
    trail.up = up;
    trail.absent = true;
    trail.selected = leg.name() == nullptr;
    if (leg.name()) {
      trail.key = *leg.name();
      return trail;
    }
    const Selector& selector = leg.selector();
    trail.key = selector.is_item && item_.member ? item_.member->text : selector.text;
    if (!selector.field.empty()) trail.written = world_.arena().store(std::string_view(selector.field + "=" + std::string(trail.key)));
    return trail;
  }

  void go_to_leaves(const Found& at) {
    if (at.value.is(Value::Kind::map)) {
      for (const Entry& entry : at.value.entries()) {
        Found leaf = entry_of(world_, at, entry);
        if (!leaf.absent()) go_to_leaves(leaf);
      }
    } else if (at.value.is(Value::Kind::list)) {
      for (const Found& member : members_of(world_, at, false)) go_to_leaves(member);
    } else if (!at.absent()) {
      end(at);
    }
  }

  World& world_;
  const Item& item_;
  Search search_;
  bool collects_;
  bool leaves_;
  std::vector<Found>& results_;
};

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

bool is_closed(const Piece& piece) {
  return !piece.hole || piece.hole->is(Value::Kind::unknown) || piece.hole->is(Value::Kind::reference);
}

// A text whose holes no scenario fills stays the value that it is.
Value settled(World& world, const Value& raw) {
  bool closed = raw.is(Value::Kind::partial) && std::all_of(raw.pieces().begin(), raw.pieces().end(), is_closed);
  return closed ? raw : world.scenario.settle(raw);
}

// Whether a settled value points to nothing that the scenario made: only texts are put together while settling.
bool lasts(const Value& raw, const Value& value) {
  bool text = value.is(Value::Kind::text) || value.is(Value::Kind::partial);
  return !text || (raw.kind() == value.kind() && (value.is(Value::Kind::text) || raw.pieces().data() == value.pieces().data()));
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

Found entry_of(World& world, const Found& map, const Entry& entry) {
  Found found = map;
  found.value = settled(world, entry.value);
  found.lasting = map.lasting && lasts(entry.value, found.value);
  Trail trail;
  trail.up = map.trail;
  trail.key = entry.key;
  trail.written = entry.written;
  trail.place = entry.key_place;
  trail.absent = found.absent();
  found.trail = world.arena().store(trail);
  if (!found.absent() && !found.row) found.anchor = entry.key_place;
  return found;
}

std::vector<Found> members_of(World& world, const Found& found, bool entries_of_maps) {
  std::vector<Found> members;
  const auto add = [&](const Value& raw, const Value& value, std::int64_t index) {
    Found member = found;
    member.value = value;
    member.lasting = found.lasting && lasts(raw, value);
    Trail trail;
    trail.up = found.trail;
    trail.index = index;
    trail.place = raw.place;
    member.trail = world.arena().store(trail);
    if (!found.row) member.anchor = value.place;
    members.push_back(member);
  };
  if (found.value.is(Value::Kind::list)) {
    std::int64_t index = 0;
    for (const Value& raw : found.value.items()) {
      Value value = settled(world, raw);
      if (!value.is_null()) add(raw, value, index);
      ++index;
    }
  } else if (entries_of_maps && found.value.is(Value::Kind::map)) {
    for (const Entry& entry : found.value.entries()) {
      Found value = entry_of(world, found, entry);
      if (value.absent()) continue;
      const Entry pair[] = {{"Key", ".", entry.key_place, Value::text(entry.key, entry.key_place)}, {"Value", ".", entry.key_place, value.value}};
      value.value = Value::map(world.arena().store(std::span<const Entry>(pair)), entry.key_place);
      members.push_back(value);
    }
  } else if (!found.absent() && !found.value.is(Value::Kind::unknown) && !found.value.is(Value::Kind::reference)) {
    members.push_back(found);
  }
  return members;
}

}  // namespace demarc
