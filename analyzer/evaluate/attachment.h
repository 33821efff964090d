#pragma once

#include <cstdint>
#include <vector>

#include "analyzer/evaluate/parentage.h"
#include "analyzer/policy/catalog.h"
#include "parsers/graph/resource.h"

namespace demarc {

// A companion of a parent, and what in it names the parent: of a list the members that may.
struct Attachment {
  std::uint32_t companion = 0;
  std::vector<Value> naming;
};

// Puts the companions of one row into a parent: into its properties, and among its parts. A companion's condition, and a choice
// of whom it names, guard what it says.
void attach(ResourceGraph& graph, std::uint32_t parent, const CompanionRow& row, const std::vector<Attachment>& companions,
            const Parentage& parentage);

// Makes what a companion may set in a parent, and is not proven to, unknown. `proven`: other companions of the row are its own.
void leave_open(ResourceGraph& graph, std::uint32_t parent, const CompanionRow& row, std::uint32_t companion, bool proven);

}  // namespace demarc
