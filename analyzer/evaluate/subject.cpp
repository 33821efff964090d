#include "analyzer/evaluate/subject.h"

#include "analyzer/evaluate/find.h"
#include "analyzer/evaluate/select.h"

namespace demarc {
namespace {

std::string_view type_of(const Item& item) { return item.resource ? item.resource->type : std::string_view(); }

Found nowhere(const Item& item) {
  Found found;
  found.anchor = item.anchor;
  found.trail = item.trail;
  return found;
}

Found find_tag(World& world, const Item& item, const Literal& tag) {
  Found found = nowhere(item);
  if (!item.resource) return found;
  Item root = properties_of(*item.resource, world);
  root.member = item.member;
  for (const std::string& property : world.deployment.facts(*item.resource).tags) {
    Path& path = world.tag_paths.emplace_back();
    path.steps.push_back({property, {{{}, tag.text, tag.is_item}}});
    found = find(world, root, path, {false, false});
    if (!found.absent()) break;
  }
  return found;
}

}  // namespace

SubjectFound find_subject(World& world, const Item& item, const Subject& subject, bool defaults) {
  SubjectFound result{nowhere(item), {}};
  if (subject.kind == Subject::Kind::tag) {
    result.found = find_tag(world, item, subject.tag);
  } else if (subject.kind == Subject::Kind::lookup) {
    result.found = look_up(world, item, subject.lookup, result.key);
  } else if (const Path* path = path_for(subject.paths, type_of(item))) {
    result.found = find(world, item, *path, {defaults, subject.kind == Subject::Kind::attribute});
  }
  return result;
}

std::vector<Found> find_subjects(World& world, const Item& item, const Subject& subject, bool defaults) {
  bool path_like = subject.kind == Subject::Kind::property || subject.kind == Subject::Kind::attribute;
  if (!path_like) return {find_subject(world, item, subject, defaults).found};
  const Path* first = path_for(subject.paths, type_of(item));
  if (!first) return {nowhere(item)};
  const Search search{defaults, subject.kind == Subject::Kind::attribute};
  std::vector<Found> all = find_all(world, item, *first, search);
  for (const TypedPath& typed : subject.paths) {
    if (&typed.path == first || typed.type != type_of(item)) continue;
    std::vector<Found> more = find_all(world, item, typed.path, search);
    all.insert(all.end(), more.begin(), more.end());
  }
  return all;
}

Value named_value(World& world, const Value& value) {
  if (!value.is(Value::Kind::reference)) return value;
  const Reference& reference = value.reference();
  if (!reference.attribute.empty() && reference.attribute != "id" && reference.attribute != "name") return value;
  std::vector<std::uint32_t> referents = world.deployment.registry().referents(reference);
  if (referents.size() != 1) return value;
  const Resource& referent = world.deployment.resources()[referents[0]];
  const std::optional<Path>& name = world.deployment.facts(referent).physical_name;
  if (!name) return value;
  Value written = find(world, properties_of(referent, world), *name, {false, false}).value;
  if (!written.is_scalar() && !written.is(Value::Kind::partial)) return value;
  written.place = value.place;
  written.through = &reference;
  return written;
}

}  // namespace demarc
