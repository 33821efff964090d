#include "analyzer/evaluate/items.h"

#include <algorithm>
#include <variant>

#include "analyzer/evaluate/find.h"

namespace demarc {

namespace {

bool speaks_of_fields(const Paths& paths) {
  return std::any_of(paths.begin(), paths.end(), [](const TypedPath& typed) {
    const Path& path = typed.path;
    if (path.from_root || path.steps.empty() || path.steps[0].name.empty()) return false;
    return path.steps[0].name != "Key" && path.steps[0].name != "Value";
  });
}

bool speaks_of_fields(const Subject& subject) {
  return speaks_of_fields(subject.paths) ||
         std::any_of(subject.lookup.by.begin(), subject.lookup.by.end(), [](const Paths& by) { return speaks_of_fields(by); });
}

bool any_speaks_of_fields(std::initializer_list<const Test*> tests) {
  return std::any_of(tests.begin(), tests.end(), [](const Test* test) { return test && speaks_of_fields(*test); });
}

}  // namespace

bool speaks_of_fields(const Test& test) {
  if (const auto* combination = std::get_if<Combination>(&test.form)) {
    const std::vector<Test>& tests = combination->tests;
    return std::any_of(tests.begin(), tests.end(), [](const Test& each) { return speaks_of_fields(each); });
  }
  if (const auto* value_test = std::get_if<ValueTest>(&test.form)) return speaks_of_fields(value_test->subject);
  if (const auto* quantifier = std::get_if<Quantifier>(&test.form)) return speaks_of_fields(quantifier->paths);
  const auto* relation = std::get_if<Relation>(&test.form);
  return relation && relation->direction == Relation::Direction::refers_to &&
         std::any_of(relation->via.begin(), relation->via.end(), [](const Paths& via) { return speaks_of_fields(via); });
}

Items items_at(World& world, const Item& from, const Paths& paths, std::initializer_list<const Test*> tests) {
  Items result;
  result.whole.anchor = from.anchor;
  result.whole.trail = from.trail;
  const Path* path = path_for(paths, from.resource ? from.resource->type : std::string_view());
  if (!path) return result;
  bool first = true;
  for (const Found& found : find_all(world, from, *path)) {
    if (first || (result.whole.absent() && !found.absent())) result.whole = found;
    first = false;
    if (found.value.is(Value::Kind::unknown)) {
      result.open = true;
      result.unknown = found;
    } else if (found.value.is(Value::Kind::reference)) {
      result.items.push_back(found);
    } else {
      bool entries = found.value.is(Value::Kind::map) && !any_speaks_of_fields(tests);
      std::vector<Found> members = members_of(world, found, entries);
      result.items.insert(result.items.end(), members.begin(), members.end());
    }
  }
  return result;
}

}  // namespace demarc
