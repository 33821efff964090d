#pragma once

#include <string>
#include <string_view>

namespace demarc {

// What a YAML scalar in quotes says that goes over several lines (YAML 1.2.2, section 7.3). yaml-cpp drops line breaks at
// its end.
// Requires: raw is a whole scalar with its quotes, which a parser has accepted.
std::string unfold_quoted(std::string_view raw);

}  // namespace demarc
