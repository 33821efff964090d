#include "catch.h"

#include <string>

#include "analyzer/suppression/comment.h"
#include "analyzer/suppression/extent.h"
#include "parsers/document/read.h"

using namespace demarc;

namespace {

// The comments that begin with "x", one a line: "4 text", where 4 is the line that it speaks of.
std::string comments(const std::string& yaml) {
  SourceFile file(0, "t.yaml", yaml);
  Result<Document> document = read_document(file);
  if (!document) return document.error().message;
  const std::string_view words[] = {"x"};
  std::string result;
  for (const Comment& comment : comments_of(file, document->root, words)) {
    result += std::to_string(comment.line) + " " + std::string(comment.text) + "\n";
  }
  return result;
}

// What begins on a line, as it is written.
std::string extent(const std::string& yaml, std::uint32_t line) {
  SourceFile file(0, "t.yaml", yaml);
  Result<Document> document = read_document(file);
  if (!document) return document.error().message;
  Range range = extents_of(file, document->root, {line}).at(line);
  return yaml.substr(range.begin, range.end - range.begin);
}

}  // namespace

TEST_CASE("a comment behind something speaks of its own line, one alone of the next line with something on it") {
  CHECK(comments("a: 1 # x one\n") == "1 x one\n");
  CHECK(comments("a: 1\n# x two\n\n# other\n  \nb: 2\n") == "6 x two\n");
  CHECK(comments("a: 1\n##  x three  \r\nb: 2\n") == "3 x three\n");
  CHECK(comments("a: {b: 1, # x four\n  c: 2}\n") == "1 x four\n");
  CHECK(comments("a: 1\n# x the end\n") == "2 x the end\n");
}

TEST_CASE("a hash inside a key, a text or a block scalar begins no comment") {
  CHECK(comments("a: \"1 # x one\"\n") == "");
  CHECK(comments("a: '1\n  # x one'\n") == "");
  CHECK(comments("'a # x': 1\n") == "");
  CHECK(comments("a: |\n  1\n  # x one\nb: 2 # x two\n") == "4 x two\n");
  CHECK(comments("a: !Sub |\n  1 # x one\n# x two\nb: 2\n") == "4 x two\n");
  CHECK(comments("a: b#x one\n") == "");
}

TEST_CASE("behind the header of a block scalar a comment may stand") {
  CHECK(comments("a: | # x one\n  # x two\nb: 2\n") == "1 x one\n");
  CHECK(comments("a: !Sub >- # x one\n  text\n") == "1 x one\n");
}

TEST_CASE("JSON has no comments") { CHECK(comments("{\"a\": \"# x one\"}") == ""); }

TEST_CASE("what begins on a line is the whole of its members and items") {
  const std::string yaml = "A:\n  B: 1\n  C:\n  - d: 1\n    e: 2\n  - f\nG: {h: 1,\n  i: 2}\n";
  CHECK(extent(yaml, 2) == "  B: 1");
  CHECK(extent(yaml, 3) == "  C:\n  - d: 1\n    e: 2\n  - f");
  CHECK(extent(yaml, 4) == "  - d: 1\n    e: 2");
  CHECK(extent(yaml, 5) == "    e: 2");
  CHECK(extent(yaml, 7) == "G: {h: 1,\n  i: 2}");
  CHECK(extent(yaml, 8) == "  i: 2}");
  CHECK(extent(yaml, 1) == "A:\n  B: 1\n  C:\n  - d: 1\n    e: 2\n  - f");
}

TEST_CASE("a resource reaches to the next one, and the last to the next section") {
  const std::string yaml = "Resources:\n  A: {Type: T}\n  # of A\n  Fn::ForEach::L:\n  - N\n  - [x]\n  - B: {Type: T}\nOutputs: {}\n";
  SourceFile file(0, "t.yaml", yaml);
  Result<Document> document = read_document(file);
  REQUIRE(document);
  std::vector<ResourceExtent> resources = resource_extents(file, document->root);
  REQUIRE(resources.size() == 2);
  CHECK(std::string(resources[0].name) + std::string(resources[1].name) == "AB");
  CHECK(yaml.substr(resources[0].range.begin, resources[0].range.end - resources[0].range.begin) ==
        "A: {Type: T}\n  # of A\n  Fn::ForEach::L:\n  - N\n  - [x]\n  - ");
  CHECK(yaml.substr(resources[1].range.begin, resources[1].range.end - resources[1].range.begin) == "B: {Type: T}\n");
}
