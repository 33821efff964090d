#include <span>

#include "parsers/hcl/expression.h"
#include "parsers/hcl/find.h"

namespace demarc {
namespace {

using Steps = std::span<const HclStep>;

const HclAttribute* attribute_named(const HclBlock& block, std::string_view name) {
  for (const HclAttribute& attribute : block.attributes) {
    if (attribute.name == name) return &attribute;
  }
  return nullptr;
}

const HclBlock* content_of(const HclBlock& dynamic) {
  for (const HclBlock& block : dynamic.blocks) {
    if (block.type == "content") return &block;
  }
  return nullptr;
}

struct Chosen {
  const HclBlock* block = nullptr;
  bool dynamic = false;
};

// The block that a step means: that of its index among those of its name; what is past them comes from a dynamic block, the
// only one there is.
Chosen block_named(const HclBlock& block, const HclStep& step) {
  std::size_t left = step.index.value_or(0);
  const HclBlock* dynamic = nullptr;
  bool several = false;
  for (const HclBlock& each : block.blocks) {
    if (each.type == step.name) {
      if (dynamic == nullptr && left-- == 0) return {&each, false};
    } else if (each.type == "dynamic" && !each.labels.empty() && each.labels.front() == step.name) {
      several = dynamic != nullptr;
      dynamic = &each;
    }
  }
  return {several ? nullptr : dynamic, true};
}

std::optional<HclFound> find(const HclBlock& block, std::string_view text, Steps steps) {
  const HclStep& step = steps.front();
  if (const HclAttribute* attribute = attribute_named(block, step.name)) {
    return find_in_expression(*attribute, text, step.index, steps.subspan(1));
  }
  const Chosen chosen = block_named(block, step);
  if (chosen.block == nullptr) return std::nullopt;
  HclFound found{chosen.block->header, steps.size() == 1, chosen.dynamic};
  const HclBlock* body = chosen.dynamic ? content_of(*chosen.block) : chosen.block;
  if (steps.size() == 1 || body == nullptr) return found;
  std::optional<HclFound> deeper = find(*body, text, steps.subspan(1));
  if (!deeper) return found;
  deeper->dynamic |= chosen.dynamic;
  return deeper;
}

}  // namespace

std::optional<HclFound> find_in_block(const HclBlock& block, std::string_view text, const std::vector<HclStep>& steps) {
  return find(block, text, steps);
}

}  // namespace demarc
