#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parsers/document/node.h"
#include "parsers/hcl/find.h"

namespace demarc {

// What a place in a plan speaks of, in the words of its source.
struct PlanPath {
  std::string module;                    // module.a.module.b, without indices
  std::string_view type;                 // of the block: resource, data, variable, provider
  std::vector<std::string_view> labels;  // of the block
  std::string_view alias;                // of a provider
  std::vector<HclStep> steps;            // to the argument; empty: the block
  bool inside = false;                   // the place is inside of a text: of JSON, or a part of a longer text
};

// Requires: root is the plan's; at is an offset into it. Nothing where that speaks of no block.
// https://developer.hashicorp.com/terraform/internals/json-format
std::optional<PlanPath> path_in_plan(const Node& root, Range at);

}  // namespace demarc
