#include "analyzer/evaluate/credentials.h"

#include <string>

#include "analyzer/evaluate/base64.h"

namespace demarc {
namespace {

// Stands for a hole; no pattern allows it inside a credential.
constexpr char kHole = '\x1a';

std::string known_text(const Value& value) {
  std::string text;
  for (const Piece& piece : value.pieces()) {
    if (piece.hole) {
      text += kHole;
    } else {
      text += piece.literal;
    }
  }
  return text;
}

}  // namespace

void Credentials::compile() const {
  auto table = catalog_.tables.find("credentials");
  if (table == catalog_.tables.end()) return;
  std::vector<std::string_view> expressions;
  for (const Table::Row& row : table->second->rows) {
    const Value* name = Table::cell(row, "name");
    const Value* pattern = Table::cell(row, "pattern");
    if (!name || !pattern || !name->is_scalar() || !pattern->is_scalar()) continue;
    names_.push_back(name->scalar());
    expressions.push_back(pattern->scalar());
  }
  Result<PatternSet> patterns = PatternSet::compile(expressions);
  if (patterns) {
    patterns_ = *std::move(patterns);
  } else {
    names_.clear();
  }
}

std::string_view Credentials::in(std::string_view text) const {
  std::call_once(once_, [this] { compile(); });
  if (names_.empty()) return {};
  std::optional<std::size_t> found = patterns_.first_match(text);
  return found ? names_[*found] : std::string_view();
}

std::string_view Credentials::in(const Value& value) const {
  if (value.is(Value::Kind::partial)) return in(known_text(value));
  if (!value.is_scalar() || value.is(Value::Kind::boolean)) return {};
  std::string_view found = in(value.scalar());
  if (!found.empty()) return found;
  std::optional<std::string> decoded = text_of_base64(value.scalar());
  return decoded ? in(*decoded) : std::string_view();
}

}  // namespace demarc
