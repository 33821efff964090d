#include "catch.h"
#include "tree.h"

using namespace demarc;

TEST_CASE("every key and value of a JSON text has its place") {
  CHECK(show(read_plain_json, "{\"a\": 1, \"b\": [true, false, null], \"c\": {}}") == R"(1:1-1:44 map
  a (1:2-1:5): 1:7-1:8 number 1
  b (1:10-1:13): 1:15-1:34 list
    - 1:16-1:20 true true
    - 1:22-1:27 false false
    - 1:29-1:33 null null
  c (1:36-1:39): 1:41-1:43 map
)");
}

TEST_CASE("a JSON text may be a list") {
  CHECK(show(read_plain_json, "[]") == R"(1:1-1:3 list
)");
}

TEST_CASE("a JSON text may be a single string") {
  CHECK(show(read_plain_json, " \"x\" ") == R"(1:2-1:5 text "x"
)");
}

TEST_CASE("a JSON text may be a single number at its very end") {
  CHECK(show(read_plain_json, "12") == R"(1:1-1:3 number 12
)");
}

TEST_CASE("a JSON number keeps its text and ends where it ends") {
  CHECK(show(read_plain_json, "[-0.50e+3 ,1]") == R"(1:1-1:14 list
  - 1:2-1:10 number -0.50e+3
  - 1:12-1:13 number 1
)");
}

TEST_CASE("places in JSON count lines and code points") {
  CHECK(show(read_plain_json, "{\r\n  \"é\": \"ü\",\r\n  \"k\": [1,\r\n 2]\r\n}\r\n") == R"(1:1-5:2 map
  é (2:3-2:6): 2:8-2:11 text "ü"
  k (3:3-3:6): 3:8-4:4 list
    - 3:9-3:10 number 1
    - 4:2-4:3 number 2
)");
}

TEST_CASE("JSON escapes are undone and places cover what is written") {
  CHECK(show(read_plain_json, "[\"a\\\"b\", \"\\\\\", \"\\\\\\\"\", \"\", \"\\u00e9\\ud83d\\ude00\", \"\\n\"]") ==
        R"(1:1-1:55 list
  - 1:2-1:8 text "a"b"
  - 1:10-1:14 text "\"
  - 1:16-1:22 text "\""
  - 1:24-1:26 text ""
  - 1:28-1:48 text "é😀"
  - 1:50-1:54 text "\n"
)");
}

TEST_CASE("keys with escapes are the same key as those without") {
  CHECK(show(read_plain_json, "{\"\\u0061\": 1, \"a\\\"\": 2, \"a\": 3}") == R"(1:1-1:32 map
  a (1:2-1:10): 1:12-1:13 number 1
  a" (1:15-1:20): 1:22-1:23 number 2
  a (1:25-1:28): 1:30-1:31 number 3
1:2-1:10 duplicate-key: key "a" is written again further down, which replaces this value
1:25-1:28 duplicate-key: key "a" is written more than once; this value, the last, counts
)");
}

TEST_CASE("duplicate keys are kept in order and noted, each that is replaced and the one that counts") {
  CHECK(show(read_plain_json, "{\"a\": 1, \"b\": 2, \"a\": 3, \"a\": 4}") == R"(1:1-1:33 map
  a (1:2-1:5): 1:7-1:8 number 1
  b (1:10-1:13): 1:15-1:16 number 2
  a (1:18-1:21): 1:23-1:24 number 3
  a (1:26-1:29): 1:31-1:32 number 4
1:2-1:5 duplicate-key: key "a" is written again further down, which replaces this value
1:18-1:21 duplicate-key: key "a" is written again further down, which replaces this value
1:26-1:29 duplicate-key: key "a" is written more than once; this value, the last, counts
)");
}

TEST_CASE("duplicate keys are noted within one map only") {
  CHECK(show(read_plain_json, "{\"a\": {\"x\": 1, \"x\": 2}, \"b\": {\"x\": 3}}") == R"(1:1-1:39 map
  a (1:2-1:5): 1:7-1:23 map
    x (1:8-1:11): 1:13-1:14 number 1
    x (1:16-1:19): 1:21-1:22 number 2
  b (1:25-1:28): 1:30-1:38 map
    x (1:31-1:34): 1:36-1:37 number 3
1:8-1:11 duplicate-key: key "x" is written again further down, which replaces this value
1:16-1:19 duplicate-key: key "x" is written more than once; this value, the last, counts
)");
}

TEST_CASE("a number with leading zeros is an error, with what may be meant") {
  CHECK(show(read_plain_json, "{\"id\": 012345678901}") == R"(1:8-1:20: a malformed number
put it in quotes if it is no number, such as an account id
)");
}

TEST_CASE("a number with leading zeros alone in a text is an error") {
  CHECK(show(read_plain_json, "-00") == R"(1:1-1:4: a malformed number
put it in quotes if it is no number, such as an account id
)");
}

TEST_CASE("two numbers in a text are an error") {
  CHECK(show(read_plain_json, "12 34") == R"(1:4-1:5: unexpected text after the end of the document
)");
}

TEST_CASE("a comma that is missing behind a list is found") {
  CHECK(show(read_plain_json, "{\"a\": {\"b\": [1, 2}") == R"(1:18-1:19: expected a comma or ] after a value
)");
}

TEST_CASE("a comma that is missing in a map is found") {
  CHECK(show(read_plain_json, "{\"a\": 1 \"b\": 2}") == R"(1:9-1:10: expected a comma or } after a value
)");
}

TEST_CASE("a word that JSON does not know is shown") {
  CHECK(show(read_plain_json, "{\"a\": True}") == R"(1:7-1:11: unknown word True
write true
)");
}

TEST_CASE("a file that ends inside a string is cut off") {
  CHECK(show(read_plain_json, "{\"a\": \"b") == R"(1:7-1:9: the file ends inside a string
it looks cut off; write or download the whole file again
)");
}

TEST_CASE("a file that ends inside a map is cut off") {
  CHECK(show(read_plain_json, "{\"a\": 1,\n") == R"(2:1: the file ends where a key is expected, inside a map that is never closed
it looks cut off; write or download the whole file again
)");
}

TEST_CASE("a comma too many is an error of its own") {
  CHECK(show(read_plain_json, "{\"a\": [1, 2, ]}") == R"(1:12-1:13: a comma before ]
remove the comma behind the last value
)");
}

TEST_CASE("a comment is an error") {
  CHECK(show(read_plain_json, "{\"a\": 1 // one\n}") == R"(1:9-1:11: JSON has no comments
)");
}

TEST_CASE("an escape that JSON does not have is shown") {
  CHECK(show(read_plain_json, "{\"a\": \"C:\\dir\"}") ==
        R"(1:10-1:12: a backslash in a string must be followed by one of " \ / b f n r t u
)");
}

TEST_CASE("a line break in a string is an error") {
  CHECK(show(read_plain_json, "{\"a\": \"b\nc\"}") == R"(1:7-1:9: a string is not closed on its line
write line breaks inside strings as \n
)");
}

TEST_CASE("text behind a JSON document is an error") {
  CHECK(show(read_plain_json, R"({"a": 1}
Error: exit 1
)") == R"(2:1-2:2: unexpected text after the end of the document
)");
}

TEST_CASE("a number too large is an error") {
  CHECK(show(read_plain_json, "{\"a\": 1e999}") == R"(1:7-1:12: a number too large to be held
)");
}

TEST_CASE("a lone surrogate is an error") {
  CHECK(show(read_plain_json, "[\"\\ud83d\"]") == R"(1:3-1:9: half of a surrogate pair in a string
)");
}

TEST_CASE("a second byte order mark before JSON is passed over") {
  CHECK(show(read_plain_json,
             "\xEF\xBB\xBF"
             "{\"a\": 1}") == R"(1:2-1:10 map
  a (1:3-1:6): 1:8-1:9 number 1
)");
}
