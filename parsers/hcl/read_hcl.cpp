#include <utility>

#include "parsers/hcl/lexer.h"
#include "parsers/hcl/read.h"

namespace demarc {
namespace {

constexpr int kDeepest = 100;

class Parser {
 public:
  Parser(const SourceFile& file, HclFile& into)
      : text_(file.text()), lexer_(text_, 0, static_cast<std::uint32_t>(text_.size())), into_(into) {
    step();
  }

  void read() {
    while (next_.token != HclToken::end) {
      read_body(into_.root, 0);
      if (next_.token == HclToken::close) mistake("this bracket closes nothing");
    }
    into_.comments = std::move(lexer_.comments);
  }

 private:
  HclLexeme step() { return std::exchange(next_, lexer_.next()); }
  std::string_view text(Range range) const { return text_.substr(range.begin, range.end - range.begin); }

  std::string_view label(const HclLexeme& lexeme) const {
    std::string_view whole = text(lexeme.range);
    const bool quoted = whole.size() >= 2 && whole.front() == '"' && whole.back() == '"';
    return quoted ? whole.substr(1, whole.size() - 2) : whole;
  }

  void mistake(std::string message) {
    into_.notes.push_back({"malformed", std::move(message), {into_.file, next_.range}});
    if (next_.token == HclToken::close) step();
    skip_expression();
  }

  // To the end of the line on which every bracket that was opened is closed, or to the bracket that closes what is around.
  Range skip_expression() {
    Range range{next_.range.begin, next_.range.begin};
    for (std::size_t depth = 0; next_.token != HclToken::end; step()) {
      if (depth == 0 && (next_.token == HclToken::newline || next_.token == HclToken::close)) break;
      if (next_.token == HclToken::open) ++depth;
      if (next_.token == HclToken::close) --depth;
      if (next_.token != HclToken::newline) range.end = next_.range.end;
    }
    return range;
  }

  void read_body(HclBlock& block, int depth) {
    while (next_.token != HclToken::end && next_.token != HclToken::close) {
      if (next_.token == HclToken::newline) {
        step();
      } else if (next_.token == HclToken::identifier || next_.token == HclToken::text) {
        read_item(block, depth);
      } else {
        mistake("here the name of an argument or block is expected");
      }
    }
  }

  void read_item(HclBlock& block, int depth) {
    const HclLexeme name = step();
    if (next_.token == HclToken::equals) {
      step();
      block.attributes.push_back({label(name), name.range, skip_expression()});
      return;
    }
    HclBlock inner;
    inner.type = label(name);
    inner.header = name.range;
    while (next_.token == HclToken::identifier || next_.token == HclToken::text) {
      inner.header.end = next_.range.end;
      inner.labels.push_back(label(step()));
    }
    if (next_.token != HclToken::open || text(next_.range) != "{") {
      mistake("here = or { is expected");
    } else if (depth == kDeepest) {
      mistake("this block is nested too deep to be read");
    } else {
      read_block(std::move(inner), block, depth);
    }
  }

  void read_block(HclBlock inner, HclBlock& outer, int depth) {
    step();
    read_body(inner, depth + 1);
    inner.range = {inner.header.begin, next_.range.end};
    if (next_.token == HclToken::end) {
      into_.notes.push_back({"malformed", "this block is not closed", {into_.file, inner.header}});
    } else {
      step();
    }
    outer.blocks.push_back(std::move(inner));
  }

  std::string_view text_;
  HclLexer lexer_;
  HclFile& into_;
  HclLexeme next_;
};

}  // namespace

HclFile read_hcl(const SourceFile& file) {
  HclFile into;
  into.file = file.id();
  into.root.range = {0, static_cast<std::uint32_t>(file.text().size())};
  Parser(file, into).read();
  return into;
}

}  // namespace demarc
