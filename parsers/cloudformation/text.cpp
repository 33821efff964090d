#include "parsers/cloudformation/text.h"

#include <fmt/format.h>

#include "parsers/cloudformation/dynamic_reference.h"

namespace demarc {
namespace {

Value from_pieces(const std::vector<Piece>& pieces, Place place, Arena& arena) {
  if (pieces.empty()) return Value::text({}, place);
  if (pieces.size() > 1) return Value::partial(arena.store(pieces), place);
  if (pieces[0].hole == nullptr) return Value::text(pieces[0].literal, place);
  Value only = *pieces[0].hole;
  only.place = place;
  return only;
}

}  // namespace

Value known_text(std::string_view text, Place place, Declarations& names) {
  if (!may_have_dynamic_reference(text)) return Value::text(text, place);
  return from_pieces(with_dynamic_references({{text, nullptr}}, place, names), place, names.graph.arena);
}

void TextBuilder::add(const Value& part) {
  if (bytes_ + literal_.size() > names_.text_budget) return;
  ++parts_;
  sensitive_ = sensitive_ || part.sensitive;
  if (through_ == nullptr) through_ = part.through;
  if (part.is_scalar()) {
    literal_ += part.scalar();
  } else if (part.is(Value::Kind::partial)) {
    for (const Piece& piece : part.pieces()) {
      if (piece.hole == nullptr) {
        literal_ += piece.literal;
      } else {
        hole(*piece.hole);
      }
    }
  } else if (part.is(Value::Kind::list) || part.is(Value::Kind::map)) {
    hole(names_.unknown(Why::intrinsic, function_, part.place));
  } else if (!part.is_null()) {
    hole(part);
  }
}

void TextBuilder::hole(const Value& value) {
  flush();
  pieces_.push_back({{}, names_.graph.arena.store(value)});
  bytes_ += sizeof(Piece) + sizeof(Value);
}

void TextBuilder::flush() {
  bytes_ += literal_.size();
  if (!literal_.empty() && bytes_ <= names_.text_budget) {
    pieces_.push_back({names_.graph.arena.store(std::string_view(literal_)), nullptr});
  }
  literal_.clear();
}

Value TextBuilder::over_budget(Place place) {
  names_.note_once("too-large", {}, fmt::format("{} would write more text than is kept: it is taken for unknown", function_),
                   place.range);
  return names_.unknown(Why::intrinsic, function_, place);
}

Value TextBuilder::finish(Place place) {
  flush();
  if (bytes_ > names_.text_budget) return over_budget(place);
  names_.text_budget -= bytes_;
  bool dynamic = false;
  for (const Piece& piece : pieces_) dynamic = dynamic || may_have_dynamic_reference(piece.literal);
  Value result = from_pieces(dynamic ? with_dynamic_references(pieces_, place, names_) : pieces_, place, names_.graph.arena);
  result.sensitive = result.sensitive || sensitive_;
  const bool resolved_later = result.is(Value::Kind::unknown) && result.unknown().why == Why::dynamic_reference;
  // A parameter inside a dynamic reference is a part of its name, not what it stands for.
  if (result.through == nullptr && !resolved_later) result.through = parts_ > 1 ? as_piece(through_, names_.graph.arena) : through_;
  pieces_.clear();
  bytes_ = 0;
  parts_ = 0;
  sensitive_ = false;
  through_ = nullptr;
  return result;
}

}  // namespace demarc
