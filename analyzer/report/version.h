#pragma once

#include <string_view>

namespace demarc {

// The project's version, from its CMakeLists.txt.
inline constexpr std::string_view kVersion = DEMARC_VERSION;

}  // namespace demarc
