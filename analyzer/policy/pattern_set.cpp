#include "analyzer/policy/pattern_set.h"

#include <fmt/format.h>
#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>

namespace demarc {
namespace {

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

re2::RE2::Options options() {
  re2::RE2::Options options;
  options.set_log_errors(false);
  return options;
}

}  // namespace

struct PatternSet::Expressions {
  re2::RE2::Set compiled{options(), re2::RE2::UNANCHORED};
};

Result<PatternSet> PatternSet::compile(const std::vector<std::string_view>& expressions) {
  auto compiled = std::make_shared<Expressions>();
  for (std::string_view expression : expressions) {
    std::string mistake;
    if (compiled->compiled.Add(piece(expression), &mistake) < 0)
      return Error{fmt::format("\"{}\" is no regular expression: {}", expression, mistake), std::nullopt, {}};
  }
  if (!compiled->compiled.Compile()) return Error{"the regular expressions are too large together", std::nullopt, {}};
  PatternSet set;
  set.expressions_ = std::move(compiled);
  return set;
}

std::optional<std::size_t> PatternSet::first_match(std::string_view text) const {
  std::vector<int> matches;
  if (!expressions_->compiled.Match(piece(text), &matches) || matches.empty()) return std::nullopt;
  return static_cast<std::size_t>(*std::min_element(matches.begin(), matches.end()));
}

}  // namespace demarc
