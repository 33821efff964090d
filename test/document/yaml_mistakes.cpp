#include "catch.h"
#include "tree.h"

using namespace demarc;

TEST_CASE("an alias that repeats nothing is an error") {
  CHECK(show(read_yaml, "Resource: *foo\n") == R"(1:11-1:15: alias *foo repeats no anchor above it
put a text that begins with * in quotes
)");
}

TEST_CASE("an alias inside its own anchor is an error") {
  CHECK(show(read_yaml, "a: &a [*a]\n") == R"(1:8-1:10: alias *a stands inside the value that it repeats
)");
}

TEST_CASE("an asterisk without quotes is an error") {
  CHECK(show(read_yaml, "Resource: *\n") == R"(1:11-1:12: * would be an alias, but it has no good name
put a text that begins with * in quotes
)");
}

TEST_CASE("an ampersand without quotes is an error") {
  CHECK(show(read_yaml, "a: &\n") == R"(1:4-1:5: & would be an anchor, but it has no good name
put a text that begins with & in quotes
)");
}

TEST_CASE("an empty file is an error") {
  CHECK(show(read_yaml, "") == R"(1:1: the file is empty
)");
}

TEST_CASE("a file of blanks is an error") {
  CHECK(show(read_yaml, R"(
 
)") == R"(1:1: the file is empty
)");
}

TEST_CASE("a file of comments is an error") {
  CHECK(show(read_yaml, R"(# only

# comments
)") == R"(1:1: the file holds nothing but comments
)");
}

TEST_CASE("a file of markers is an error") {
  CHECK(show(read_yaml, R"(---
...
)") == R"(1:1: the file holds no value, only YAML's own markers
)");
}

TEST_CASE("a control character is an error") {
  CHECK(show(read_yaml, "a: \"\x01\"\n") == R"(1:5-1:6: a control character, which YAML does not allow
remove it, or write it as an escape in double quotes
)");
}

TEST_CASE("a tab as indentation is an error") {
  CHECK(show(read_yaml, "a:\n\tb: c\n") == R"(2:1-2:2: a tab in the indentation
indent with spaces
)");
}

TEST_CASE("a tab as indentation behind a value is an error") {
  CHECK(show(read_yaml, "a:\n  b: 1\n\tc: 2\n") == R"(3:1-3:2: a tab in the indentation
indent with spaces
)");
}

TEST_CASE("a tab as indentation of a block text is an error") {
  CHECK(show(read_yaml, "a: |\n\tfoo\n") == R"(2:1-2:2: a tab in the indentation
indent with spaces
)");
}

TEST_CASE("a second colon in a line is an error") {
  CHECK(show(read_yaml, "a: b: c\n") ==
        R"(1:5-1:6: a second colon in one line: a plain value holds no colon with a space behind it
put the value in quotes
)");
}

TEST_CASE("a key below a value is an error") {
  CHECK(show(read_yaml, R"(a: b
  c: d
)") == R"(2:3-2:4: this key is indented further than the one above, whose value is written already
indent it like the key that it follows
)");
}

TEST_CASE("a key without a colon above others is an error") {
  CHECK(show(read_yaml, R"(Resources
  a: b
)") == R"(1:1-1:10: a colon is missing behind this key
write a colon and a space between a key and its value
)");
}

TEST_CASE("a key without a colon between others is an error") {
  CHECK(show(read_yaml, R"(a: b
c
d: e
)") == R"(2:1-2:2: a colon is missing behind this key
write a colon and a space between a key and its value
)");
}

TEST_CASE("a key without a colon at the end is an error") {
  CHECK(show(read_yaml, R"(a: b
c d
)") == R"(2:1-2:4: a colon is missing behind this key
write a colon and a space between a key and its value
)");
}

TEST_CASE("a key without a space behind its colon at the end is an error") {
  CHECK(show(read_yaml, R"(a:
- b
c:d
)") == R"(3:1-3:4: a colon is missing behind this key
write a colon and a space between a key and its value
)");
}

TEST_CASE("a key without a space behind its colon above others is an error") {
  CHECK(show(read_yaml, R"(a:b
c: d
)") == R"(1:2-1:3: a space is missing behind this colon
)");
}

TEST_CASE("a line whose indentation fits nothing is an error") {
  CHECK(show(read_yaml, R"(a:
    b: 1
  c: 2
)") == R"(3:3-3:4: the indentation of this line fits none of the lines above
indent it like the key that it follows
)");
}

TEST_CASE("text behind a text in quotes is an error") {
  CHECK(show(read_yaml, "a: \"b\" c\n") == R"(1:8-1:9: unexpected text behind a text in quotes
a quote inside quotes is written '' in single and \" in double ones
)");
}

TEST_CASE("a quote inside single quotes is an error") {
  CHECK(show(read_yaml, "a: 'it's'\n") == R"(1:8-1:10: unexpected text behind a text in quotes
a quote inside quotes is written '' in single and \" in double ones
)");
}

TEST_CASE("a closing quote that is missing, with another text in quotes below is an error") {
  CHECK(show(read_yaml, R"(a: "foo
b: "bar"
c: d
)") == R"(2:5-2:9: unexpected text behind a text in quotes
the quoted text goes over several lines: is its closing quote missing?
)");
}

TEST_CASE("a closing quote that is missing to the end of the file is an error") {
  CHECK(show(read_yaml, R"(a: 'foo
b: bar
)") == R"(1:4-1:8: the text in quotes that begins here is never closed
)");
}

TEST_CASE("a quote alone is an error") {
  CHECK(show(read_yaml, "\"") == R"(1:1-1:2: the text in quotes that begins here is never closed
)");
}

TEST_CASE("a list item among keys is an error") {
  CHECK(show(read_yaml, R"(a: 1
- b
)") == R"(2:1-2:2: a list item stands where a key is expected
indent the list under its key
)");
}

TEST_CASE("a key among list items is an error") {
  CHECK(show(read_yaml, R"(x:
  - a: 1
   b: 2
)") == R"(3:4-3:5: expected a list item, which begins with - and a space
indent this line like the items above it, or further to make it part of one
)");
}

TEST_CASE("a key below a list at the root is an error") {
  CHECK(show(read_yaml, R"(- a
b: c
)") == R"(2:1-2:2: unexpected text after the end of the document
)");
}

TEST_CASE("a list item behind a key is an error") {
  CHECK(show(read_yaml, "x: - a\n") == R"(1:4-1:5: a list item cannot begin here
begin it on a line of its own, or put a text that begins with - in quotes
)");
}

TEST_CASE("a list in brackets that is never closed is an error") {
  CHECK(show(read_yaml, R"(x: [a, b
y: c
)") == R"(1:4-1:5: the list that begins here is never closed
close it with ]
)");
}

TEST_CASE("a list in brackets that the file ends in is an error") {
  CHECK(show(read_yaml, "x: [a, b\n") == R"(1:4-1:5: the list that begins here is never closed
close it with ]
)");
}

TEST_CASE("a list in brackets at the root that the file ends in is an error") {
  CHECK(show(read_yaml, "[a, b\n") == R"(1:1-1:2: the list that begins here is never closed
close it with ]
)");
}

TEST_CASE("a map in braces that is never closed is an error") {
  CHECK(show(read_yaml, R"(x: {a: b
y: c
)") == R"(1:4-1:5: the map that begins here is never closed
close it with }
)");
}

TEST_CASE("a list in brackets inside another that is never closed is an error") {
  CHECK(show(read_yaml, R"(key: [a, [b]
z: 1
)") == R"(1:6-1:7: the list that begins here is never closed
close it with ]
)");
}

TEST_CASE("a bracket that closes nothing is an error") {
  CHECK(show(read_yaml, R"(x: a]
y: ]
)") == R"(2:4-2:5: ] closes nothing that is open
put a plain text with brackets in quotes
)");
}

TEST_CASE("a brace that closes a bracket is an error") {
  CHECK(show(read_yaml, "x: [a b}\n") == R"(1:8-1:9: } closes nothing that is open
put a plain text with brackets in quotes
)");
}

TEST_CASE("two commas in a list are an error") {
  CHECK(show(read_yaml, "[a,,b]\n") == R"(1:3: a value is missing before the comma
remove the comma, or write null
)");
}

TEST_CASE("two commas in a map are an error") {
  CHECK(show(read_yaml, "{a: 1,,}\n") == R"(1:7: a value is missing before the comma
remove the comma, or write null
)");
}

TEST_CASE("a comma that is missing in a map is an error") {
  CHECK(show(read_yaml, "{a: \"b\" c: d}\n") == R"(1:9-1:10: expected a comma or }
)");
}

TEST_CASE("a comma where a document should begin is an error") {
  CHECK(show(read_yaml, R"( , # x
"foo"
)") == R"(1:2-1:3: a plain text cannot begin with ,
put the text in quotes
)");
}

TEST_CASE("a comma where a document should begin, behind a marker is an error") {
  CHECK(show(read_yaml, R"(---
,
)") == R"(2:1-2:2: a plain text cannot begin with ,
put the text in quotes
)");
}

TEST_CASE("an escape that YAML does not have is an error") {
  CHECK(show(read_yaml, "a: \"x\\d\"\n") == R"(1:6-1:8: a backslash in double quotes begins an escape, and this is none
write \\ for a backslash, or use single quotes
)");
}

TEST_CASE("an escape with too few digits is an error") {
  CHECK(show(read_yaml, "a: \"x\\u12\"\n") == R"(1:6-1:8: a backslash in double quotes begins an escape, and this is none
write \\ for a backslash, or use single quotes
)");
}

TEST_CASE("a character that begins no plain text is an error") {
  CHECK(show(read_yaml, "a: @foo\n") == R"(1:4-1:5: a plain text cannot begin with @
put the text in quotes
)");
}

TEST_CASE("two tags are an error") {
  CHECK(show(read_yaml, "a: !Base64 !Sub x\n") == R"(1:12-1:13: a value can have only one tag
write one of the functions in its long form, as a key
)");
}

TEST_CASE("text behind the sign of a block text is an error") {
  CHECK(show(read_yaml, R"(a: |foo
  x
)") == R"(1:5-1:6: unexpected text behind | or >
begin the text on the next line
)");
}

TEST_CASE("a tag that is never closed is an error") {
  CHECK(show(read_yaml, "a: !<foo\n") == R"(1:9: a malformed tag
close it with >
)");
}

TEST_CASE("a malformed directive is an error") {
  CHECK(show(read_yaml, R"(%YAML 1.1 x
---
a
)") == R"(1:1-1:2: a malformed directive
)");
}

TEST_CASE("braces of a template engine as a value are an error") {
  CHECK(show(read_yaml, "a: {{ foo }}\n") == R"(1:5-1:6: a map stands where a key is expected
put the {{ }} of a template engine in quotes, or run the engine first
)");
}

TEST_CASE("braces of a template engine as a key are an error") {
  CHECK(show(read_yaml, "{{ foo }}: a\n") == R"(1:1-1:2: a map stands where a key is expected
put the {{ }} of a template engine in quotes, or run the engine first
)");
}

TEST_CASE("a block of a template engine is an error") {
  CHECK(show(read_yaml, R"({% if x %}
a: b
)") == R"(1:1-1:3: {% of a template engine is no YAML
run the template engine first
)");
}

TEST_CASE("a merge conflict is an error") {
  CHECK(show(read_yaml, R"(a: b
<<<<<<< HEAD
c: d
=======
e: f
>>>>>>> x
)") == R"(2:1-2:8: a merge conflict is not resolved here
choose one side and remove the markers
)");
}

TEST_CASE("a list as a key is an error") {
  CHECK(show(read_yaml, R"(? [a, b]
: c
)") == R"(1:3-1:4: a list stands where a key is expected
keys are plain texts
)");
}

TEST_CASE("a map as a key is an error") {
  CHECK(show(read_yaml, R"(? {a: b}
: c
)") == R"(1:3-1:4: a map stands where a key is expected
keys are plain texts
)");
}

TEST_CASE("an alias of a map as a key is an error") {
  CHECK(show(read_yaml, R"(a: &x {b: c}
*x : d
)") == R"(2:1-2:2: a map stands where a key is expected
keys are plain texts
)");
}

TEST_CASE("a document marker inside quotes is an error") {
  CHECK(show(read_yaml, R"(a: "b
---
c"
)") == R"(2:1-2:2: a document marker inside a text in quotes
is the closing quote missing?
)");
}
