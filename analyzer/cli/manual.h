#pragma once

#include <string>

namespace demarc {

// The manual page demarc(1), made from the tables of commands and options.
// Source of the language: https://man7.org/linux/man-pages/man7/man.7.html
std::string manual_page();

}  // namespace demarc
