#include <fmt/format.h>

#include "analyzer/evaluate/words.h"

namespace demarc {
namespace {

std::string cut(std::string text) {
  constexpr std::size_t kLongest = 80;
  if (text.size() <= kLongest) return text;
  std::size_t end = kLongest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

std::string shown_hole(const Value& hole) {
  if (hole.is(Value::Kind::unknown)) return hole.unknown().detail.empty() ? "…" : std::string(hole.unknown().detail);
  return shown(hole);
}

std::string shown_members(const Value& value) {
  constexpr std::size_t kMost = 5;
  std::string result;
  std::size_t count = 0;
  for (const Value& member : value.items()) {
    if (++count > kMost) return result + ", …";
    result += fmt::format("{}{}", result.empty() ? "" : ", ", shown(member));
  }
  return result.empty() ? "[]" : result;
}

std::string shown_entries(const Value& value) {
  std::string result;
  for (const Entry& entry : value.entries()) {
    if (entry.value.is(Value::Kind::list) || entry.value.is(Value::Kind::map)) continue;
    result += fmt::format("{}{}: {}", result.empty() ? "" : ", ", entry.key, shown(entry.value));
  }
  return "{" + result + "}";
}

}  // namespace

std::string shown(const Value& value) {
  if (value.sensitive) return "(sensitive)";
  switch (value.kind()) {
    case Value::Kind::null: return "nothing";
    case Value::Kind::boolean:
    case Value::Kind::number: return std::string(value.scalar());
    case Value::Kind::text: return value.scalar().empty() ? "\"\"" : cut(std::string(value.scalar()));
    case Value::Kind::list: return cut(shown_members(value));
    case Value::Kind::map: return cut(shown_entries(value));
    case Value::Kind::reference: {
      const Reference& reference = value.reference();
      return fmt::format("{}{}{}", reference.target, reference.attribute.empty() ? "" : ".", reference.attribute);
    }
    case Value::Kind::partial: {
      std::string text;
      for (const Piece& piece : value.pieces())
        text += piece.hole ? fmt::format("${{{}}}", shown_hole(*piece.hole)) : std::string(piece.literal);
      return cut(text);
    }
    default: return "something";
  }
}

}  // namespace demarc
