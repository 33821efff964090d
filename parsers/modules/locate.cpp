#include "parsers/modules/locate.h"

#include <algorithm>

#include "parsers/terraform/address.h"

namespace demarc {
namespace {

std::string_view text_at(const SourceFile& file, Range range) { return file.text().substr(range.begin, range.end - range.begin); }

Place place(const ModuleBlock& at, Range range) { return {at.source->id(), range}; }

bool has_alias(const ModuleBlock& provider, std::string_view alias) {
  std::string_view written;
  for (const HclAttribute& attribute : provider.block->attributes) {
    if (attribute.name == "alias") written = text_at(*provider.source, attribute.value);
  }
  if (alias.empty() || written.empty()) return alias.empty() == written.empty();
  return written.size() == alias.size() + 2 && written.substr(1, alias.size()) == alias;
}

std::vector<ModuleBlock> candidates(const Module& module, const PlanPath& path) {
  std::vector<ModuleBlock> blocks = blocks_of(module, path.type, path.labels);
  if (path.type == "provider") std::erase_if(blocks, [&](const ModuleBlock& each) { return !has_alias(each, path.alias); });
  return blocks;
}

// The block that is no override. A folder that has it twice is no module, and does not tell which was planned.
const ModuleBlock* declared(const std::vector<ModuleBlock>& blocks) {
  const ModuleBlock* found = nullptr;
  for (const ModuleBlock& block : blocks) {
    if (is_override(block.source->name())) continue;
    if (found != nullptr) return nullptr;
    found = &block;
  }
  return found;
}

struct Found {
  ModuleBlock block;
  HclFound found;
};

// Where several files speak of one block, the first that writes the argument whole counts, else the first that begins it.
std::optional<Found> find_argument(const std::vector<ModuleBlock>& blocks, const std::vector<HclStep>& steps) {
  std::optional<Found> best;
  for (const ModuleBlock& block : blocks) {
    std::optional<HclFound> found = find_in_block(*block.block, block.source->text(), steps);
    if (found && (!best || (found->whole && !best->found.whole))) best = Found{block, *found};
  }
  return best;
}

// The data source whose attribute an argument is, written data.TYPE.NAME.json or data.TYPE.NAME[0].json.
std::optional<Found> find_in_data(const Module& module, const Found& argument, const std::vector<HclStep>& steps) {
  std::string_view text = text_at(*argument.block.source, argument.found.range);
  if (!text.starts_with("data.") || text.find_first_of(" \t\n(?+") != std::string_view::npos) return std::nullopt;
  Address address = parse_address(text);
  return find_argument(blocks_of(module, "data", {address.type, address.name}), steps);
}

}  // namespace

std::optional<Place> locate(ModuleTree& modules, const PlanPath& path, std::string_view further) {
  ModuleTree::Reached reached = modules.follow(path.module);
  if (reached.module == nullptr) return std::nullopt;
  if (reached.call.block != nullptr) return place(reached.call, reached.call.block->header);
  std::vector<ModuleBlock> blocks = candidates(*reached.module, path);
  const ModuleBlock* block = declared(blocks);
  if (block == nullptr) return std::nullopt;
  const Place header = place(*block, block->block->header);
  if (path.steps.empty()) return header;
  std::vector<HclStep> into = hcl_steps(further);
  std::vector<HclStep> steps = path.steps;
  steps.insert(steps.end(), into.begin(), into.end());
  std::optional<Found> found = find_argument(blocks, steps);
  if (!found) return header;
  if (!into.empty() && !found->found.whole) {
    if (std::optional<Found> data = find_in_data(*reached.module, *found, into)) found = data;
  }
  return place(found->block, found->found.range);
}

}  // namespace demarc
