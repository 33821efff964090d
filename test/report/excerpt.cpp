#include "analyzer/report/excerpt.h"

#include "analyzer/report/columns.h"
#include "analyzer/report/redaction.h"
#include "catch.h"

using namespace demarc;

namespace {

std::string shown(const std::string& text, std::string_view marked, std::vector<Place> secrets = {}, std::size_t width = 80) {
  SourceFile file(0, "a.yaml", text);
  auto begin = static_cast<std::uint32_t>(text.find(marked));
  return excerpt(file, {begin, begin + static_cast<std::uint32_t>(marked.size())}, secrets, {width, "", ""});
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

TEST_CASE("a long line is cut around what is meant") {
  CHECK(shown("A: " + std::string(100, 'x') + " B: PublicRead " + std::string(100, 'y') + "\n", "PublicRead", {}, 48) ==
        "    1 | …xxxxxxxxxx B: PublicRead yyyyyyyyyyyyy…\n"
        "      |                ^~~~~~~~~~\n");
  CHECK(shown("B: PublicRead " + std::string(100, 'y') + "\n", "PublicRead", {}, 48) ==
        "    1 | B: PublicRead yyyyyyyyyyyyyyyyyyyyyyyy…\n"
        "      |    ^~~~~~~~~~\n");
  CHECK(shown(std::string(100, 'x') + " B: PublicRead\n", "PublicRead", {}, 48) ==
        "    1 | …xxxxxxxxxxxxxxxxxxxxxxxx B: PublicRead\n"
        "      |                              ^~~~~~~~~~\n");
}

TEST_CASE("of a value wider than the terminal the begin is shown") {
  CHECK(shown("Key: " + std::string(100, 'v') + "\n", std::string(100, 'v'), {}, 48) ==
        "    1 | Key: vvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvv…\n"
        "      |      ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n");
}

TEST_CASE("a line of megabytes is not gone through") {
  std::string text = "{\"a\": \"" + std::string(3'000'000, 'x') + "\", \"Acl\": \"PublicRead\"}";
  CHECK(shown(text, "\"PublicRead\"", {}, 48) ==
        "    1 | …xxxxxxxxxxxxxxx\", \"Acl\": \"PublicRead\"}\n"
        "      |                           ^~~~~~~~~~~~\n");
}

TEST_CASE("combining characters take no column, invisible ones are written out") {
  CHECK(shown("Caf\u00E9: e\u0301te\u0301 x\n", "x") ==
        "    1 | Caf\u00E9: e\u0301te\u0301 x\n"
        "      |           ^\n");
  CHECK(shown("A: \u202Etxt z\n", "z") ==
        "    1 | A: \\u{202e}txt z\n"
        "      |                ^\n");
}

TEST_CASE("a command to a build's log is broken wherever the mark begins") {
  CHECK(shown("A: ##[error]x b\n", "b") ==
        "    1 | A: \\u{23}#[error]x b\n"
        "      |                    ^\n");
  CHECK(shown("A: ##[error]\n", "#[error]") ==
        "    1 | A: \\u{23}#[error]\n"
        "      |          ^~~~~~~~\n");
}

TEST_CASE("columns of a terminal") {
  CHECK(columns_of("abc") == 3);
  CHECK(columns_of("\u65E5\u672C") == 4);          // CJK
  CHECK(columns_of("\uFF21\u30A2\uFF71") == 5);    // full width, Katakana, half width
  CHECK(columns_of("\uD55C\u1112\u1161\u11AB") == 4);  // Hangul, precomposed and of letters
  CHECK(columns_of("e\u0301\u20DD\uFE0F") == 1);
  CHECK(columns_of("\U0001F680") == 2);
  CHECK(columns_of("\xFF!") == 2);
}

TEST_CASE("secret places are joined, and masked wherever they overlap a range") {
  SourceFile file(1, "a.yaml", "key: h\u00FCnter two");
  std::vector<Place> secrets = joined({{1, {8, 12}}, {0, {0, 99}}, {1, {5, 9}}, {1, {13, 16}}});
  CHECK(secrets == std::vector<Place>{{0, {0, 99}}, {1, {5, 12}}, {1, {13, 16}}});
  CHECK(masked(file, {0, 16}, secrets) == "key: ****** ***");
  CHECK(masked(file, {6, 14}, secrets) == "***** *");
  CHECK(masked(file, {0, 16}, {{0, {0, 99}}}) == "key: h\u00FCnter two");
}
