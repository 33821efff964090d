#include <algorithm>
#include <string>
#include <vector>

#include "catch.h"
#include "tree.h"

using namespace demarc;

namespace {

std::string joined(const std::vector<std::string_view>& path) {
  std::string text;
  for (std::string_view key : path) text += "/" + std::string(key);
  return text;
}

// Reads JSON without the members at these paths.
std::string show_without(const std::string& text, const std::vector<std::string>& paths,
                         std::vector<std::string>* asked = nullptr) {
  SourceFile file(0, "file", text);
  Skip skip = [&](const std::vector<std::string_view>& path) {
    if (asked) asked->push_back(joined(path));
    return std::find(paths.begin(), paths.end(), joined(path)) != paths.end();
  };
  Result<Document> document = read_json(file, {}, skip);
  return document ? show_tree(file, document->root) : show_error(file, document.error());
}

}  // namespace

TEST_CASE("what is skipped is not there, what stands before and behind it is") {
  std::string text = R"({"a": 1, "b": {"c": [1, {"d": 2}]}, "e": "x", "f": [true], "g": 3})";
  CHECK(show_without(text, {"/b", "/e", "/f"}) ==
        "1:1-1:67 map\n  a (1:2-1:5): 1:7-1:8 number 1\n  g (1:60-1:63): 1:65-1:66 number 3\n");
}

TEST_CASE("members inside kept ones are skipped, also in lists") {
  std::string text = R"({"a": [{"b": {"x": 1}, "c": 2}, {"b": null, "c": 3}], "b": 4})";
  CHECK(show_without(text, {"/a/b"}) == R"(1:1-1:62 map
  a (1:2-1:5): 1:7-1:53 list
    - 1:8-1:31 map
      c (1:24-1:27): 1:29-1:30 number 2
    - 1:33-1:52 map
      c (1:45-1:48): 1:50-1:51 number 3
  b (1:55-1:58): 1:60-1:61 number 4
)");
}

TEST_CASE("only the outer keys are asked about") {
  std::vector<std::string> asked;
  show_without(R"({"a": {"b": [{"c": {"d": {"e": 1}}}]}, "f": 2})", {}, &asked);
  CHECK(asked == std::vector<std::string>{"/a", "/a/b", "/a/b/c", "/f"});
}

TEST_CASE("what is skipped must be well-formed all the same") {
  CHECK(show_without(R"({"a": {"b": [1 2]}, "c": 3})", {"/a"}) == "1:16-1:17: expected a comma or ] after a value\n");
  CHECK(show_without(R"({"a": "b)", {"/a"}).find("1:7-1:9: the file ends inside a string") == 0);
  CHECK(show_without(R"({"a": {"b": 12x}})", {"/a"}).find("1:13-1:16: a malformed number") == 0);
}

TEST_CASE("skipped values are nested no deeper than others") {
  std::string deep = "{\"a\": " + std::string(300, '[') + std::string(300, ']') + "}";
  CHECK(show_without(deep, {"/a"}) == "1:206-1:207: nested deeper than 200 levels\n");
}
