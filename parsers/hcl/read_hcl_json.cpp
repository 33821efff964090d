#include <array>
#include <utility>

#include "parsers/document/read.h"
#include "parsers/hcl/read.h"

namespace demarc {
namespace {

// How many labels a block of the top level has.
// https://developer.hashicorp.com/terraform/language/syntax/json#block-type-specific-exceptions
constexpr std::array<std::pair<std::string_view, int>, 8> kLabels = {{
    {"resource", 2}, {"data", 2}, {"ephemeral", 2}, {"module", 1}, {"variable", 1}, {"output", 1}, {"provider", 1}, {"check", 1},
}};

int labels_of(std::string_view type) {
  for (const auto& [name, labels] : kLabels) {
    if (name == type) return labels;
  }
  return 0;
}

// A body, or each of a list of bodies, below `labels` levels of keys.
void add_blocks(const HclBlock& named, Range key, const Node& value, int labels, std::vector<HclBlock>& into) {
  if (value.kind == NodeKind::list) {
    for (const Node& item : value.items()) {
      if (item.kind == NodeKind::map) add_blocks(named, key, item, labels, into);
    }
    return;
  }
  if (value.kind != NodeKind::map) return;
  HclBlock block = named;
  if (labels > 0) {
    for (const Member& member : value.members()) {
      block.labels.push_back(member.key);
      add_blocks(block, member.key_range, member.value, labels - 1, into);
      block.labels.pop_back();
    }
    return;
  }
  block.header = key;
  block.range = {key.begin, value.range.end};
  for (const Member& member : value.members()) {
    block.attributes.push_back({member.key, member.key_range, member.value.range, &member.value});
  }
  into.push_back(std::move(block));
}

}  // namespace

HclFile read_hcl_json(const SourceFile& file) {
  HclFile into;
  into.file = file.id();
  into.root.range = {0, static_cast<std::uint32_t>(file.text().size())};
  Result<Document> document = read_json(file);
  if (!document) {
    const Error& error = document.error();
    into.notes.push_back({"malformed", error.message, {file.id(), error.range.value_or(Range{})}, error.range.has_value()});
    return into;
  }
  for (const Member& member : document->root.kind == NodeKind::map ? document->root.members() : std::span<const Member>()) {
    HclBlock block;
    block.type = member.key;
    add_blocks(block, member.key_range, member.value, labels_of(member.key), into.root.blocks);
  }
  into.notes = std::move(document->notes);
  into.arena = std::move(document->arena);
  return into;
}

}  // namespace demarc
