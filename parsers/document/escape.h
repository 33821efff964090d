#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace demarc {

// What an escape of JSON (RFC 8259, section 7) or of YAML's double quotes (YAML 1.2.2, section 5.7) stands for.
struct Escape {
  std::string means;  // empty for an escaped line break
  std::size_t length;
};

// The escape at the begin of `raw`, which is a backslash; nothing if it is none.
std::optional<Escape> read_escape(std::string_view raw);

}  // namespace demarc
