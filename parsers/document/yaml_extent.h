#pragma once

#include <cstddef>
#include <string_view>

namespace demarc {

// Where pieces of YAML end, found in the text itself: yaml-cpp tells only where they begin. Offsets are bytes, and no
// function reads past the end of the text or goes back before `at`.

// Behind spaces, tabs, line breaks and comments.
std::size_t skip_blank(std::string_view text, std::size_t at);

struct Properties {
  std::size_t end;   // of the last tag or anchor, the begin where there is none
  std::size_t body;  // where the value behind them begins
};

// The tag and the anchor at the begin of a value that has, or may have, such; the value behind them may be left out, and the
// next one may begin with its own.
Properties skip_properties(std::string_view text, std::size_t at, bool tagged = true, bool anchored = true);

// The end of the tag at `at`.
std::size_t tag_end(std::string_view text, std::size_t at);

// The end of the scalar in any style whose body begins at `at`. `value` is what a YAML parser made of it.
std::size_t scalar_end(std::string_view text, std::size_t at, std::string_view value);

// Behind the name of an alias or anchor whose `*` or `&` stands at `at`.
std::size_t anchor_end(std::string_view text, std::size_t at);

// Behind the closing quote of the text whose opening quote stands at `at`, npos if there is none.
std::size_t quoted_end(std::string_view text, std::size_t at);

// Behind the bracket that closes the one at `at`, npos if there is none.
std::size_t flow_close(std::string_view text, std::size_t at);

// Behind the bracket that closes a flow collection of which everything up to `at` was read.
std::size_t flow_end(std::string_view text, std::size_t at);

// Whether a document marker ("---" or "...") stands at `at`.
bool at_marker(std::string_view text, std::size_t at, std::string_view marker);

// Behind the indicator (`:` or `-`) of a value that is left out, everything up to `at` was read.
std::size_t empty_value(std::string_view text, std::size_t at);

// Where a key that is left out would stand, behind the comma if one is due.
std::size_t empty_key(std::string_view text, std::size_t at, bool after_comma);

// The end of the word for null (`~`, `null`) that is the whole value (or, if asked for, key) at `at`; 0 if there is none.
std::size_t null_word_end(std::string_view text, std::size_t at, bool is_key, bool in_brackets);

// The end of an empty scalar that begins with these properties, which may be followed by quotes or by nothing.
std::size_t empty_scalar_end(std::string_view text, Properties properties);

}  // namespace demarc
