#pragma once

#include "analyzer/evaluate/found.h"
#include "analyzer/evaluate/world.h"

namespace demarc {

// The first row of defaults that speaks for what a trail leads to in a resource, in this world and on the day of the run;
// null if there is none. Where it hangs on something unknown whether a row speaks, `open` names what.
struct DefaultAnswer {
  const DefaultRow* row = nullptr;
  std::string_view open;  // in the scenario's arena
};
DefaultAnswer default_of(World& world, const Resource& resource, const Trail* trail, bool attribute);

}  // namespace demarc
