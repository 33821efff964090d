#include "analyzer/evaluate/join.h"

#include <optional>

#include "analyzer/evaluate/compare.h"
#include "analyzer/evaluate/find.h"
#include "analyzer/evaluate/open_text.h"

namespace demarc {
namespace {

constexpr Search kAsWritten = {false, false};

// A name of a resource with its properties filled in. Nothing where one of them is not written.
std::optional<OpenText> name_of(World& world, const Item& properties, const NamePattern& pattern) {
  OpenText name;
  for (const NamePattern::Token& token : pattern.tokens()) {
    if (token.anything) {
      name.add(OpenText::kAnything);
    } else if (!token.is_property) {
      name.add(token.literal);
    } else {
      Value value = find(world, properties, token.property, kAsWritten).value;
      if (value.is_null()) return std::nullopt;
      name.add_value(value);
    }
  }
  return name;
}

Truth has_name(World& world, const Value& value, const Resource& resource) {
  OpenText text;
  text.add_value(value);
  Truth result = Truth::no;
  Item properties = properties_of(resource, world);
  for (const NamePattern& pattern : world.deployment.facts(resource).names) {
    std::optional<OpenText> name = name_of(world, properties, pattern);
    if (name) result = either(result, matches(text, *name));
    if (result == Truth::yes) break;
  }
  return result;
}

Truth names_by_value(World& world, const Value& value, const Resource& resource, const std::vector<Path>& by) {
  Truth result = Truth::no;
  Item properties = properties_of(resource, world);
  for (const Path& path : by) {
    for (const Found& found : find_all(world, properties, path, kAsWritten)) {
      if (found.value.is(Value::Kind::unknown)) result = either(result, Truth::unknown);
      for (const Found& member : members_of(world, found, false)) result = either(result, same(value, member.value));
    }
  }
  return result;
}

bool names_somebody(const Reference& reference) {
  return reference.kind == Reference::Kind::resource || reference.kind == Reference::Kind::data;
}

}  // namespace

std::vector<std::string> known_names(World& world, const Resource& resource) {
  std::vector<std::string> result;
  Item properties = properties_of(resource, world);
  for (const NamePattern& pattern : world.deployment.facts(resource).names) {
    std::optional<OpenText> name = name_of(world, properties, pattern);
    if (!name || name->has_hole()) continue;
    std::string& text = result.emplace_back();
    for (OpenText::Symbol symbol : name->symbols()) text += symbol == OpenText::kAnything ? '*' : static_cast<char>(symbol);
  }
  return result;
}

std::vector<const Reference*> references_of(const Value& value) {
  std::vector<const Reference*> result;
  if (value.through) result.push_back(value.through);
  if (value.is(Value::Kind::reference)) result.push_back(&value.reference());
  if (!value.is(Value::Kind::partial)) return result;
  for (const Piece& piece : value.pieces()) {
    if (!piece.hole) continue;
    std::vector<const Reference*> inside = references_of(*piece.hole);
    result.insert(result.end(), inside.begin(), inside.end());
  }
  return result;
}

// A reference to somebody else is no name of this resource, whatever it will turn out to be; but for those who hand out
// the names of others.
Truth names_resource(World& world, const Value& value, const Resource& resource, const std::vector<Path>& by) {
  if (!by.empty()) return names_by_value(world, value, resource, by);
  Truth result = Truth::no;
  bool somebody = false;
  for (const Reference* reference : references_of(value)) {
    result = either(result, world.deployment.registry().means(*reference, resource));
    if (result == Truth::no && value.is(Value::Kind::reference) && world.deployment.registry().hands_out_names(*reference)) {
      result = Truth::unknown;
    }
    somebody = somebody || names_somebody(*reference);
  }
  if (result != Truth::no || value.is(Value::Kind::reference) || is_part(resource.type)) return result;
  if (value.is_scalar() || value.is(Value::Kind::partial)) return has_name(world, value, resource);
  const bool can_be = value.place.file == resource.name.file || world.deployment.is_handed_out(resource);
  return value.is(Value::Kind::unknown) && !somebody && can_be ? Truth::unknown : Truth::no;
}

std::vector<Found> naming_values(World& world, const Item& item, const std::vector<Paths>& via) {
  static const Path kAnywhere = [] {
    Path path;
    path.from_root = true;
    path.leaves = true;
    return path;
  }();
  std::vector<Found> result;
  const auto add = [&](const Path& path) {
    for (const Found& found : find_all(world, item, path, kAsWritten)) {
      if (found.value.is(Value::Kind::unknown) || found.value.is(Value::Kind::reference)) {
        result.push_back(found);
      } else {
        std::vector<Found> members = members_of(world, found, false);
        result.insert(result.end(), members.begin(), members.end());
      }
    }
  };
  if (via.empty()) add(kAnywhere);
  for (const Paths& typed : via) {
    if (const Path* path = path_for(typed, item.resource ? item.resource->type : std::string_view())) add(*path);
  }
  return result;
}

}  // namespace demarc
