#pragma once

#include <string>

namespace demarc::bench {

// The floors: the libraries' readers with handlers that do nothing. False if the text does not read.
bool read_bare_json(const std::string& text);
bool read_bare_yaml(const std::string& text);

}  // namespace demarc::bench
