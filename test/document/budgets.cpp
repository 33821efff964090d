#include <chrono>
#include <string>

#include "catch.h"
#include "tree.h"

using namespace demarc;

namespace {

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

// A text of 442 bytes whose aliases stand for nine times nine times ... values.
std::string alias_bomb() {
  std::string bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n";
  for (char name = 'b'; name <= 'i'; ++name) {
    std::string last = std::string("*") + static_cast<char>(name - 1);
    bomb += std::string(1, name) + ": &" + name + " [" + last + repeated("," + last, 8) + "]\n";
  }
  return bomb;
}

class Clock {
 public:
  double seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count(); }

 private:
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

// Ten times the most that a reader should need: enough to catch what is quadratic, not what is slow today.
constexpr double kSeconds = 10;

}  // namespace

TEST_CASE("a text nested as deeply as the limit is read, one level more is an error that names the limit") {
  Limits limits;
  limits.depth = 3;
  CHECK(show(read_yaml, "[[[x]]]", limits) == "1:1-1:8 list\n  - 1:2-1:7 list\n    - 1:3-1:6 list\n      - 1:4-1:5 text x\n");
  CHECK(show(read_yaml, "[[[[x]]]]", limits) == "1:4-1:5: nested deeper than 3 levels\n");
  CHECK(show(read_yaml, "a:\n  b:\n    c:\n      d: 1\n", limits) == "4:7-4:8: nested deeper than 3 levels\n");
  CHECK(show(read_plain_json, "[[[]]]", limits) == "1:1-1:7 list\n  - 1:2-1:6 list\n    - 1:3-1:5 list\n");
  CHECK(show(read_plain_json, "[[{\"a\": []}]]", limits) == "1:9-1:10: nested deeper than 3 levels\n");
}

TEST_CASE("nesting of ten thousand levels is an error in both formats and all styles") {
  Clock clock;
  CHECK(show(read_plain_json, repeated("[", 10'000)) == "1:201-1:202: nested deeper than 200 levels\n");
  CHECK(show(read_plain_json, repeated("{\"a\":", 10'000)) == "1:1001-1:1002: nested deeper than 200 levels\n");
  CHECK(show(read_yaml, repeated("[", 10'000) + repeated("]", 10'000)) == "1:201-1:202: nested deeper than 200 levels\n");
  CHECK(show(read_yaml, repeated("{a: ", 10'000) + repeated("}", 10'000)) == "1:801-1:802: nested deeper than 200 levels\n");
  CHECK(show(read_yaml, "x: " + repeated("[\n", 10'000) + repeated("]\n", 10'000)) ==
        "200:1-200:2: nested deeper than 200 levels\n");
  CHECK(show(read_yaml, repeated("- ", 10'000)) == "1:401-1:402: nested deeper than 200 levels\n");
  CHECK(show(read_yaml, repeated("? ", 10'000)) == "1:3-1:4: a map stands where a key is expected\nkeys are plain texts\n");
  std::string steps;
  for (int level = 0; level < 2'000; ++level) steps += std::string(static_cast<std::size_t>(level), ' ') + "a:\n";
  CHECK(show(read_yaml, steps) == "201:201-201:202: nested deeper than 200 levels\n");
  CHECK(clock.seconds() < kSeconds);
}

TEST_CASE("a higher limit than yaml-cpp's own is no way round it") {
  Limits limits;
  limits.depth = 100'000;
  std::string shown = show(read_yaml, repeated("- ", 10'000), limits);
  CHECK(shown.find("nested too deeply for the YAML reader") != std::string::npos);
}

TEST_CASE("too many values are an error that names the limit") {
  Limits limits;
  limits.nodes = 4;
  CHECK(show(read_yaml, "[1, 2, 3]", limits) ==
        "1:1-1:10 list\n  - 1:2-1:3 number 1\n  - 1:5-1:6 number 2\n  - 1:8-1:9 number 3\n");
  CHECK(show(read_yaml, "[1, 2, 3, 4]", limits) == "1:11-1:12: more than 4 values in one file\n");
  CHECK(show(read_plain_json, "[1, 2, 3]", limits) ==
        "1:1-1:10 list\n  - 1:2-1:3 number 1\n  - 1:5-1:6 number 2\n  - 1:8-1:9 number 3\n");
  CHECK(show(read_plain_json, "[1, 2, 3, 4]", limits) == "1:1-1:13: more than 4 values in one file\n");
}

TEST_CASE("an alias bomb is an error that names the limit, at the alias that exceeds it") {
  std::string bomb = alias_bomb();
  CHECK(bomb.size() < 442);
  CHECK(show(read_yaml, bomb) == R"(7:8-7:10: aliases expand to more than 1000000 values
write the repeated values out, or remove the aliases that point to aliases
)");
}

TEST_CASE("the values of an alias count once for each time it is used") {
  Limits limits;
  limits.alias_nodes = 6;
  std::string text = "a: &a [1, 2]\nb: *a\nc: *a\n";
  CHECK(show(read_yaml, text, limits).find("3:4-3:6 list") != std::string::npos);
  CHECK(show(read_yaml, text + "d: *a\n", limits).find("4:4-4:6: aliases expand to more than 6 values") == 0);
}

TEST_CASE("aliases do not nest deeper than the limit") {
  Limits limits;
  limits.depth = 3;
  CHECK(show(read_yaml, "- &a [x]\n- [*a]\n", limits).find("2:4-2:6 list") != std::string::npos);
  CHECK(show(read_yaml, "- &a [x]\n- [[*a]]\n", limits) == "2:5-2:7: nested deeper than 3 levels\n");
  CHECK(show(read_yaml, "- &a [x]\n- &b [*a]\n- [*b]\n", limits) == "3:4-3:6: nested deeper than 3 levels\n");
}

TEST_CASE("merging a large map many times exceeds the limit of aliases") {
  Limits limits;
  limits.alias_nodes = 100;
  std::string text = "a: &a {b: 1, c: 2, d: 3, e: 4}\n";
  for (int i = 0; i < 30; ++i) text += "m" + std::to_string(i) + ": {<<: *a}\n";
  CHECK(show(read_yaml, text, limits).find("aliases expand to more than 100 values") != std::string::npos);
}

TEST_CASE("what is large is read in a time that grows with its size") {
  Clock clock;
  std::string keys = "{";
  std::string lines;
  std::string aliases = "- &a x\n";
  for (int i = 0; i < 100'000; ++i) {
    std::string key = "aws_instance_" + std::to_string(1'000'000 + i) + "_production";
    keys += (i > 0 ? ",\"" : "\"") + key + "\":1";
    if (i % 10 == 0) lines += key + ": [a, {b: c}, \"d\"]\n";
    if (i % 10 == 0) aliases += "- *a\n";
  }
  SourceFile json(0, "json", keys + "}");
  CHECK(read_json(json));
  SourceFile yaml(0, "yaml", lines);
  CHECK(read_yaml(yaml));
  SourceFile anchors(0, "aliases", aliases);
  CHECK(read_yaml(anchors));
  SourceFile one_line(0, "one line", "a: \"" + std::string(1'000'000, 'x') + "\"\n");
  CHECK(read_yaml(one_line));
  CHECK(clock.seconds() < kSeconds);
}

TEST_CASE("a file of nothing but duplicate keys has no more notes than somebody would read") {
  std::string text = "{\"a\": 0";
  for (int i = 0; i < 5'000; ++i) text += ",\"a\": 1";
  SourceFile file(0, "file", text + "}");
  Result<Document> document = read_json(file);
  REQUIRE(document);
  REQUIRE(document->notes.size() == 1001);
  CHECK(document->notes[999].kind == "duplicate-key");
  CHECK(document->notes[1000].kind == "notes");
  CHECK(document->notes[1000].message == "there is more of this kind from here on, which is not listed");
}
