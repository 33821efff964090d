#pragma once

#include <string>

#include "parsers/text/place.h"

namespace demarc {

// Something the reader of a report should know that is no finding: a duplicate key, a type without a table,
// a macro that was not expanded. `kind` is a stable short name ("duplicate-key"), `message` a sentence.
struct Note {
  std::string kind;
  std::string message;
  Place place;
  bool located = true;
};

}  // namespace demarc
