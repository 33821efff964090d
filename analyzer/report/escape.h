#pragma once

#include <string>
#include <string_view>

namespace demarc {

// Texts from inputs are untrusted: escape sequences could rewrite a terminal, direction marks reorder a line, words for the log
// of a build be taken for its commands.

// Control characters, line breaks included, Unicode's bidirectional controls and tags, and characters that XML forbids.
// Source: https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters
bool misleads(char32_t point);

// Whether a text begins with a command that build logs obey wherever it stands in a line: "##[" of GitHub Actions, "##vso[" of
// Azure Pipelines. Sources: https://github.com/actions/runner (ActionCommand),
// https://learn.microsoft.com/en-us/azure/devops/pipelines/scripts/logging-commands
bool begins_command(std::string_view text);

// A text on one line: what misleads comes out as \n, \t or \u{1b}, a command as \u{23}#[, ill-formed UTF-8 as U+FFFD.
std::string printable(std::string_view text);

// A path as a URI reference (RFC 3986): everything but unreserved characters and the slash is percent-encoded, back slashes
// become slashes, and a first segment with a colon gets "./" in front, lest it be read as a scheme.
std::string uri_of_path(std::string_view path);

// Text inside Markdown prose or a cell of a table, printable: characters with a meaning there, and HTML's, are escaped; mentions and
// links made of bare addresses are kept from being ones.
// Source: https://github.github.com/gfm/#autolinks-extension-
std::string markdown_text(std::string_view text);

// Text inside XML's elements and attributes, printable.
std::string xml_text(std::string_view text);

}  // namespace demarc
