#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "parsers/text/result.h"

namespace demarc {

// How far a YAML reader came before it met a mistake.
struct YamlProgress {
  std::size_t end = 0;  // behind the last token that was read
  struct Open {
    std::size_t begin;
    bool is_map;
    bool flow;  // in brackets
  };
  std::optional<Open> open;           // the innermost open collection
  std::optional<std::size_t> quoted;  // where the last token begins, if it is a text in quotes
};

// What is wrong with the YAML text at byte `at`, in the words of its writer. `reason` is what yaml-cpp says of it.
Error yaml_mistake(std::string_view text, std::size_t at, std::string_view reason, const YamlProgress& progress);

// What is wrong where a collection in brackets stands as a key.
Error collection_as_key(std::string_view text, std::size_t at, bool is_map);

// A key without a colon, or whose value is cut off by the end of the file. `bracket` is where the innermost open collection
// in brackets begins.
Error missing_value(std::string_view text, Range key, std::optional<std::size_t> bracket);

// A text in quotes whose closing quote is missing.
Error unclosed_quote(std::string_view text, std::size_t begin);

}  // namespace demarc
