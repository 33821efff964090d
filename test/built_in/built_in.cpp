#include "analyzer/policy/built_in.h"

#include <algorithm>
#include <deque>
#include <filesystem>

#include "analyzer/policy/catalog.h"
#include "catch.h"
#include "parsers/document/pack.h"
#include "parsers/terraform/mapping.h"

namespace demarc {
namespace {

bool has(const std::vector<BuiltInFile>& files, std::string_view path) {
  return std::any_of(files.begin(), files.end(), [&](const BuiltInFile& file) { return file.path == path; });
}

std::size_t policies_on_disk() {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(DEMARC_SOURCE_DIR "/policies")) {
    const std::filesystem::path& path = entry.path();
    bool in_own_folder = path.stem() == path.parent_path().filename();
    if (path.extension() == ".yaml" && in_own_folder) ++count;
  }
  return count;
}

}  // namespace

TEST_CASE("policies, tables and mappings are in the binary, proofs are not") {
  std::vector<BuiltInFile> files = built_in_catalog();
  CHECK(has(files, "ebs/volume-unencrypted/volume-unencrypted.yaml"));
  CHECK(has(files, "tables/defaults/ec2.yaml"));
  CHECK(has(files, "settings.yaml"));
  CHECK_FALSE(has(files, "ebs/volume-unencrypted/volume-unencrypted.template.yaml"));
  CHECK(has(built_in_mappings(), "ec2.yaml"));
  CHECK(has(built_in_serverless(), "function.yaml"));
}

TEST_CASE("what is in the binary is read back as it stands in the files") {
  std::deque<Document> documents;
  std::vector<CatalogFile> files;
  for (const BuiltInFile& file : built_in_catalog()) {
    documents.push_back(unpack(file.bytes));
    files.push_back({std::string(file.path), &documents.back().root, true});
  }
  Catalog catalog;
  CHECK(read_catalog(files, {}, {}, catalog).empty());
  CHECK(catalog.policies.size() == policies_on_disk());
  const Policy* policy = catalog.find("ebs-volume-unencrypted");
  REQUIRE(policy);
  CHECK(policy->title == "Volume is stored without encryption");
  CHECK(policy->file == "ebs/volume-unencrypted/volume-unencrypted.yaml");
}

}  // namespace demarc
