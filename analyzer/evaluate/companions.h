#pragma once

#include "analyzer/evaluate/registry.h"
#include "analyzer/policy/catalog.h"
#include "parsers/graph/resource.h"

namespace demarc {

// Makes every companion part of each parent that it names, as the table `companions` says: an item of a list, the value of a
// property (which wins over what the parent writes itself), or entries among the parent's own. Where a companion may belong to
// a parent and that cannot be shown, the parent's property becomes unknown instead of staying absent. A parent that stands in
// no input is added to the graph, marked as outside. A graph whose companions are merged already stays as it is.
// Requires: the registry knows the graph.
void merge_companions(ResourceGraph& graph, const Catalog& catalog, const Registry& registry);

}  // namespace demarc
