#include "tree_check.h"

#include <cstdlib>
#include <string>

#include "parsers/document/pack.h"

namespace demarc {
namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check_range(Range range, std::size_t size) { require(range.begin <= range.end && range.end <= size); }

void check_node(const Node& node, std::size_t size) {
  check_range(node.range, size);
  if (node.is_scalar()) {
    volatile std::size_t length = std::string(node.text()).size();
    (void)length;
  } else if (node.kind == NodeKind::list) {
    for (const Node& item : node.items()) check_node(item, size);
  } else {
    for (const Member& member : node.members()) {
      check_range(member.key_range, size);
      require(node.find(member.key) != nullptr);
      check_node(member.value, size);
    }
  }
}

// Without aliases and merges, what is inside lies inside, and what comes later lies behind.
void check_order(const Node& node) {
  std::uint32_t at = node.range.begin;
  auto behind = [&](Range range) {
    require(range.begin >= at && range.end <= node.range.end);
    at = range.end;
  };
  if (node.kind == NodeKind::list) {
    for (const Node& item : node.items()) {
      behind(item.range);
      check_order(item);
    }
  } else if (node.kind == NodeKind::map) {
    for (const Member& member : node.members()) {
      behind(member.key_range);
      behind(member.value.range);
      check_order(member.value);
    }
  }
}

bool same(const Node& a, const Node& b) {
  if (a.kind != b.kind || a.truth != b.truth || a.quoted != b.quoted || a.range != b.range || a.tag() != b.tag()) return false;
  if (a.size() != b.size()) return false;
  if (a.is_scalar()) return a.text() == b.text();
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a.kind == NodeKind::list && !same(a.items()[i], b.items()[i])) return false;
    if (a.kind == NodeKind::list) continue;
    const Member& left = a.members()[i];
    const Member& right = b.members()[i];
    if (left.key != right.key || left.key_range != right.key_range || !same(left.value, right.value)) return false;
  }
  return true;
}

}  // namespace

void check_result(const Result<Document>& result, std::string_view text) {
  if (!result) {
    require(!result.error().message.empty());
    if (result.error().range) check_range(*result.error().range, text.size());
    return;
  }
  check_node(result->root, text.size());
  if (text.find('*') == std::string_view::npos && text.find("<<") == std::string_view::npos) check_order(result->root);
  for (const Note& note : result->notes) check_range(note.place.range, text.size());
  std::string packed = pack(*result);
  Document unpacked = unpack(packed);
  require(same(result->root, unpacked.root));
}

void check_reader(Result<Document> (*reader)(const SourceFile& file, const Limits& limits), const std::uint8_t* data,
                  std::size_t size) {
  Result<std::string> text = decode(std::string(reinterpret_cast<const char*>(data), size));
  if (!text) return;
  SourceFile file(0, "input", std::move(*text));
  Limits limits;
  limits.depth = 50;
  limits.nodes = 100'000;
  limits.alias_nodes = 10'000;
  check_result(reader(file, limits), file.text());
}

}  // namespace demarc
