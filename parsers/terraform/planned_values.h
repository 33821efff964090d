#pragma once

#include "parsers/document/node.h"
#include "parsers/text/arena.h"

namespace demarc {

// A plan without resource_changes still has its planned_values: the same resources as a list of changes without actions and
// without after_unknown. https://developer.hashicorp.com/terraform/internals/json-format#values-representation
Node changes_of_planned_values(const Node& plan, Arena& arena);

}  // namespace demarc
