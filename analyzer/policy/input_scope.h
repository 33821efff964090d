#pragma once

#include <cstdint>

namespace demarc {

// How much of the account the inputs of a run are (DESIGN, section 5).
enum class InputScope : std::uint8_t { files, stack, account };

}  // namespace demarc
