#include "analyzer/evaluate/compare.h"

#include <algorithm>
#include <string>

#include "analyzer/evaluate/decimal.h"
#include "analyzer/evaluate/open_text.h"
#include "analyzer/policy/glob.h"

namespace demarc {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = lower(c);
  return result;
}

bool same_letters(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

bool same_number(std::string_view a, std::string_view b) {
  std::optional<Decimal> x = read_decimal(a), y = read_decimal(b);
  return x && y ? *x == *y : a == b;
}

OpenText open_text(const Value& value, bool ignore_case) {
  OpenText text;
  text.add_value(value);
  if (ignore_case) text.fold_case();
  return text;
}

// Requires: both are scalars or partly known.
Truth same_text(const Value& a, const Value& b) {
  if (a.is_scalar() && b.is_scalar()) {
    if (a.is(Value::Kind::boolean) || b.is(Value::Kind::boolean)) return truth(same_letters(a.scalar(), b.scalar()));
    if (a.is(Value::Kind::number) || b.is(Value::Kind::number)) return truth(same_number(a.scalar(), b.scalar()));
    return truth(a.scalar() == b.scalar());
  }
  return matches(open_text(a, false), open_text(b, false));
}

// The one reference whose filling decides a partly known text; null if there is none or more than one.
const Reference* only_reference(const Value& value) {
  const Reference* found = nullptr;
  for (const Piece& piece : value.pieces()) {
    if (!piece.hole) continue;
    if (found || !piece.hole->is(Value::Kind::reference)) return nullptr;
    found = &piece.hole->reference();
  }
  return found;
}

bool same_referent(const Reference& a, const Reference& b) {
  return a.kind == b.kind && a.scope == b.scope && a.target == b.target && a.attribute == b.attribute;
}

Truth same_reference(const Reference& a, const Reference& b) {
  if (same_referent(a, b)) return a.target.empty() ? Truth::unknown : Truth::yes;
  bool resources = a.kind == Reference::Kind::resource && b.kind == Reference::Kind::resource && a.scope == b.scope;
  return resources && a.target != b.target ? Truth::no : Truth::unknown;
}

bool same_pieces(const Value& a, const Value& b) {
  return std::equal(a.pieces().begin(), a.pieces().end(), b.pieces().begin(), b.pieces().end(),
                    [](const Piece& x, const Piece& y) {
                      if (!x.hole || !y.hole) return !x.hole && !y.hole && x.literal == y.literal;
                      return same_referent(x.hole->reference(), y.hole->reference());
                    });
}

bool is_text(const Value& value) { return value.is_scalar() || value.is(Value::Kind::partial); }

}  // namespace

Truth equals(const Value& value, const Literal& literal, bool ignore_case) {
  if (value.is(Value::Kind::partial)) {
    OpenText other;
    other.add(literal.text);
    if (ignore_case || literal.kind == Literal::Kind::boolean) other.fold_case();
    return matches(open_text(value, ignore_case || literal.kind == Literal::Kind::boolean), other);
  }
  if (value.is_null()) return Truth::no;
  if (!value.is_scalar()) return Truth::unknown;
  bool boolean = value.is(Value::Kind::boolean) || literal.kind == Literal::Kind::boolean;
  if (boolean || ignore_case) return truth(same_letters(value.scalar(), literal.text));
  bool number = value.is(Value::Kind::number) || literal.kind == Literal::Kind::number;
  return truth(number ? same_number(value.scalar(), literal.text) : value.scalar() == literal.text);
}

Truth equals(const Value& value, std::string_view text) {
  if (value.is_scalar()) return truth(value.scalar() == text);
  if (value.is_null()) return Truth::no;
  if (!value.is(Value::Kind::partial)) return Truth::unknown;
  OpenText other;
  other.add(text);
  return matches(open_text(value, false), other);
}

Truth among(const Value& value, const std::vector<Literal>& literals, bool ignore_case) {
  Truth result = Truth::no;
  for (const Literal& literal : literals) result = either(result, equals(value, literal, ignore_case));
  return result;
}

Truth same(const Value& a, const Value& b) {
  if (a.is(Value::Kind::reference) && b.is(Value::Kind::reference)) return same_reference(a.reference(), b.reference());
  if (a.is(Value::Kind::partial) && b.is(Value::Kind::partial) && only_reference(a) && only_reference(b) && same_pieces(a, b)) {
    return Truth::yes;
  }
  return is_text(a) && is_text(b) ? same_text(a, b) : Truth::unknown;
}

Truth like(const Value& value, std::string_view glob, bool ignore_case) {
  if (value.is_null()) return Truth::no;
  if (value.is_scalar())
    return truth(ignore_case ? glob_matches(lower(glob), lower(value.scalar())) : glob_matches(glob, value.scalar()));
  if (!is_text(value)) return Truth::unknown;
  OpenText pattern;
  pattern.add_glob(glob);
  if (ignore_case) pattern.fold_case();
  return matches(open_text(value, ignore_case), pattern);
}

}  // namespace demarc
