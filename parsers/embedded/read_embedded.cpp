#include <optional>

#include "parsers/document/read.h"
#include "parsers/embedded/embedded.h"
#include "parsers/embedded/holes.h"
#include "parsers/embedded/value_maker.h"

namespace demarc {
namespace {

// A run meets many embedded texts, none of which is large: a policy document has at most 20,480 characters.
constexpr Limits kLimits = {.depth = 100, .nodes = 1'000'000, .alias_nodes = 10'000};

std::string_view written_at(const Sources& sources, Place place) {
  if (place.file >= sources.size()) return {};
  std::string_view text = sources[place.file].text();
  if (place.range.end > text.size() || place.range.begin > place.range.end) return {};
  return text.substr(place.range.begin, place.range.end - place.range.begin);
}

// Why a text could not be read: what stands in its holes may be to blame.
Unknown reason(const Value& text) {
  if (text.is(Value::Kind::partial)) {
    for (const Piece& piece : text.pieces()) {
      if (piece.hole && piece.hole->is(Value::Kind::unknown)) return piece.hole->unknown();
    }
  }
  return {Why::malformed, true, "JSON"};
}

}  // namespace

Value read_embedded(const Value& text, const Sources& sources, Arena& arena) {
  if (!text.is(Value::Kind::text) && !text.is(Value::Kind::partial)) return text;
  Origin origin{text.sensitive, text.through, nullptr};
  std::optional<Holes> holes;
  std::string_view raw = written_at(sources, text.place);
  const Node* node = nullptr;
  if (text.is(Value::Kind::text)) {
    node = read_embedded(text.scalar(), raw, text.place.range, arena, kLimits);
  } else if ((holes = Holes::fill(text.pieces()))) {
    origin.holes = &*holes;
    node = read_embedded(holes->text(), raw, text.place.range, arena, kLimits, holes->spans());
  }
  if (node) return ValueMaker(text.place.file, arena, origin).value(*node);
  Value unknown = Value::unknown(arena.store(reason(text)), text.place);
  unknown.sensitive = text.sensitive;
  unknown.through = text.through;
  return unknown;
}

}  // namespace demarc
