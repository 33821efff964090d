#pragma once

#include <mutex>
#include <string_view>
#include <vector>

#include "analyzer/policy/catalog.h"
#include "analyzer/policy/pattern_set.h"
#include "parsers/graph/value.h"

namespace demarc {

// The credentials that a text may hold: keys, tokens and passwords that are known by their look. What they look like stands in
// the table `credentials` (name, pattern).
class Credentials {
 public:
  // Requires: the catalog outlives this.
  explicit Credentials(const Catalog& catalog) : catalog_(catalog) {}

  // What a value holds, in words: "an AWS access key"; empty if it is nothing that is known. Base64 is undone. Of a partly known
  // text the known pieces are looked at; what stands in a hole is in no file. May be asked by several threads.
  std::string_view in(const Value& value) const;

 private:
  void compile() const;
  std::string_view in(std::string_view text) const;

  const Catalog& catalog_;
  // Compiled when it is first asked for: most inputs hold nothing that is looked at.
  mutable std::once_flag once_;
  mutable PatternSet patterns_;
  mutable std::vector<std::string_view> names_;
};

}  // namespace demarc
