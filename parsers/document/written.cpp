#include "parsers/document/written.h"

#include <algorithm>
#include <string>

#include "parsers/document/escape.h"
#include "parsers/document/yaml_extent.h"

namespace demarc {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

}  // namespace

// Walks text and raw side by side. Line folding and indentation change only white space, so that white space of either
// side may be passed over where the other has none.
class Aligner {
 public:
  Aligner(std::string_view text, std::string_view raw, std::span<const Range> holes) : text_(text), raw_(raw), holes_(holes) {}

  bool align() {
    if (!enter()) return false;
    while (t_ < text_.size()) {
      if (!step()) return false;
    }
    return true;
  }

  Written written;

 private:
  static constexpr std::size_t kAnchor = 24;  // characters behind a substitution by which its end is found

  // Steps over properties and the opening quote or header.
  bool enter() {
    r_ = skip_properties(raw_, 0).body;
    end_ = raw_.size();
    if (r_ == end_) return text_.empty();
    char first = raw_[r_];
    if (first == '"' || first == '\'') {
      if (r_ + 1 >= end_ || raw_.back() != first) return false;
      quote_ = first;
      ++r_;
      --end_;
    } else if (first == '|' || first == '>') {
      r_ = std::min(raw_.find_first_of("\r\n", r_), end_);
    }
    return true;
  }

  bool step() {
    if (hole_ < holes_.size() && holes_[hole_].begin == t_) return step_hole();
    if (r_ == end_) return pass_space();
    char have = text_[t_];
    char want = raw_[r_];
    if (quote_ == '"' && want == '\\') return step_escape();
    if (quote_ == '\'' && want == '\'') return have == '\'' && take(1, 2);
    if (have == want) return take(1, 1);
    if (is_space(want)) {
      ++r_;
      return true;
    }
    if (is_space(have)) return pass_space();
    if (want == '!' && r_ >= 2 && raw_.substr(r_ - 2, 2) == "${") return pass_literal_mark();
    return raw_.substr(r_, 2) == "${" && step_substitution();
  }

  bool pass_space() {
    if (!is_space(text_[t_])) return false;
    ++t_;
    return true;
  }

  // ${!Name} says ${Name}.
  bool pass_literal_mark() {
    ++r_;
    return true;
  }

  bool step_escape() {
    std::optional<Escape> escape = read_escape(raw_.substr(r_, end_ - r_));
    if (!escape) return false;
    if (escape->means.empty()) {
      r_ += escape->length;
      return true;
    }
    if (text_.substr(t_, escape->means.size()) == escape->means) return take(escape->means.size(), escape->length);
    return pass_space();
  }

  bool step_hole() {
    if (r_ < end_ && is_space(raw_[r_])) {
      ++r_;
      return true;
    }
    Range hole = holes_[hole_++];
    std::size_t length = substitution_length();
    return length > 0 && take(hole.end - hole.begin, length);
  }

  // The length of the ${Name} or {{name}} at r_, 0 if there is none.
  std::size_t substitution_length() const {
    std::string_view rest = raw_.substr(r_, end_ - r_);
    std::string_view close = rest.starts_with("${") ? "}" : rest.starts_with("{{") ? "}}" : "";
    std::size_t at = rest.find(close);
    return close.empty() || at == std::string_view::npos ? 0 : at + close.size();
  }

  // A ${Name} whose value the text holds already: it ends where what raw says next is found again.
  bool step_substitution() {
    std::size_t length = substitution_length();
    if (length == 0) return false;
    std::size_t next = r_ + length;
    std::string anchor = anchor_at(next);
    std::size_t found = text_.find(anchor, t_);
    if (anchor.empty()) found = next == end_ ? text_.size() : text_.find_first_of(" \t\r\n", t_);
    if (found == std::string_view::npos) return false;
    if (found == t_) {
      r_ = next;
      return true;
    }
    return take(found - t_, length);
  }

  std::string anchor_at(std::size_t at) const {
    std::string anchor;
    while (at < end_ && anchor.size() < kAnchor && !is_space(raw_[at]) && raw_.substr(at, 2) != "${") {
      std::size_t length = 1;
      std::string means(1, raw_[at]);
      if (quote_ == '"' && raw_[at] == '\\') {
        std::optional<Escape> escape = read_escape(raw_.substr(at, end_ - at));
        if (!escape || escape->means.empty()) break;
        means = escape->means;
        length = escape->length;
      } else if (quote_ == '\'' && raw_[at] == '\'') {
        length = 2;
      }
      if (is_space(means[0])) break;
      anchor += means;
      at += length;
    }
    return anchor;
  }

  bool take(std::size_t size, std::size_t raw_size) {
    std::vector<Written::Piece>& pieces = written.pieces_;
    bool whole = size != 1 || raw_size != 1;
    auto text = static_cast<std::uint32_t>(t_);
    auto raw = static_cast<std::uint32_t>(r_);
    bool goes_on = !whole && !pieces.empty() && !pieces.back().whole && pieces.back().text + pieces.back().size == text &&
                   pieces.back().raw + pieces.back().size == raw;
    if (goes_on) {
      ++pieces.back().size;
      ++pieces.back().raw_size;
    } else {
      pieces.push_back({text, static_cast<std::uint32_t>(size), raw, static_cast<std::uint32_t>(raw_size), whole});
    }
    t_ += size;
    r_ += raw_size;
    return true;
  }

  std::string_view text_;
  std::string_view raw_;
  std::span<const Range> holes_;
  std::size_t t_ = 0;
  std::size_t r_ = 0;
  std::size_t end_ = 0;
  std::size_t hole_ = 0;
  char quote_ = 0;
};

std::optional<Written> Written::align(std::string_view text, std::string_view raw, std::span<const Range> holes) {
  Aligner aligner(text, raw, holes);
  if (!aligner.align() || aligner.written.pieces_.empty()) return std::nullopt;
  return std::move(aligner.written);
}

// The piece that holds an offset, or the next one.
std::vector<Written::Piece>::const_iterator Written::piece_at(std::uint32_t offset) const {
  auto found =
      std::partition_point(pieces_.begin(), pieces_.end(), [&](const Piece& piece) { return piece.text + piece.size <= offset; });
  return found == pieces_.end() ? found - 1 : found;
}

Range Written::locate(Range range) const {
  auto first = piece_at(range.begin);
  std::uint32_t begin = first->raw;
  if (!first->whole && range.begin > first->text) begin += std::min(range.begin - first->text, first->size);
  if (range.end <= range.begin) return {begin, begin};
  auto last = piece_at(range.end - 1);
  std::uint32_t end = last->raw + last->raw_size;
  if (!last->whole && range.end > last->text) end = last->raw + std::min(range.end - last->text, last->size);
  return {begin, std::max(begin, end)};
}

}  // namespace demarc
