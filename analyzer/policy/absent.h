#pragma once

#include <optional>

#include "analyzer/policy/fields.h"
#include "analyzer/policy/path.h"
#include "analyzer/policy/reading.h"

namespace demarc {

// pass, fail or unknown; a mistake where it is something else.
std::optional<AbsentWord> read_absent_word(const Node& node, Mistakes& mistakes);

// What a test looks at, as far as its absence is concerned.
struct AbsentSubject {
  const Paths* paths = nullptr;  // null: no row of defaults can speak of it
  bool attribute = false;
  bool items = false;            // a list whose items are judged: a default without items is as good as none
  bool needed = true;            // something must say what absent means
  std::string_view name;         // for the mistake: "Encrypted", "a policy document"
  Range place;                   // of the mistake
};

// The truth of a test whose subject is absent and has no default: what the test's own `absent` says (null: it has none),
// else the policy's, else no in conditions. A mistake where it is needed and nothing says it.
Truth read_absent(const Node* own, const AbsentSubject& subject, const Standing& standing, const Reading& reading);

}  // namespace demarc
