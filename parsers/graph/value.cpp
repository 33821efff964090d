#include "parsers/graph/value.h"

#include "parsers/text/arena.h"

namespace demarc {

Value::Value(Kind kind, const void* data, std::size_t size, Place at)
    : place(at), kind_(kind), size_(static_cast<std::uint32_t>(size)), data_(data) {}

std::string_view Value::scalar() const {
  if (kind_ == Kind::boolean) return size_ != 0 ? "true" : "false";
  return {static_cast<const char*>(data_), size_};
}

const Reference* as_piece(const Reference* through, Arena& arena) {
  if (through == nullptr || through->source == Reference::Source::name) return through;
  Reference piece = *through;
  piece.source = Reference::Source::name;
  return arena.store(piece);
}

const Entry* Value::find(std::string_view key) const {
  if (kind_ != Kind::map) return nullptr;
  for (const Entry& entry : entries()) {
    if (entry.key == key) return &entry;
  }
  return nullptr;
}

Value Value::null(Place place) { return {Kind::null, nullptr, 0, place}; }
Value Value::boolean(bool truth, Place place) { return {Kind::boolean, nullptr, truth ? 1U : 0U, place}; }
Value Value::number(std::string_view text, Place place) { return {Kind::number, text.data(), text.size(), place}; }
Value Value::text(std::string_view text, Place place) { return {Kind::text, text.data(), text.size(), place}; }
Value Value::list(std::span<const Value> items, Place place) { return {Kind::list, items.data(), items.size(), place}; }
Value Value::map(std::span<const Entry> entries, Place place) { return {Kind::map, entries.data(), entries.size(), place}; }
Value Value::partial(std::span<const Piece> pieces, Place place) { return {Kind::partial, pieces.data(), pieces.size(), place}; }
Value Value::unknown(const Unknown* unknown, Place place) { return {Kind::unknown, unknown, 0, place}; }
Value Value::reference(const Reference* reference, Place place) { return {Kind::reference, reference, 0, place}; }
Value Value::variable(const Variable* variable, Place place) { return {Kind::variable, variable, 0, place}; }
Value Value::choice(std::span<const Alternative> alternatives, Place place) {
  return {Kind::choice, alternatives.data(), alternatives.size(), place};
}

}  // namespace demarc
