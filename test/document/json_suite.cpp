#include <string>

#include "catch.h"
#include "parsers/document/read.h"
#include "suite.h"
#include "tree.h"

using namespace demarc;

namespace {

bool accepts(const std::string& bytes, Reader reader) {
  Result<std::string> text = decode(bytes);
  if (!text) return false;
  SourceFile file(0, "input", *text);
  return static_cast<bool>(reader(file, {}));
}

}  // namespace

TEST_CASE("of the JSON test suite every y_ file is accepted and every n_ file refused") {
  std::vector<std::filesystem::path> files = suite_files("json");
  if (files.empty()) WARN("skipped: the JSON test suite is not beside the project");
  for (const std::filesystem::path& path : files) {
    std::string name = path.filename().string();
    std::string bytes = read_bytes(path);
    INFO(name);
    if (name[0] == 'y') CHECK(accepts(bytes, read_plain_json));
    if (name[0] == 'n') CHECK_FALSE(accepts(bytes, read_plain_json));
  }
}
