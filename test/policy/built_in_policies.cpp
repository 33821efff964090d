#include "catalog_text.h"
#include "catch.h"

namespace demarc::test {

TEST_CASE("the policies and tables of this project are read without a word") {
  ReadCatalog built_in = read(files_below(DEMARC_SOURCE_DIR "/policies"));
  CHECK(built_in.errors == "");
  CHECK(built_in.catalog.policies.size() > 10);
  CHECK(built_in.catalog.find("ebs-volume-unencrypted") != nullptr);
}

}  // namespace demarc::test
