#include "analyzer/policy/mistakes.h"

namespace demarc {
namespace {

constexpr std::size_t kLongest = 60;

std::string shortened(std::string_view text) {
  if (text.size() <= kLongest) return std::string(text);
  std::size_t end = kLongest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(text.substr(0, end)) + "…";
}

}  // namespace

std::string described(const Node& node) {
  switch (node.kind) {
    case NodeKind::null: return "nothing";
    case NodeKind::list: return "a list";
    case NodeKind::map: return "a map";
    case NodeKind::boolean:
    case NodeKind::number: return shortened(node.text());
    case NodeKind::text: break;
  }
  return "\"" + shortened(node.text()) + "\"";
}

Range head_of(const Node& node) {
  if (node.kind == NodeKind::map && node.size() > 0) return node.members()[0].key_range;
  if (node.kind == NodeKind::list && node.size() > 0) return {node.range.begin, node.range.begin + 1};
  return node.range;
}

}  // namespace demarc
