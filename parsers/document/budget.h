#pragma once

#include <string>

#include "parsers/document/read.h"
#include "parsers/text/result.h"

namespace demarc {

// The errors of whoever exceeds a budget of Limits.

inline Error too_deep(const Limits& limits, Range range) {
  return {"nested deeper than " + std::to_string(limits.depth) + " levels", range, {}};
}

inline Error too_many_nodes(const Limits& limits, Range range) {
  return {"more than " + std::to_string(limits.nodes) + " values in one file", range, {}};
}

inline Error too_many_alias_nodes(const Limits& limits, Range range) {
  return {"aliases expand to more than " + std::to_string(limits.alias_nodes) + " values", range,
          "write the repeated values out, or remove the aliases that point to aliases"};
}

}  // namespace demarc
