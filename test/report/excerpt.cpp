#include "analyzer/report/excerpt.h"

#include "catch.h"

using namespace demarc;

namespace {

std::string shown(const std::string& text, std::string_view marked, std::vector<Place> secrets = {}) {
  SourceFile file(0, "a.yaml", text);
  auto begin = static_cast<std::uint32_t>(text.find(marked));
  return excerpt(file, {begin, begin + static_cast<std::uint32_t>(marked.size())}, secrets, "", "");
}

}  // namespace

TEST_CASE("an excerpt shows the line and a caret under what is meant") {
  CHECK(shown("Logs:\n  Acl: PublicRead\n", "Acl: PublicRead") ==
        "    2 |   Acl: PublicRead\n"
        "      |   ^~~~~~~~~~~~~~~\n");
}

TEST_CASE("a value of several lines is marked on its first") {
  CHECK(shown("A:\n  B:\n    C: 1\n", "B:\n    C: 1") ==
        "    2 |   B:\n"
        "      |   ^~\n");
}

TEST_CASE("the caret stands under wide characters") {
  CHECK(shown("\u65E5\u672C: x\n", "x") ==
        "    1 | \u65E5\u672C: x\n"
        "      |       ^\n");
}

TEST_CASE("a secret is never shown, whatever is marked") {
  CHECK(shown("Password: hunter2 # x\n", "Password: hunter2", {{0, {10, 17}}}) ==
        "    1 | Password: ******* # x\n"
        "      | ^~~~~~~~~~~~~~~~~\n");
}

TEST_CASE("a tab takes one column above and below") {
  CHECK(shown("\tA: b\n", "b") ==
        "    1 |  A: b\n"
        "      |     ^\n");
}

TEST_CASE("a line that nobody reads is left out") {
  CHECK(shown("A: " + std::string(300, 'x') + "b\n", "b").empty());
}
