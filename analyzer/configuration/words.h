#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/configuration/configuration.h"
#include "analyzer/policy/mistakes.h"

namespace demarc {

// The words that values of a configuration are written with, in a file as on the command line.
inline constexpr std::array<std::string_view, 3> kScopeNames = {"files", "stack", "account"};            // by InputScope
inline constexpr std::array<std::string_view, 3> kProfileNames = {"default", "recommended", "strict"};   // by Profile
inline constexpr std::array<std::string_view, 4> kShownNames = {"unknown", "pass", "suppressed", "unchanged"};

// severities, then `unknown` and `never`.
std::span<const std::string_view> fail_on_names();

FailOn fail_on_of(const std::vector<std::size_t>& words);  // by fail_on_names
Shown shown_of(const std::vector<std::size_t>& words);     // by kShownNames

std::string words_of(const FailOn& fail_on);  // "high, unknown"
std::string words_of(const Shown& shown);     // "nothing" where it is nothing

}  // namespace demarc
