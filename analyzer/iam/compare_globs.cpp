#include <algorithm>
#include <vector>

#include "analyzer/iam/iam_glob.h"

namespace demarc {

namespace {

using Kind = GlobSymbol::Kind;

bool has_self(const IamGlob& glob) {
  return std::any_of(glob.symbols.begin(), glob.symbols.end(),
                     [](const GlobSymbol& symbol) { return symbol.kind == Kind::self; });
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

Truth covers(const IamGlob& wide, const IamGlob& narrow, bool self_known) { return compared(wide, narrow, true, self_known); }
Truth meets(const IamGlob& a, const IamGlob& b, bool self_known) { return compared(a, b, false, self_known); }

}  // namespace demarc
