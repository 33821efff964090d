#pragma once

#include <string_view>

#include "analyzer/evaluate/found.h"
#include "analyzer/evaluate/world.h"

namespace demarc {

// Whether a resource holds sensitive data, by the classification of its input (POLICY-LANGUAGE, section 5): a tag or a name
// says so. What says it, or what is not known.
struct Sensitivity {
  Truth truth = Truth::no;
  Found found;
};
Sensitivity sensitivity_of(World& world, const Resource& resource);

// The severity of what a policy finds on a resource (null: the deployment), by the class of its data. Where the class is not
// known, the graver of the two.
Severity severity_of(World& world, const Policy& policy, const Resource* resource);

}  // namespace demarc
