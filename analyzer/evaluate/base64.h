#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace demarc {

// The text that is written in base64, line ends allowed; nothing if it is none, is shorter than kShortest, or stands for bytes
// that are no text (a zero, or other control characters than white space).
// https://www.rfc-editor.org/rfc/rfc4648#section-4
std::optional<std::string> text_of_base64(std::string_view text);

inline constexpr std::size_t kShortest = 16;

}  // namespace demarc
