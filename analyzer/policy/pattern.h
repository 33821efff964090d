#pragma once

#include <memory>
#include <string_view>

#include "parsers/text/result.h"

namespace demarc {

// The regular expression of a `matches:` test, compiled once. Its time is linear in the text.
// Syntax: https://github.com/google/re2/wiki/Syntax
class Pattern {
 public:
  static Result<Pattern> compile(std::string_view expression, bool ignore_case);

  // Whether the expression matches somewhere in the text; `^` and `$` tie it to the ends. May be asked by several threads.
  bool matches(std::string_view text) const;

 private:
  struct Expression;
  std::shared_ptr<const Expression> expression_;
};

}  // namespace demarc
