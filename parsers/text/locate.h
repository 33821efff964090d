#pragma once

#include <functional>
#include <string_view>

#include "parsers/text/source.h"

namespace demarc {

// Gives the file that another one names by a path relative to itself, and reads it if nobody did before. The error's message
// says why there is none, as the end of a sentence that begins with the path: "does not exist".
using Locate = std::function<Result<const SourceFile*>(FileId from, std::string_view path)>;

// Whether a location is a path, and no address of something that is fetched.
inline bool is_local(std::string_view location) { return !location.empty() && location.find("://") == std::string_view::npos; }

}  // namespace demarc
