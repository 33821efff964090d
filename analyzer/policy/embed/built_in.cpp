#include "analyzer/policy/built_in.h"

#include "analyzer/policy/embed/blob.h"

// The build names the blob's file. The assembler copies it in as it is: no compiler has to parse megabytes of numbers.
// clang-format off
#if defined(__APPLE__)
asm(".section __TEXT,__const\n"
    ".globl _demarc_built_in\n_demarc_built_in:\n.incbin \"" DEMARC_BLOB "\"\n"
    ".globl _demarc_built_in_end\n_demarc_built_in_end:\n.byte 0\n"
    ".text\n");
#else
asm(".pushsection .rodata\n"
    ".global demarc_built_in\ndemarc_built_in:\n.incbin \"" DEMARC_BLOB "\"\n"
    ".global demarc_built_in_end\ndemarc_built_in_end:\n.byte 0\n"
    ".popsection\n");
#endif
// clang-format on

extern "C" const char demarc_built_in[];
extern "C" const char demarc_built_in_end[];

namespace demarc {
namespace {

std::vector<BuiltInFile> files_of(BuiltInKind wanted) {
  const std::string_view blob(demarc_built_in, static_cast<std::size_t>(demarc_built_in_end - demarc_built_in));
  std::vector<BuiltInFile> files;
  for (std::size_t at = 0; at < blob.size();) {
    auto kind = static_cast<BuiltInKind>(blob[at++]);
    std::size_t path = length_at(blob, at), bytes = length_at(blob, at + kLengthBytes);
    at += 2 * kLengthBytes;
    if (kind == wanted) files.push_back({blob.substr(at, path), blob.substr(at + path, bytes)});
    at += path + bytes;
  }
  return files;
}

}  // namespace

std::vector<BuiltInFile> built_in_catalog() { return files_of(BuiltInKind::catalog); }
std::vector<BuiltInFile> built_in_mappings() { return files_of(BuiltInKind::mapping); }
std::vector<BuiltInFile> built_in_serverless() { return files_of(BuiltInKind::serverless); }
std::vector<BuiltInFile> built_in_schemas() { return files_of(BuiltInKind::schema); }

}  // namespace demarc
