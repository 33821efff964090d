#pragma once

#include "parsers/document/node.h"
#include "parsers/graph/value.h"
#include "parsers/text/arena.h"

namespace demarc {

// The value that a node of a document stands for; nulls inside maps are left out. What the node points to must outlive the arena.
Value value_of_node(const Node& node, FileId file, bool sensitive, Arena& arena);

}  // namespace demarc
