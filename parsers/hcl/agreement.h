#pragma once

#include <optional>
#include <string_view>

#include "parsers/document/node.h"
#include "parsers/hcl/block.h"

namespace demarc {

// How many arguments of a block are written as literals that a planned block has too; nothing if one is written otherwise, so that
// the block is not the one that was planned. What is computed agrees with everything.
// Requires: text is that of the block's file.
std::optional<int> agreement(const HclBlock& block, std::string_view text, const Node& planned);

}  // namespace demarc
