#include "parsers/embedded/holes.h"

#include <bitset>
#include <charconv>

#include "parsers/graph/condition.h"
#include "parsers/text/utf8.h"

namespace demarc {
namespace {

// The private use area of the basic plane (Unicode Standard 15.0, section 23.5).
constexpr char32_t kFirstPrivate = 0xE000;
constexpr std::size_t kPrivate = 0xF900 - 0xE000;

std::string unused_code_point(std::span<const Piece> pieces) {
  std::bitset<kPrivate> used;
  for (const Piece& piece : pieces) {
    std::string_view rest = piece.literal;
    for (std::size_t at = 0; at < rest.size();) {
      std::size_t length = utf8_length(rest.substr(at, 4));
      if (length == 3) {
        char32_t point = utf8_decode(rest.substr(at, 3)) - kFirstPrivate;
        if (point < kPrivate) used.set(point);
      }
      at += length == 0 ? 1 : length;
    }
  }
  std::string mark;
  std::size_t free = 0;
  while (free < kPrivate && used[free]) ++free;
  if (free < kPrivate) utf8_append(mark, kFirstPrivate + static_cast<char32_t>(free));
  return mark;
}

bool begins_json(std::span<const Piece> pieces) {
  for (const Piece& piece : pieces) {
    if (piece.hole) return false;
    std::size_t first = piece.literal.find_first_not_of(" \t\r\n");
    if (first != std::string_view::npos) return piece.literal[first] == '{' || piece.literal[first] == '[';
  }
  return false;
}

std::string name_of(const Value& hole) {
  if (hole.is(Value::Kind::unknown)) return std::string(hole.unknown().detail);
  if (hole.is(Value::Kind::variable)) return std::string(hole.variable().name);
  if (!hole.is(Value::Kind::reference)) return {};
  std::string name(hole.reference().target);
  if (!hole.reference().attribute.empty()) name.append(".").append(hole.reference().attribute);
  return name;
}

}  // namespace

std::optional<Holes> Holes::fill(std::span<const Piece> pieces) {
  Holes holes;
  holes.mark_ = unused_code_point(pieces);
  if (holes.mark_.empty()) return std::nullopt;
  bool json = begins_json(pieces);
  for (const Piece& piece : pieces) {
    if (piece.hole) {
      holes.add_hole(piece.hole, json);
    } else {
      holes.add_literal(piece.literal, json);
    }
  }
  return holes;
}

void Holes::add_literal(std::string_view literal, bool json) {
  text_ += literal;
  if (!json) return;
  for (char c : literal) {
    if (c == '"' && !escaped_) in_string_ = !in_string_;
    escaped_ = c == '\\' && !escaped_;
  }
}

void Holes::add_hole(const Value* hole, bool json) {
  auto begin = static_cast<std::uint32_t>(text_.size());
  std::string_view quote = json && !in_string_ ? "\"" : "";
  text_.append(quote).append(mark_).append(std::to_string(values_.size())).append(mark_).append(quote);
  spans_.push_back({begin, static_cast<std::uint32_t>(text_.size())});
  values_.push_back(hole);
}

// The hole whose placeholder stands at `at`, and its length. An escape in the text may say the mark too: then there is none.
const Value* Holes::placeholder(std::string_view read, std::size_t at, std::size_t& length) const {
  std::size_t first = at + mark_.size();
  std::size_t close = read.find(mark_, first);
  if (close == std::string_view::npos) return nullptr;
  std::size_t number = 0;
  auto [end, error] = std::from_chars(read.data() + first, read.data() + close, number);
  if (error != std::errc() || end != read.data() + close || number >= values_.size()) return nullptr;
  length = close + mark_.size() - at;
  return values_[number];
}

std::vector<Piece> Holes::split(std::string_view read) const {
  std::vector<Piece> pieces;
  std::size_t literal = 0;
  std::size_t at = read.find(mark_);
  while (at != std::string_view::npos) {
    std::size_t length = mark_.size();
    if (const Value* hole = placeholder(read, at, length)) {
      if (at > literal) pieces.push_back({read.substr(literal, at - literal), nullptr});
      pieces.push_back({{}, hole});
      literal = at + length;
    }
    at = read.find(mark_, at + length);
  }
  if (literal < read.size()) pieces.push_back({read.substr(literal), nullptr});
  return pieces;
}

Value Holes::restore(std::string_view read, Place place, Arena& arena) const {
  std::vector<Piece> pieces = split(read);
  if (pieces.empty() || (pieces.size() == 1 && !pieces[0].hole)) return Value::text(read, place);
  if (pieces.size() > 1) return Value::partial(arena.store(pieces), place);
  Value hole = *pieces[0].hole;
  hole.place = place;
  return hole;
}

std::string_view Holes::name(std::string_view key, Arena& arena) const {
  if (key.find(mark_) == std::string_view::npos) return key;
  std::string name;
  for (const Piece& piece : split(key)) {
    if (piece.hole) {
      name.append("${").append(name_of(*piece.hole)).append("}");
    } else {
      name += piece.literal;
    }
  }
  return arena.store(std::string_view(name));
}

}  // namespace demarc
