#pragma once

#include <deque>

#include "analyzer/evaluate/deployment.h"
#include "analyzer/evaluate/embedded_texts.h"
#include "analyzer/evaluate/found.h"
#include "analyzer/policy/evidence.h"
#include "analyzer/policy/path.h"
#include "parsers/graph/scenario.h"
#include "parsers/graph/truth.h"

namespace demarc {

// Everything that a test may ask: the deployment as it is in one scenario, and where in a policy the test stands.
struct World {
  const Deployment& deployment;
  Scenario& scenario;
  EmbeddedTexts& texts;
  std::deque<Evidence> evidence;  // addresses are stable
  std::deque<Path> tag_paths;     // made on the way; trails point into them

  bool written_only = false;  // here no rows of defaults are asked
  Truth failing = Truth::no;  // the truth of a test here that drives the policy towards fail
  int depth = 0;              // of tests within tests; see kDeepest

  static constexpr int kDeepest = 64;

  Arena& arena() { return scenario.arena(); }
};

// The properties of a resource as an item.
Item properties_of(const Resource& resource, World& world);
Item attributes_of(const Resource& resource, World& world);

// An item of its own from what was found.
Item item_of(const Item& owner, const Found& found);

// Whether a resource is part of the deployment in this world.
bool is_created(const Resource& resource, Scenario& scenario);

}  // namespace demarc
