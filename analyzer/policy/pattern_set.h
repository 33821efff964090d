#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parsers/text/result.h"

namespace demarc {

// Regular expressions that are searched for together, in one pass over the text; its time is linear in the text.
// Syntax: https://github.com/google/re2/wiki/Syntax
class PatternSet {
 public:
  // An error names the expression that is none.
  static Result<PatternSet> compile(const std::vector<std::string_view>& expressions);

  // The number of the first expression, in their order, that matches somewhere in the text. May be asked by several threads.
  std::optional<std::size_t> first_match(std::string_view text) const;

 private:
  struct Expressions;
  std::shared_ptr<const Expressions> expressions_;
};

}  // namespace demarc
