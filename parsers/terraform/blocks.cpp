#include "parsers/terraform/blocks.h"

#include <algorithm>

#include "parsers/terraform/configuration.h"

namespace demarc {
namespace {

// More blocks than this are only matched by their order: each would be compared with each.
constexpr std::size_t kMostBlocks = 64;

bool may_be(const Node& constant, const Node& planned) {
  if (!constant.is_scalar() || !planned.is_scalar()) return true;
  if (constant.kind == NodeKind::null || planned.kind == NodeKind::null) return true;
  return constant.text() == planned.text();
}

// Whether no constant of a written block contradicts a planned one.
bool may_come_from(const Node& written, const Node& planned) {
  if (written.kind != NodeKind::map || planned.kind != NodeKind::map) return true;
  return std::all_of(written.members().begin(), written.members().end(), [&](const Member& member) {
    const Node* constant = member_of(&member.value, "constant_value");
    const Node* value = planned.find(member.key);
    return constant == nullptr || value == nullptr || may_be(*constant, *value);
  });
}

const Node* only_source(std::span<const Node> written, const Node& planned) {
  const Node* found = nullptr;
  for (const Node& block : written) {
    if (!may_come_from(block, planned)) continue;
    if (found != nullptr) return nullptr;
    found = &block;
  }
  return found;
}

}  // namespace

std::vector<const Node*> match_blocks(std::span<const Node> written, std::span<const Node> planned, std::size_t count) {
  std::vector<const Node*> result(count, nullptr);
  bool in_order = written.size() == count;
  for (std::size_t at = 0; in_order && at < std::min(count, planned.size()); ++at)
    in_order = may_come_from(written[at], planned[at]);
  if (in_order) {
    for (std::size_t at = 0; at < count; ++at) result[at] = &written[at];
    return result;
  }
  if (written.size() > kMostBlocks || count > kMostBlocks) return result;
  for (std::size_t at = 0; at < std::min(count, planned.size()); ++at) result[at] = only_source(written, planned[at]);
  return result;
}

}  // namespace demarc
