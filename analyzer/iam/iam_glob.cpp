#include "analyzer/iam/iam_glob.h"

#include <algorithm>

#include <fmt/format.h>

#include "analyzer/network/reason.h"

namespace demarc {

namespace {

using Kind = GlobSymbol::Kind;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

class Builder {
 public:
  explicit Builder(bool ignore_case) : ignore_case_(ignore_case) {}

  void text(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = text.substr(at, 2) == "${" ? text.find('}', at) : std::string_view::npos;
      if (end == std::string_view::npos) {
        character(text[at++]);
        continue;
      }
      variable(text.substr(at + 2, end - at - 2));
      at = end + 1;
    }
    glob_.written += text;
  }

  // Requires: the hole is settled, and neither scalar nor partial.
  void hole(const Value& value, bool whole) {
    GlobFilling filling;
    std::string shown;
    if (value.is(Value::Kind::reference)) {
      filling.reference = &value.reference();
      const std::string_view attribute = filling.reference->attribute;
      shown = fmt::format("{}{}{}", filling.reference->target, attribute.empty() ? "" : ".", attribute);
      filling.name = fmt::format("@{}:{}", filling.reference->scope, shown);
    } else if (value.is(Value::Kind::unknown)) {
      filling.unknown = &value.unknown();
      shown = filling.unknown->detail;
      if (!shown.empty()) filling.name = fmt::format("{}:{}", static_cast<int>(filling.unknown->why), shown);
      filling.wild = whole && filling.unknown->why != Why::attribute;
    } else {
      filling.wild = whole;
    }
    filling.reason = reason_for(value, "", "text").substr(1);
    glob_.written += whole ? shown : fmt::format("${{{}}}", shown);
    add(Kind::hole, std::move(filling));
  }

  IamGlob take() { return std::move(glob_); }

 private:
  void character(char c) {
    std::vector<GlobSymbol>& symbols = glob_.symbols;
    if (c == '*') {
      if (symbols.empty() || symbols.back().kind != Kind::any) symbols.push_back({Kind::any});
    } else if (c == '?') {
      symbols.push_back({Kind::one});
    } else {
      symbols.push_back({Kind::literal, ignore_case_ ? lower(c) : c});
    }
  }

  void variable(std::string_view name) {
    if (name == "*" || name == "?" || name == "$") {
      glob_.symbols.push_back({Kind::literal, name[0]});
    } else {
      GlobFilling filling;
      filling.name = name;
      add(Kind::variable, std::move(filling));
    }
  }

  void add(Kind kind, GlobFilling filling) {
    glob_.symbols.push_back({kind, 0, static_cast<std::uint32_t>(glob_.fillings.size())});
    glob_.fillings.push_back(std::move(filling));
  }

  bool ignore_case_;
  IamGlob glob_;
};

IamGlob with_every_service(IamGlob glob) {
  if (!glob.is_any()) return glob;
  glob.symbols = {{Kind::any}, {Kind::literal, ':'}, {Kind::any}};
  return glob;
}

bool has_self(const IamGlob& glob) {
  return std::any_of(glob.symbols.begin(), glob.symbols.end(), [](const GlobSymbol& symbol) { return symbol.kind == Kind::self; });
}

// Compares two patterns symbol by symbol. `sure`: for every filling of the holes; else for some.
class Comparison {
 public:
  Comparison(const IamGlob& a, const IamGlob& b, bool covering, bool sure, bool self_known)
      : a_(a), b_(b), covering_(covering), sure_(sure), self_is_free_(!self_known && !(has_self(a) && has_self(b))) {}

  bool run() const {
    std::size_t begin = 0;
    std::size_t rows = a_.symbols.size();
    std::size_t columns = b_.symbols.size();
    // Most patterns part at their first or last letters.
    for (; begin < rows && begin < columns; ++begin) {
      const Pair pair = letters(a_.symbols[begin], b_.symbols[begin]);
      if (pair == Pair::different) return false;
      if (pair == Pair::other) break;
    }
    for (; begin < rows && begin < columns; --rows, --columns) {
      const Pair pair = letters(a_.symbols[rows - 1], b_.symbols[columns - 1]);
      if (pair == Pair::different) return false;
      if (pair == Pair::other) break;
    }
    return middle(begin, rows - begin, columns - begin);
  }

 private:
  enum class Pair : std::uint8_t { same, different, other };

  static Pair letters(const GlobSymbol& a, const GlobSymbol& b) {
    if (a.kind != Kind::literal || b.kind != Kind::literal) return Pair::other;
    return a.byte == b.byte ? Pair::same : Pair::different;
  }

  bool middle(std::size_t begin, std::size_t rows, std::size_t columns) const {
    // below[j]: the rest of a behind this symbol goes with b from j on.
    std::vector<char> below(columns + 1, 0);
    below[columns] = 1;
    for (std::size_t j = columns; j-- > 0;) below[j] = below[j + 1] && empties(b_.symbols[begin + j], b_);
    std::vector<char> here(columns + 1, 0);
    for (std::size_t i = rows; i-- > 0;) {
      fill(here, a_.symbols[begin + i], begin, below);
      here.swap(below);
    }
    return below[0] != 0;
  }

  void fill(std::vector<char>& here, const GlobSymbol& a, std::size_t begin, const std::vector<char>& below) const {
    const std::size_t columns = below.size() - 1;
    here[columns] = below[columns] && empties(a, a_);
    for (std::size_t j = columns; j-- > 0;) {
      const GlobSymbol& b = b_.symbols[begin + j];
      bool goes = (empties(a, a_) && below[j]) || (empties(b, b_) && here[j + 1]);
      goes = goes || (swallows(a, b) && (here[j + 1] || below[j + 1])) || (swallowed(a, b) && (below[j] || below[j + 1]));
      here[j] = goes || (same(a, b) && below[j + 1]);
    }
  }

  bool is_wild(const GlobSymbol& symbol, const IamGlob& glob) const {
    return symbol.kind == Kind::hole && glob.fillings[symbol.index].wild;
  }

  // Takes whatever it has to, as far as anybody knows.
  bool is_free(const GlobSymbol& symbol) const {
    return symbol.kind == Kind::open || (!sure_ && (symbol.kind == Kind::hole || (symbol.kind == Kind::self && self_is_free_)));
  }

  // Matches any run of characters, each of which counts: on the narrow side of a covering they must all be covered.
  bool is_run(const GlobSymbol& symbol, bool wide) const {
    return (wide && symbol.kind == Kind::any) || (!covering_ && (symbol.kind == Kind::any || symbol.kind == Kind::variable));
  }

  // May stand for nothing at all. Names and ARNs are not empty.
  bool empties(const GlobSymbol& symbol, const IamGlob& glob) const {
    return is_run(symbol, &glob == &a_) || symbol.kind == Kind::open || (is_free(symbol) && is_wild(symbol, glob));
  }

  // Whether a can take in b.
  bool swallows(const GlobSymbol& a, const GlobSymbol& b) const {
    if (is_run(a, true)) return true;
    if (!is_free(a) || are_different(a, b) || leaves_field(a, b)) return false;
    return is_wild(a, a_) || !covering_ || (b.kind != Kind::any && b.kind != Kind::one);
  }
  bool swallowed(const GlobSymbol& a, const GlobSymbol& b) const {
    return is_run(b, false) || (is_free(b) && !are_different(a, b) && !leaves_field(b, a));
  }

  static bool leaves_field(const GlobSymbol& open, const GlobSymbol& other) {
    return open.kind == Kind::open && other.kind == Kind::literal && other.byte == ':';
  }

  static bool is_other(const GlobSymbol& symbol, const IamGlob& glob) {
    return symbol.kind == Kind::hole && glob.fillings[symbol.index].other;
  }

  // The owner, and another resource.
  bool are_different(const GlobSymbol& a, const GlobSymbol& b) const {
    return (is_other(a, a_) && (b.kind == Kind::self || b_.own)) || (is_other(b, b_) && (a.kind == Kind::self || a_.own));
  }

  bool same(const GlobSymbol& a, const GlobSymbol& b) const {
    if (a.kind == Kind::one) return b.kind == Kind::literal || b.kind == Kind::one;
    if (b.kind == Kind::one) return !covering_ && a.kind == Kind::literal;
    if (a.kind != b.kind) return false;
    if (a.kind == Kind::literal) return a.byte == b.byte;
    if (a.kind == Kind::self) return true;
    if (a.kind != Kind::hole && a.kind != Kind::variable) return false;
    const std::string& name = a_.fillings[a.index].name;
    return !name.empty() && name == b_.fillings[b.index].name;
  }

  const IamGlob& a_;
  const IamGlob& b_;
  bool covering_;
  bool sure_;
  bool self_is_free_;
};

Truth compared(const IamGlob& a, const IamGlob& b, bool covering, bool self_known) {
  if (Comparison(a, b, covering, true, self_known).run()) return Truth::yes;
  const bool open = a.has_holes() || b.has_holes() || (!self_known && (has_self(a) || has_self(b)));
  return open && Comparison(a, b, covering, false, self_known).run() ? Truth::unknown : Truth::no;
}

}  // namespace

bool IamGlob::is_text(std::string_view text) const {
  if (symbols.size() != text.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (symbols[i].kind != Kind::literal || symbols[i].byte != text[i]) return false;
  }
  return true;
}

const GlobFilling* IamGlob::first_hole() const {
  for (const GlobSymbol& symbol : symbols) {
    if (symbol.kind == Kind::hole) return &fillings[symbol.index];
  }
  return nullptr;
}

bool IamGlob::is_any() const { return symbols.size() == 1 && symbols[0].kind == Kind::any; }

IamGlob glob_of(std::string_view text, bool ignore_case) {
  Builder builder(ignore_case);
  builder.text(text);
  return builder.take();
}

IamGlob glob_of(const Value& value, bool ignore_case) {
  Builder builder(ignore_case);
  if (value.is_scalar()) {
    builder.text(value.scalar());
  } else if (value.is(Value::Kind::partial)) {
    const bool whole = value.pieces().size() == 1;
    for (const Piece& piece : value.pieces()) {
      if (piece.hole == nullptr) builder.text(piece.literal);
      else builder.hole(*piece.hole, whole);
    }
  } else {
    builder.hole(value, true);
  }
  IamGlob glob = builder.take();
  glob.sensitive = value.sensitive;
  return glob;
}

IamGlob action_glob(const Value& value) { return with_every_service(glob_of(value, true)); }
IamGlob action_glob(std::string_view text) { return with_every_service(glob_of(text, true)); }

Truth covers(const IamGlob& wide, const IamGlob& narrow, bool self_known) { return compared(wide, narrow, true, self_known); }
Truth meets(const IamGlob& a, const IamGlob& b, bool self_known) { return compared(a, b, false, self_known); }

}  // namespace demarc
