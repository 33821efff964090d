#pragma once

#include <cstddef>
#include <string>

namespace demarc::bench {

// A plan of at least `size` bytes: the three-tier fixture's, with `count` on every resource.
std::string plan_of_size(std::size_t size);

// A template of at least `size` bytes, in YAML or JSON: the same few resources again and again under other names.
std::string yaml_of_size(std::size_t size);
std::string json_of_size(std::size_t size);

// Ten resources.
std::string small_template();

}  // namespace demarc::bench
