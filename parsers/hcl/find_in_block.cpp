#include <span>

#include "parsers/hcl/agreement.h"
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

// The blocks that a step may mean, those of its name and the dynamic ones that make such, in the order of the source.
std::vector<Chosen> blocks_named(const HclBlock& block, std::string_view name) {
  std::vector<Chosen> found;
  for (const HclBlock& each : block.blocks) {
    if (same_key(each.type, name)) found.push_back({&each, false});
    if (each.type == "dynamic" && !each.labels.empty() && each.labels.front() == name) found.push_back({&each, true});
  }
  return found;
}

// Those that agree best with what was planned.
std::vector<Chosen> agreeing(const std::vector<Chosen>& blocks, std::string_view text, const Node& planned) {
  std::vector<Chosen> best;
  int most = -1;
  for (const Chosen& each : blocks) {
    const HclBlock* body = each.dynamic ? content_of(*each.block) : each.block;
    const std::optional<int> agrees = body == nullptr ? 0 : agreement(*body, text, planned);
    if (!agrees || *agrees < most) continue;
    if (*agrees > most) best.clear();
    most = *agrees;
    best.push_back(each);
  }
  return best;
}

// The block that a step means: the one that agrees with what was planned, else that of its index; what is past the written ones
// comes from a dynamic block, if there is only one.
Chosen block_named(const HclBlock& block, std::string_view text, const HclStep& step) {
  std::vector<Chosen> blocks = blocks_named(block, step.name);
  if (step.planned != nullptr) {
    std::vector<Chosen> best = agreeing(blocks, text, *step.planned);
    if (best.size() == 1) return best.front();
  }
  const Chosen* dynamic = nullptr;
  bool several = false;
  std::size_t left = step.index.value_or(0);
  for (const Chosen& each : blocks) {
    if (each.dynamic) {
      several = dynamic != nullptr;
      dynamic = &each;
    } else if (dynamic == nullptr && left-- == 0) {
      return each;
    }
  }
  return dynamic == nullptr || several ? Chosen{} : *dynamic;
}

std::optional<HclFound> find(const HclBlock& block, std::string_view text, Steps steps) {
  const HclStep& step = steps.front();
  if (const HclAttribute* attribute = attribute_named(block, step.name)) {
    return find_in_expression(*attribute, text, step.index, steps.subspan(1));
  }
  const Chosen chosen = block_named(block, text, step);
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
