#include "catch.h"
#include "tree.h"

using namespace demarc;

TEST_CASE("what begins with a brace is read as JSON") {
  CHECK(show(read_document, "{\"a\": 0.10}") == R"(1:1-1:12 map
  a (1:2-1:5): 1:7-1:11 number 0.10
)");
}

TEST_CASE("what begins with a brace but is no JSON is read as YAML") {
  CHECK(show(read_document, "{a: 'b', \"c\": [d],}\n") == R"(1:1-1:20 map
  a (1:2-1:3): 1:5-1:8 text "b"
  c (1:10-1:13): 1:15-1:18 list
    - 1:16-1:17 text d
)");
}

TEST_CASE("what is no JSON and no YAML, but written as JSON, has the error of JSON") {
  CHECK(show(read_document, "{\"a\": 1\n \"b\": 2}") == R"(2:2-2:3: expected a comma or } after a value
)");
}

TEST_CASE("what is no JSON and no YAML, and written as YAML, has the error of YAML") {
  CHECK(show(read_document, "{a: 1\n b: 2}") == R"(2:3-2:4: expected a comma or }
)");
}

TEST_CASE("JSON with comments is not taken for YAML with odd keys") {
  CHECK(show(read_document, "{\"a\": 1, // one\n \"b\": 2}") == R"(1:10-1:12: JSON has no comments
)");
}

TEST_CASE("JSON that is cut off has the error of JSON") {
  CHECK(show(read_document, "{\"Resources\": {\"A\": ") ==
        R"(1:21: the file ends where a value is expected, inside a map that is never closed
it looks cut off; write or download the whole file again
)");
}

TEST_CASE("what begins with anything else is YAML") {
  CHECK(show(read_document, "\"a\": 1\n") == R"(1:1-1:7 map
  a (1:1-1:4): 1:6-1:7 number 1
)");
}

TEST_CASE("a text that is neither has the error of YAML") {
  CHECK(show(read_document, R"(Error: no
  such: file: x
)") == R"(2:3-2:7: this key is indented further than the one above, whose value is written already
indent it like the key that it follows
)");
}
