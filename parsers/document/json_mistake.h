#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "parsers/text/result.h"

namespace demarc {

// How far a JSON reader came before it met a mistake.
struct JsonProgress {
  enum class After : std::uint8_t { nothing, opening, key, value };
  After after = After::nothing;  // the last thing that was read whole; a closed container is a value
  std::uint32_t end = 0;         // where that ends
  bool in_map = false;
  std::optional<std::uint32_t> open;  // where the innermost open container begins
};

// What is wrong with the text behind `progress`, in the words of its writer and at the exact place.
// Requires: a JSON parser has refused the text there.
Error json_mistake(std::string_view text, const JsonProgress& progress);

}  // namespace demarc
