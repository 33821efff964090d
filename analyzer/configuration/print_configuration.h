#pragma once

#include <string>

#include "analyzer/configuration/configuration.h"

namespace demarc {

// A configuration as the YAML that says it, with the origin of each value as a comment behind it. `files` are those that it is
// made of, the nearest first.
std::string print_configuration(const InputConfiguration& configuration, const std::vector<std::string>& files);

// What `demarc init` writes: every key with its default, and what it is for.
std::string_view first_configuration();

}  // namespace demarc
