#include "parsers/text/source.h"

#include <string>

#include "catch.h"

using namespace demarc;

namespace {

std::string show(Position position) { return std::to_string(position.line) + ":" + std::to_string(position.column); }

}  // namespace

TEST_CASE("lines end with line feed, carriage return, or both") {
  SourceFile file(0, "file", "a\nb\r\nc\rd");
  CHECK(file.line_count() == 4);
  CHECK(file.line(1) == "a");
  CHECK(file.line(2) == "b");
  CHECK(file.line(3) == "c");
  CHECK(file.line(4) == "d");
  CHECK(file.line_begin(1) == 0);
  CHECK(file.line_begin(2) == 2);
  CHECK(file.line_begin(3) == 5);
  CHECK(file.line_begin(4) == 7);
}

TEST_CASE("lines that do not exist are empty") {
  SourceFile file(0, "file", "a\n");
  CHECK(file.line_count() == 2);
  CHECK(file.line(0) == "");
  CHECK(file.line(2) == "");
  CHECK(file.line(3) == "");
  CHECK(file.line_begin(0) == 0);
  CHECK(file.line_begin(9) == 2);
}

TEST_CASE("an empty file has one line") {
  SourceFile file(0, "file", "");
  CHECK(file.line_count() == 1);
  CHECK(file.line(1) == "");
  CHECK(show(file.position(0)) == "1:1");
}

TEST_CASE("a position counts lines and code points from 1") {
  SourceFile file(0, "file", "aé😀b\r\ncd");
  CHECK(show(file.position(0)) == "1:1");
  CHECK(show(file.position(1)) == "1:2");
  CHECK(show(file.position(3)) == "1:3");
  CHECK(show(file.position(7)) == "1:4");
  CHECK(show(file.position(8)) == "1:5");
  CHECK(show(file.position(10)) == "2:1");
  CHECK(show(file.position(12)) == "2:3");
  CHECK(show(file.position(99)) == "2:3");
}

TEST_CASE("positions in one long line count every code point before them, across blocks") {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "é";
  SourceFile file(0, "file", "x\n" + text);
  CHECK(show(file.position(2)) == "2:1");
  CHECK(show(file.position(2 + 4094)) == "2:2048");
  CHECK(show(file.position(2 + 4096)) == "2:2049");
  CHECK(show(file.position(2 + 9998)) == "2:5000");
  CHECK(show(file.position(2 + 10000)) == "2:5001");
}

TEST_CASE("files are numbered in their order and stay where they are") {
  Sources sources;
  const SourceFile& first = sources.add("a.yaml", "a");
  for (int i = 0; i < 100; ++i) sources.add("b.yaml", "b");
  CHECK(sources.size() == 101);
  CHECK(&sources[0] == &first);
  CHECK(sources[0].id() == 0);
  CHECK(sources[100].id() == 100);
  CHECK(sources[0].name() == "a.yaml");
}

TEST_CASE("a file that gave its text back keeps its name and the positions that were asked") {
  SourceFile file(0, "plan.json", "{\n}");
  CHECK(file.line_count() == 2);
  file.release_text();
  CHECK(file.text().empty());
  CHECK(file.name() == "plan.json");
}
