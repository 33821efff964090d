#pragma once

#include <span>
#include <vector>

#include "parsers/document/node.h"

namespace demarc {

// Which of the written blocks each planned one comes from; null where that is not certain (dynamic blocks stand in no
// configuration, sets have an order of their own). Blocks are told apart by their constants.
std::vector<const Node*> match_blocks(std::span<const Node> written, std::span<const Node> planned, std::size_t count);

}  // namespace demarc
