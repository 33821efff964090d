#include <string>

#include "analyzer/evaluate/walk.h"

namespace demarc {

namespace {

// Who may bring what a map does not have: a macro, or a loop whose rounds are not known.
const Unknown* who_may_add(const Value& map) {
  if (!map.is(Value::Kind::map)) return nullptr;
  for (const Entry& entry : map.entries()) {
    if (entry.key.starts_with("Fn::") && entry.value.is(Value::Kind::unknown) && entry.value.unknown().why == Why::macro)
      return &entry.value.unknown();
  }
  return nullptr;
}

}  // namespace

// The row of the outermost absent step decides, then those of the inner ones.
void Walk::go_absent(Found at, Leg leg) {
  if (item_.resource && item_.resource->outside && !at.trail && !search_.attributes) return end_outside(at, leg);
  if (const Unknown* macro = who_may_add(at.value)) return end_by_macro(at, leg, *macro);
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

void Walk::answer_by_row(Found at, Leg rest, const DefaultAnswer& answer) {
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

void Walk::end_unwritten(Found at, Leg rest, const DefaultAnswer& answer) {
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
void Walk::end_outside(Found at, Leg leg) {
  at.trail = rest_of(at.trail, leg);
  at.value = Value::unknown(world_.arena().store(Unknown{Why::outside, false, item_.resource->address}), at.anchor);
  end(at);
}

void Walk::end_by_macro(Found at, Leg leg, const Unknown& macro) {
  at.trail = rest_of(at.trail, leg);
  at.value = Value::unknown(world_.arena().store(Unknown{Why::macro, false, macro.detail}), at.anchor);
  end(at);
}

const Trail* Walk::rest_of(const Trail* trail, Leg leg) {
  for (; !leg.done(); leg = leg.next()) trail = world_.arena().store(absent_step(trail, leg));
  return trail;
}

Trail Walk::absent_step(const Trail* up, Leg leg) const {
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
  if (!selector.field.empty())
    trail.written = world_.arena().store(std::string_view(selector.field + "=" + std::string(trail.key)));
  return trail;
}

}  // namespace demarc
