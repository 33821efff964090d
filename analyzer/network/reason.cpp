#include "analyzer/network/reason.h"

#include <fmt/format.h>

#include "parsers/graph/unknown.h"

namespace demarc {

namespace {

std::string of_reference(const Reference& reference) {
  const std::string name =
      reference.attribute.empty() ? std::string(reference.target) : fmt::format("{}.{}", reference.target, reference.attribute);
  return explain({reference.kind == Reference::Kind::data ? Why::data_source : Why::attribute, true, name});
}

std::string predicate(const Value& value, std::string_view expected) {
  switch (value.kind()) {
    case Value::Kind::null: return "is not set";
    case Value::Kind::unknown: return explain(value.unknown());
    case Value::Kind::reference: return of_reference(value.reference());
    case Value::Kind::partial:
      for (const Piece& piece : value.pieces()) {
        if (piece.hole != nullptr) return predicate(*piece.hole, expected);
      }
      return "is not known";
    case Value::Kind::boolean:
    case Value::Kind::number:
    case Value::Kind::text:
      return value.sensitive ? fmt::format("is no {}", expected) : fmt::format("is no {} ({})", expected, value.scalar());
    case Value::Kind::list:
    case Value::Kind::map: break;
    case Value::Kind::variable:
    case Value::Kind::choice: return "is not known";
  }
  return fmt::format("is no {}", expected);
}

}  // namespace

std::string reason_for(const Value& value, std::string_view name, std::string_view expected) {
  return fmt::format("{} {}", name, predicate(value, expected.empty() ? "value of its kind" : expected));
}

}  // namespace demarc
