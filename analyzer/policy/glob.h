#pragma once

#include <string_view>

namespace demarc {

// Whether a whole text matches a pattern in which `*` stands for any text and `?` for any one character (a UTF-8 code
// point). Everything else stands for itself; case matters.
bool glob_matches(std::string_view glob, std::string_view text);

// Whether a path ("stack/storage.yaml") is meant by a pattern of paths: `*` crosses slashes, a folder means all that is in it,
// and `**/` in front also means no folder at all.
bool path_matches(std::string_view pattern, std::string_view path);

// Asked of every row for every type: two searches are much faster than one for either.
inline bool is_glob(std::string_view text) {
  return text.find('*') != std::string_view::npos || text.find('?') != std::string_view::npos;
}

}  // namespace demarc
