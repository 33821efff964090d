#include "parsers/embedded/embedded.h"

#include <string>
#include <vector>

#include "tree_check.h"

using namespace demarc;

namespace {

void check_value(const Value& value, std::size_t size) {
  if (value.place.range.begin > value.place.range.end || value.place.range.end > size) __builtin_trap();
  if (value.is(Value::Kind::list)) {
    for (const Value& item : value.items()) check_value(item, size);
  } else if (value.is(Value::Kind::map)) {
    for (const Entry& entry : value.entries()) check_value(entry.value, size);
  }
}

// The text with each ${ } as a hole.
Value with_holes(std::string_view text, Place place, const Unknown& why, Arena& arena) {
  std::vector<Piece> pieces;
  std::size_t literal = 0;
  for (std::size_t at = text.find("${"); at != std::string_view::npos; at = text.find("${", literal)) {
    std::size_t close = text.find('}', at);
    if (close == std::string_view::npos) break;
    if (at > literal) pieces.push_back({text.substr(literal, at - literal), nullptr});
    pieces.push_back({{}, arena.store(Value::unknown(&why, place))});
    literal = close + 1;
  }
  if (literal < text.size()) pieces.push_back({text.substr(literal), nullptr});
  return Value::partial(arena.store(pieces), place);
}

void check_texts(const Node& node, const Sources& sources, Arena& arena) {
  const Unknown why;
  if (node.kind == NodeKind::list) {
    for (const Node& item : node.items()) check_texts(item, sources, arena);
  } else if (node.kind == NodeKind::map) {
    for (const Member& member : node.members()) check_texts(member.value, sources, arena);
  } else if (node.kind == NodeKind::text) {
    Place place{0, node.range};
    check_value(read_embedded(Value::text(node.text(), place), sources, arena), sources[0].text().size());
    check_value(read_embedded(with_holes(node.text(), place, why, arena), sources, arena), sources[0].text().size());
  }
}

}  // namespace

// Every text of a document is read as if a document stood in it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Result<std::string> text = decode(std::string(reinterpret_cast<const char*>(data), size));
  if (!text) return 0;
  Sources sources;
  const SourceFile& file = sources.add("input", std::move(*text));
  Limits limits;
  limits.depth = 50;
  limits.alias_nodes = 1'000;
  Result<Document> document = read_document(file, limits);
  if (!document) return 0;
  Arena arena;
  check_texts(document->root, sources, arena);
  return 0;
}
