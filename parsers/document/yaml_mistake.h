#pragma once

#include <string_view>

#include "parsers/text/result.h"

namespace demarc {

// What is wrong with the YAML text at byte `at`, in the words of its writer. `reason` is what yaml-cpp says of it.
Error yaml_mistake(std::string_view text, std::size_t at, std::string_view reason);

}  // namespace demarc
