#pragma once

#include <string>
#include <string_view>

namespace demarc {

// Texts from inputs are untrusted: escape sequences could rewrite a terminal, direction marks reorder a line.
// Control characters, line breaks included, and Unicode's bidirectional controls come out as \n, \t or \u{1b}.
// Source of the latter: https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters
std::string printable(std::string_view text);

// A path as a URI reference (RFC 3986): everything but unreserved characters and the slash is percent-encoded, back slashes
// become slashes, and a first segment with a colon gets "./" in front, lest it be read as a scheme.
std::string uri_of_path(std::string_view path);

// Text inside Markdown prose: characters with a meaning there, and HTML's, are escaped.
std::string markdown_text(std::string_view text);

}  // namespace demarc
