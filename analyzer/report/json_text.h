#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace demarc {

// A JSON value as text, two blanks a level, with a line break at the end. The value is kept whole, but what could mislead who
// sees the bytes is written as \u…: control and direction characters, "</" (the end of a script in HTML), "##[" and "##vso["
// (commands to the logs of GitHub Actions and Azure Pipelines). Ill-formed UTF-8 becomes U+FFFD.
std::string json_text(const nlohmann::ordered_json& value);

}  // namespace demarc
