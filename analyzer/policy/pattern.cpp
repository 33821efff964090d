#include "analyzer/policy/pattern.h"

#include <re2/re2.h>

namespace demarc {
namespace {

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

re2::RE2::Options options(bool ignore_case) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_case_sensitive(!ignore_case);
  return options;
}

}  // namespace

struct Pattern::Expression {
  re2::RE2 compiled;
};

Result<Pattern> Pattern::compile(std::string_view expression, bool ignore_case) {
  std::shared_ptr<const Expression> compiled(new Expression{re2::RE2(piece(expression), options(ignore_case))});
  if (!compiled->compiled.ok()) return Error{compiled->compiled.error(), std::nullopt, {}};
  Pattern pattern;
  pattern.expression_ = std::move(compiled);
  return pattern;
}

bool Pattern::matches(std::string_view text) const { return re2::RE2::PartialMatch(piece(text), expression_->compiled); }

}  // namespace demarc
