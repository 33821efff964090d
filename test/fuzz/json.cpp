#include "tree_check.h"

namespace {

demarc::Result<demarc::Document> read(const demarc::SourceFile& file, const demarc::Limits& limits) {
  return demarc::read_json(file, limits);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  demarc::check_reader(read, data, size);
  return 0;
}
