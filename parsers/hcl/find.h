#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "parsers/hcl/block.h"

namespace demarc {

// One step of a path into a block: an argument, block or key; `index` where a list item is meant, and what was planned for it, if
// that is known: blocks may be a set, in an order that is not that of the source.
struct HclStep {
  std::string_view name = {};
  std::optional<std::size_t> index = std::nullopt;
  const Node* planned = nullptr;
};

// Keys and names of JSON documents are read alike whatever their letters' case.
bool same_key(std::string_view a, std::string_view b);

// `ingress[1].cidr_blocks[0]` as steps; keys in brackets and quotes are steps of their own: tags["a.b"].
// What stands in parentheses or cannot be read ends the path.
std::vector<HclStep> hcl_steps(std::string_view path);

// What a path leads to, as deep as it is written out.
struct HclFound {
  Range range;               // the value, or the header of a block
  bool whole = false;        // all steps were found
  bool dynamic = false;      // it stands in a dynamic block, which may make any number of it
};

// Requires: text is that of the block's file; steps is not empty. Nothing if not even the first step is there.
std::optional<HclFound> find_in_block(const HclBlock& block, std::string_view text, const std::vector<HclStep>& steps);

}  // namespace demarc
