#include "analyzer/evaluate/open_text.h"

#include <algorithm>

namespace demarc {
namespace {

using Symbol = OpenText::Symbol;
using Symbols = std::vector<Symbol>;

constexpr std::size_t kMostSteps = 20'000'000;

bool is_open(Symbol symbol) { return symbol == OpenText::kHole || symbol == OpenText::kAnything; }

bool same_character(Symbol a, Symbol b) {
  if (is_open(a) || is_open(b)) return false;
  return a == b || a == OpenText::kCharacter || b == OpenText::kCharacter;
}

// Whether the pattern matches every filling: only its `*` takes in a hole of the text.
bool always(const Symbols& text, const Symbols& pattern) {
  std::size_t t = 0, p = 0, star = pattern.size(), star_text = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == OpenText::kAnything) {
      star = p++;
      star_text = t;
    } else if (p < pattern.size() && same_character(text[t], pattern[p])) {
      ++t;
      ++p;
    } else if (star < pattern.size()) {
      p = star + 1;
      t = ++star_text;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == OpenText::kAnything) ++p;
  return p == pattern.size();
}

// Whether both have a filling in common. meet[j]: the rest of `a` from i on and of `b` from j on have one.
bool sometimes(const Symbols& a, const Symbols& b) {
  std::vector<char> meet(b.size() + 1, 0);
  for (std::size_t i = a.size() + 1; i-- > 0;) {
    char diagonal = 0;  // meet[j + 1] of the row before
    for (std::size_t j = b.size() + 1; j-- > 0;) {
      const char below = meet[j];
      bool met = i == a.size() && j == b.size();
      if (i < a.size() && is_open(a[i])) met = below || (j < b.size() && meet[j + 1]);
      if (!met && j < b.size() && is_open(b[j])) met = meet[j + 1] || (i < a.size() && below);
      if (!met && i < a.size() && j < b.size() && same_character(a[i], b[j])) met = diagonal;
      diagonal = below;
      meet[j] = met;
    }
  }
  return meet[0];
}

}  // namespace

void OpenText::add(std::string_view literal) {
  for (char c : literal) symbols_.push_back(static_cast<unsigned char>(c));
}

void OpenText::add_glob(std::string_view glob) {
  for (char c : glob) symbols_.push_back(c == '*' ? kAnything : c == '?' ? kCharacter : static_cast<unsigned char>(c));
}

void OpenText::add_value(const Value& value) {
  if (value.is_scalar()) return add(value.scalar());
  if (!value.is(Value::Kind::partial)) return add(kHole);
  for (const Piece& piece : value.pieces()) {
    if (piece.hole) {
      add_value(*piece.hole);
    } else {
      add(piece.literal);
    }
  }
}

bool OpenText::has_hole() const { return std::find(symbols_.begin(), symbols_.end(), kHole) != symbols_.end(); }

void OpenText::fold_case() {
  for (Symbol& symbol : symbols_) {
    if (symbol >= 'A' && symbol <= 'Z') symbol = static_cast<Symbol>(symbol - 'A' + 'a');
  }
}

Truth matches(const OpenText& text, const OpenText& pattern) {
  if (text.symbols().size() * (pattern.symbols().size() + 1) > kMostSteps) return Truth::unknown;
  if (!pattern.has_hole() && always(text.symbols(), pattern.symbols())) return Truth::yes;
  return sometimes(text.symbols(), pattern.symbols()) ? Truth::unknown : Truth::no;
}

}  // namespace demarc
