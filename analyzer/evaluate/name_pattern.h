#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/policy/path.h"

namespace demarc {

// A name, id or ARN by which resources of a type are known, as the table `identities` writes it: a property ("BucketName"),
// or a text with properties in braces and `*` for what is not written ("arn:*:s3:::{BucketName}").
class NamePattern {
 public:
  struct Token {
    std::string literal;    // where it is neither of the others
    bool anything = false;  // `*`
    bool is_property = false;
    Path property;
  };

  explicit NamePattern(std::string_view text);

  const std::vector<Token>& tokens() const { return tokens_; }

  // What stands for one of its properties in a text that may be a name of this pattern. Candidates only: the rest of the
  // text need not fit.
  std::vector<std::string_view> captured(std::string_view text) const;

 private:
  void add_literals(std::string_view text);
  void add_property(std::string_view name);

  std::vector<Token> tokens_;
};

}  // namespace demarc
