#include "analyzer/evaluate/spread.h"

#include "parsers/graph/condition.h"

namespace demarc {
namespace {

constexpr std::size_t kMostEmbedded = 8;  // texts within texts

class Spread {
 public:
  Spread(const Path& path, EmbeddedTexts& texts, const Visit& visit) : path_(path), texts_(texts), visit_(visit) {}

  void go(const Value& from, std::size_t step, std::size_t embedded = 0) {
    each_possible(from, [&](const Value& value) { enter(value, step, embedded); });
  }

 private:
  void enter(const Value& value, std::size_t step, std::size_t embedded) {
    if (value.is(Value::Kind::list)) {
      for (const Value& member : value.items()) go(member, step, embedded);
    } else if (step == path_.steps.size()) {
      if (path_.leaves) {
        each_possible_leaf(value, visit_);
      } else {
        visit_(value);
      }
    } else if (value.is(Value::Kind::map)) {
      enter_map(value, step, embedded);
    } else if (value.is(Value::Kind::text) || value.is(Value::Kind::partial)) {
      if (embedded < kMostEmbedded) go(texts_.read(value, true, unused_), step, embedded + 1);
    } else {
      visit_(value);
    }
  }

  // Whatever a selector may pick.
  void enter_map(const Value& map, std::size_t step, std::size_t embedded) {
    const Step& leg = path_.steps[step];
    const Entry* entry = map.find(leg.name);
    if (!leg.selectors.empty() && !leg.name.empty() && entry) return each_possible_leaf(entry->value, visit_);
    if (leg.name.empty()) return each_possible_leaf(map, visit_);
    if (entry) return go(entry->value, step + 1, embedded);
    if (leg.name != "Key" && leg.name != "Value") return;
    for (const Entry& each : map.entries()) go(each.value, path_.steps.size(), embedded);
  }

  const Path& path_;
  EmbeddedTexts& texts_;
  const Visit& visit_;
  Arena unused_;
};

}  // namespace

void each_possible(const Value& value, const Visit& visit) {
  if (value.is_null()) return;
  if (value.is(Value::Kind::choice)) {
    for (const Alternative& alternative : value.alternatives()) each_possible(alternative.value, visit);
    return;
  }
  visit(value);
  if (!value.is(Value::Kind::variable)) return;
  for (const Value& each : value.variable().class_values) each_possible(each, visit);
  if (value.variable().by_default < 0) each_possible(value.variable().value, visit);
}

void each_possible_at(const Value& from, const Path& path, EmbeddedTexts& texts, const Visit& visit) {
  Spread(path, texts, visit).go(from, 0);
}

void each_possible_leaf(const Value& from, const Visit& visit) {
  each_possible(from, [&](const Value& value) {
    if (value.is(Value::Kind::list)) {
      for (const Value& member : value.items()) each_possible_leaf(member, visit);
    } else if (value.is(Value::Kind::map)) {
      for (const Entry& entry : value.entries()) each_possible_leaf(entry.value, visit);
    } else {
      visit(value);
    }
  });
}

std::vector<const Reference*> references_in(const Value& value) {
  std::vector<const Reference*> result;
  if (value.through) result.push_back(value.through);
  if (value.is(Value::Kind::reference)) result.push_back(&value.reference());
  if (value.is(Value::Kind::variable) && value.variable().reference) result.push_back(value.variable().reference);
  if (value.is(Value::Kind::partial)) {
    for (const Piece& piece : value.pieces()) {
      if (!piece.hole) continue;
      each_possible(*piece.hole, [&](const Value& hole) {
        if (hole.is(Value::Kind::partial)) return;
        std::vector<const Reference*> inside = references_in(hole);
        result.insert(result.end(), inside.begin(), inside.end());
      });
    }
  }
  return result;
}

}  // namespace demarc
