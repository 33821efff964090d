#pragma once

#include <string_view>

#include "analyzer/policy/test.h"
#include "parsers/graph/truth.h"
#include "parsers/graph/value.h"

namespace demarc {

// Comparisons of settled values (POLICY-LANGUAGE, section 3): true is "true" in any case, 7 is "7" and 7.0, text is
// case-sensitive unless said otherwise. Partly known text is different where its pieces exclude the other. Lists, maps,
// references and unknowns are not known to be equal to anything.

// Whether a value is a literal.
Truth equals(const Value& value, const Literal& literal, bool ignore_case = false);
Truth equals(const Value& value, std::string_view text);

// Whether a value is among literals: yes as soon as it is one of them.
Truth among(const Value& value, const std::vector<Literal>& literals, bool ignore_case = false);

// Whether two values are the same: equal, or the same attribute of the same referent; different resources differ.
Truth same(const Value& a, const Value& b);

// Whether a text matches a pattern of `*` and `?`.
Truth like(const Value& value, std::string_view glob, bool ignore_case = false);

}  // namespace demarc
