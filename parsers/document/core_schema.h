#pragma once

#include <optional>
#include <string_view>

#include "parsers/document/node.h"

namespace demarc {

// What a plain YAML scalar is by the core schema (YAML 1.2.2, section 10.3.2), less the numbers that are no plain decimals:
// 0755, 0o17, 0x1F and .inf stay text, as do account ids with leading zeros.
NodeKind kind_of_plain(std::string_view text);

// The kind that a tag of the core schema asks for ("tag:yaml.org,2002:str"), nothing for other tags. `!` alone asks for text.
std::optional<NodeKind> kind_of_tag(std::string_view tag);

bool is_null_word(std::string_view text);
bool is_true_word(std::string_view text);

}  // namespace demarc
