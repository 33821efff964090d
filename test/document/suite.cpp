#include "suite.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace demarc {

std::vector<std::filesystem::path> suite_files(const std::string& suite) {
  std::filesystem::path folder = std::filesystem::path(DEMARC_SOURCE_DIR) / "../shared/suites" / suite;
  std::vector<std::filesystem::path> files;
  if (!std::filesystem::is_directory(folder)) return files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

std::string read_bytes(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

}  // namespace demarc
