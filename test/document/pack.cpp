#include "parsers/document/pack.h"

#include <string>

#include "catch.h"
#include "tree.h"

using namespace demarc;

namespace {

// What is read back from the packed form of a document.
std::string repacked(const SourceFile& file, const Document& document) {
  std::string bytes = pack(document);
  Document unpacked = unpack(bytes);
  CHECK(unpacked.file == document.file);
  return show_tree(file, unpacked.root);
}

}  // namespace

TEST_CASE("a packed document is the same tree, with places, kinds, tags and quotes") {
  SourceFile file(300, "file",
                  "a: !Ref B\nb: [1, \"2\", true, false, ~, {}, []]\nc: &x {d: é}\ne: *x\nf: \"\"\n" + std::string(300, '#') +
                      "\ng: !X\n  h: " + std::string(200, 'y') + "\n");
  Result<Document> document = read_yaml(file);
  REQUIRE(document);
  CHECK(repacked(file, *document) == show_tree(file, document->root));
}

TEST_CASE("a packed document may be a single scalar") {
  SourceFile file(0, "file", "x");
  Result<Document> document = read_yaml(file);
  REQUIRE(document);
  CHECK(repacked(file, *document) == "1:1-1:2 text x\n");
}

TEST_CASE("packing is compact: a key with its value takes four bytes more than in the file") {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "key" + std::to_string(1000 + i) + ": v\n";
  SourceFile file(0, "file", text);
  Result<Document> document = read_yaml(file);
  REQUIRE(document);
  CHECK(pack(*document).size() < text.size() + 1000 * 4 + 10);
}

TEST_CASE("what is unpacked points into the bytes") {
  SourceFile file(0, "file", "a: some text\n");
  Result<Document> document = read_yaml(file);
  REQUIRE(document);
  std::string bytes = pack(*document);
  Document unpacked = unpack(bytes);
  const char* text = unpacked.root.find("a")->text().data();
  CHECK((text >= bytes.data() && text < bytes.data() + bytes.size()));
}
