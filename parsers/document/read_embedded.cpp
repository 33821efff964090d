#include <utility>
#include <vector>

#include "parsers/document/parse.h"
#include "parsers/document/written.h"

namespace demarc {
namespace {

// Copies a tree with every range led back to the file.
class Relocation {
 public:
  Relocation(const Written* written, Range place, Arena& arena) : written_(written), place_(place), arena_(arena) {}

  Node node(const Node& from) const {
    Node to = content(from, range(from.range));
    to.truth = from.truth;
    to.quoted = from.quoted;
    return from.tag().empty() ? to : to.tagged(from.tag(), arena_);
  }

 private:
  Range range(Range range) const {
    if (!written_) return place_;
    Range raw = written_->locate(range);
    return {place_.begin + raw.begin, place_.begin + raw.end};
  }

  Node content(const Node& from, Range at) const {
    if (from.kind == NodeKind::list) {
      std::vector<Node> items;
      for (const Node& item : from.items()) items.push_back(node(item));
      return Node::list(arena_.store(items), at);
    }
    if (from.kind == NodeKind::map) {
      std::vector<Member> members;
      for (const Member& member : from.members()) members.push_back({member.key, range(member.key_range), node(member.value)});
      return Node::map(arena_.store(members), at);
    }
    return Node::scalar(from.kind, from.text(), at);
  }

  const Written* written_;
  Range place_;
  Arena& arena_;
};

bool parse(std::string_view text, const Limits& limits, Document& document) {
  if (looks_like_json(text) && !parse_json(text, limits, {}, document)) return true;
  return !parse_yaml(text, limits, document) && !document.root.is_scalar();
}

}  // namespace

const Node* read_embedded(std::string_view text, std::string_view raw, Range place, Arena& arena, const Limits& limits,
                          std::span<const Range> holes) {
  std::string_view kept = arena.store(text);
  Document document;
  std::swap(document.arena, arena);
  bool good = parse(kept, limits, document);
  std::swap(document.arena, arena);
  if (!good) return nullptr;
  std::optional<Written> written = Written::align(text, raw, holes);
  return arena.store(Relocation(written ? &*written : nullptr, place, arena).node(document.root));
}

}  // namespace demarc
