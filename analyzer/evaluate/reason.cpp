#include "analyzer/evaluate/reason.h"

#include <fmt/format.h>

namespace demarc {
namespace {

std::string described(const Reference& reference) {
  if (reference.attribute.empty()) return fmt::format("the name of {}", reference.target);
  return fmt::format("{}.{}", reference.target, reference.attribute);
}

}  // namespace

Unknown why_unknown(const Value& value, Arena& arena) {
  if (value.is(Value::Kind::unknown)) return value.unknown();
  if (value.is(Value::Kind::reference)) {
    const Reference& reference = value.reference();
    if (reference.kind != Reference::Kind::data)
      return {Why::attribute, true, arena.store(std::string_view(described(reference)))};
    return {reference.target.starts_with("Fn::") ? Why::intrinsic : Why::data_source, true, reference.target};
  }
  if (value.is(Value::Kind::partial)) {
    for (const Piece& piece : value.pieces()) {
      if (piece.hole) return why_unknown(*piece.hole, arena);
    }
  }
  return {Why::known_after_apply, false, {}};
}

std::string explain(const Value& value) {
  if (value.is(Value::Kind::list)) return "is a list";
  if (value.is(Value::Kind::map)) return "is a map";
  Arena arena;
  return explain(why_unknown(value, arena));
}

}  // namespace demarc
