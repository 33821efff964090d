#pragma once

#include <optional>
#include <string_view>

#include "parsers/document/read.h"

namespace demarc {

// What the readers of files and of embedded texts share: grow the tree of a text in document.arena, which may point into
// the text, and add notes. After an error the tree is incomplete.

std::optional<Error> parse_json(std::string_view text, const Limits& limits, const Skip& skip, Document& document);
std::optional<Error> parse_yaml(std::string_view text, const Limits& limits, Document& document);

// Whether the first character that is no white space opens a JSON map or list.
bool looks_like_json(std::string_view text);

}  // namespace demarc
