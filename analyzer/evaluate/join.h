#pragma once

#include <string>
#include <vector>

#include "analyzer/evaluate/world.h"
#include "analyzer/policy/test.h"
#include "parsers/graph/truth.h"

namespace demarc {

// Whether a settled value names a resource (POLICY-LANGUAGE, section 5): as a reference to it, alone or as a hole in a text, or
// by one of its known names; `by`: by what stands at these paths of the resource.
Truth names_resource(World& world, const Value& value, const Resource& resource, const std::vector<Path>& by);

// The names, ARNs and ARN patterns of a resource that are known in this world; `*` stands for what is not written.
std::vector<std::string> known_names(World& world, const Resource& resource);

// The references that a value is or holds, those that it came through included.
std::vector<const Reference*> references_of(const Value& value);

// What a resource names in this world at paths of its type, or anywhere; absent ones are left out.
std::vector<Found> naming_values(World& world, const Item& item, const std::vector<Paths>& via);

}  // namespace demarc
