#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace demarc {

// Suites that other people wrote lie beside the project; the files of one, sorted, none where it is absent.
std::vector<std::filesystem::path> suite_files(const std::string& suite);

std::string read_bytes(const std::filesystem::path& path);

}  // namespace demarc
