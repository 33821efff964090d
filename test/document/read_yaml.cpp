#include "catch.h"
#include "tree.h"

using namespace demarc;

TEST_CASE("plain and quoted texts have their places") {
  CHECK(show(read_yaml, R"(a: x
b: "y z"
c: 'it''s'
)") == R"(1:1-3:11 map
  a (1:1-1:2): 1:4-1:5 text x
  b (2:1-2:2): 2:4-2:9 text "y z"
  c (3:1-3:2): 3:4-3:11 text "it's"
)");
}

TEST_CASE("places in YAML count code points") {
  CHECK(show(read_yaml, R"(a: é ü
b: 日本
"ñ": 😀 # c
c: d
)") == R"(1:1-4:5 map
  a (1:1-1:2): 1:4-1:7 text é ü
  b (2:1-2:2): 2:4-2:6 text 日本
  ñ (3:1-3:4): 3:6-3:7 text 😀
  c (4:1-4:2): 4:4-4:5 text d
)");
}

TEST_CASE("block texts end with their last line that is not blank") {
  CHECK(show(read_yaml, R"(a: |
  one
   two

  three

b: >-
  x
  y


c: |+
  z

d: e
)") == R"(1:1-15:5 map
  a (1:1-1:2): 1:4-5:8 text "one\n two\n\nthree\n"
  b (7:1-7:2): 7:4-9:4 text "x y"
  c (12:1-12:2): 12:4-13:4 text "z\n\n"
  d (15:1-15:2): 15:4-15:5 text e
)");
}

TEST_CASE("a block text with an indentation indicator keeps its spaces") {
  CHECK(show(read_yaml, R"(a: |2-
    two more
  end
b: c
)") == R"(1:1-4:5 map
  a (1:1-1:2): 1:4-3:6 text "  two more\nend"
  b (4:1-4:2): 4:4-4:5 text c
)");
}

TEST_CASE("texts over several lines are joined and end where they end") {
  CHECK(show(read_yaml, R"(a: one
  two

  three # not part
b: "one
  two\n

  three  \
  four\x41"
)") == R"(1:1-9:12 map
  a (1:1-1:2): 1:4-4:8 text one two\nthree
  b (5:1-5:2): 5:4-9:12 text "one two\n\nthree  fourA"
)");
}

TEST_CASE("line breaks at the end of a quoted text are kept") {
  CHECK(show(read_yaml, R"(a: ['

  ', "b


  "]
)") == R"(1:1-6:5 map
  a (1:1-1:2): 1:4-6:5 list
    - 1:5-3:4 text "\n"
    - 3:6-6:4 text "b\n\n"
)");
}

TEST_CASE("collections in brackets have their places") {
  CHECK(show(read_yaml, R"(a: [x, "y", {b: c, d: [e]}, f: g]
h: [
  1, # c
  2,
]
i: {}
j: [ ]
)") == R"(1:1-7:7 map
  a (1:1-1:2): 1:4-1:34 list
    - 1:5-1:6 text x
    - 1:8-1:11 text "y"
    - 1:13-1:27 map
      b (1:14-1:15): 1:17-1:18 text c
      d (1:20-1:21): 1:23-1:26 list
        - 1:24-1:25 text e
    - 1:29-1:33 map
      f (1:29-1:30): 1:32-1:33 text g
  h (2:1-2:2): 2:4-5:2 list
    - 3:3-3:4 number 1
    - 4:3-4:4 number 2
  i (6:1-6:2): 6:4-6:6 map
  j (7:1-7:2): 7:4-7:7 list
)");
}

TEST_CASE("block lists have their places") {
  CHECK(show(read_yaml, R"(- a
-
- - b
  - c
- d: e
  f: g
-   h
)") == R"(1:1-7:6 list
  - 1:3-1:4 text a
  - 2:2 null
  - 3:3-4:6 list
    - 3:5-3:6 text b
    - 4:5-4:6 text c
  - 5:3-6:7 map
    d (5:3-5:4): 5:6-5:7 text e
    f (6:3-6:4): 6:6-6:7 text g
  - 7:5-7:6 text h
)");
}

TEST_CASE("a list may stand at the indentation of its key") {
  CHECK(show(read_yaml, R"(a:
- b
- c
d: e
)") == R"(1:1-4:5 map
  a (1:1-1:2): 2:1-3:4 list
    - 2:3-2:4 text b
    - 3:3-3:4 text c
  d (4:1-4:2): 4:4-4:5 text e
)");
}

TEST_CASE("null may be written or left out") {
  CHECK(show(read_yaml, R"(a:
b: ~
c: null
d: NULL # x
? e
f: ""
)") == R"(1:1-6:6 map
  a (1:1-1:2): 1:3 null
  b (2:1-2:2): 2:4-2:5 null ~
  c (3:1-3:2): 3:4-3:8 null null
  d (4:1-4:2): 4:4-4:8 null NULL
  e (5:3-5:4): 5:4 null
  f (6:1-6:2): 6:4-6:6 text ""
)");
}

TEST_CASE("a value that is left out before a key named null stays apart from it") {
  CHECK(show(read_yaml, R"(a:
null: b
)") == R"(1:1-2:8 map
  a (1:1-1:2): 1:3 null
  null (2:1-2:5): 2:7-2:8 text b
)");
}

TEST_CASE("null may be left out in brackets") {
  CHECK(show(read_yaml, "a: {b: , c, d: null}\n") == R"(1:1-1:21 map
  a (1:1-1:2): 1:4-1:21 map
    b (1:5-1:6): 1:7 null
    c (1:10-1:11): 1:11 null
    d (1:13-1:14): 1:16-1:20 null null
)");
}

TEST_CASE("local tags are kept without their exclamation mark") {
  CHECK(show(read_yaml, R"(a: !Ref B
b: !GetAtt [C, "Arn"]
c: !Sub
  - ${X}
  - {X: !Ref Y}
d: !If
  - P
  - !Ref AWS::NoValue
  - q
e: !GetAZs
f: !GetAZs ""
)") == R"(1:1-11:14 map
  a (1:1-1:2): 1:4-1:10 !Ref text B
  b (2:1-2:2): 2:4-2:22 !GetAtt list
    - 2:13-2:14 text C
    - 2:16-2:21 text "Arn"
  c (3:1-3:2): 3:4-5:16 !Sub list
    - 4:5-4:9 text ${X}
    - 5:5-5:16 map
      X (5:6-5:7): 5:9-5:15 !Ref text Y
  d (6:1-6:2): 6:4-9:6 !If list
    - 7:5-7:6 text P
    - 8:5-8:22 !Ref text AWS::NoValue
    - 9:5-9:6 text q
  e (10:1-10:2): 10:4-10:11 !GetAZs text 
  f (11:1-11:2): 11:4-11:14 !GetAZs text ""
)");
}

TEST_CASE("a tag before a block text holds wherever the text is indented") {
  CHECK(show(read_yaml, R"(a: !Sub |
  x
b:
- !Sub |
  y
- !Base64
  z: 1
c:
  !Sub >-
  v
)") == R"(1:1-10:4 map
  a (1:1-1:2): 1:4-2:4 !Sub text "x\n"
  b (3:1-3:2): 4:1-7:7 list
    - 4:3-5:4 !Sub text "y\n"
    - 6:3-7:7 !Base64 map
      z (7:3-7:4): 7:6-7:7 number 1
  c (8:1-8:2): 9:3-10:4 !Sub text "v"
)");
}

TEST_CASE("what looks like a tag before a block text stays as it is inside another text") {
  CHECK(show(read_yaml, R"(- !Sub |
  a
- |
  - !Sub |
  b
)") == R"(1:1-5:4 list
  - 1:3-2:4 !Sub text "a\n"
  - 3:3-5:4 text "- !Sub |\nb\n"
)");
}

TEST_CASE("a tag before a block text with an indentation indicator") {
  CHECK(show(read_yaml, R"(- !Sub |2
    a
  b
)") == R"(1:1-3:4 list
  - 1:3-3:4 !Sub text "  a\nb\n"
)");
}

TEST_CASE("tags of the core schema decide the kind and are not kept") {
  CHECK(show(read_yaml, R"(a: !!str 12
b: !!int "7"
c: !!int x
d: ! 12
e: !!bool "true"
f: !!null ""
g: !<tag:x,2000:y> z
h: !!binary aGk=
)") == R"(1:1-8:17 map
  a (1:1-1:2): 1:4-1:12 text 12
  b (2:1-2:2): 2:4-2:13 number 7
  c (3:1-3:2): 3:4-3:11 text x
  d (4:1-4:2): 4:4-4:8 text 12
  e (5:1-5:2): 5:4-5:17 true true
  f (6:1-6:2): 6:4-6:13 null
  g (7:1-7:2): 7:4-7:21 !tag:x,2000:y text z
  h (8:1-8:2): 8:4-8:17 !tag:yaml.org,2002:binary text aGk=
3:4-3:11 tag: the value is not what its tag !!int says, and is taken as text
)");
}

TEST_CASE("only plain decimals are numbers") {
  CHECK(show(read_yaml, R"(a: 12
b: -1.5e3
c: 0755
d: 0o17
e: 0x1F
f: 012345678901
g: 1_000
h: .5
i: 1.
j: .inf
k: +3
l: 0
m: 00
n: 1e
o: 190:20:30
p: 2012-10-17
q: 1.10
)") == R"(1:1-17:8 map
  a (1:1-1:2): 1:4-1:6 number 12
  b (2:1-2:2): 2:4-2:10 number -1.5e3
  c (3:1-3:2): 3:4-3:8 text 0755
  d (4:1-4:2): 4:4-4:8 text 0o17
  e (5:1-5:2): 5:4-5:8 text 0x1F
  f (6:1-6:2): 6:4-6:16 text 012345678901
  g (7:1-7:2): 7:4-7:9 text 1_000
  h (8:1-8:2): 8:4-8:6 number .5
  i (9:1-9:2): 9:4-9:6 number 1.
  j (10:1-10:2): 10:4-10:8 text .inf
  k (11:1-11:2): 11:4-11:6 number +3
  l (12:1-12:2): 12:4-12:5 number 0
  m (13:1-13:2): 13:4-13:6 text 00
  n (14:1-14:2): 14:4-14:6 text 1e
  o (15:1-15:2): 15:4-15:13 text 190:20:30
  p (16:1-16:2): 16:4-16:14 text 2012-10-17
  q (17:1-17:2): 17:4-17:8 number 1.10
)");
}

TEST_CASE("only the words of the core schema are booleans") {
  CHECK(show(read_yaml, R"(a: true
b: True
c: FALSE
d: yes
e: No
f: on
g: off
h: tRue
i: y
j: nUll
)") == R"(1:1-10:8 map
  a (1:1-1:2): 1:4-1:8 true true
  b (2:1-2:2): 2:4-2:8 true True
  c (3:1-3:2): 3:4-3:9 false FALSE
  d (4:1-4:2): 4:4-4:7 text yes
  e (5:1-5:2): 5:4-5:6 text No
  f (6:1-6:2): 6:4-6:6 text on
  g (7:1-7:2): 7:4-7:7 text off
  h (8:1-8:2): 8:4-8:8 text tRue
  i (9:1-9:2): 9:4-9:5 text y
  j (10:1-10:2): 10:4-10:8 text nUll
)");
}

TEST_CASE("an alias has its own place, and what is in it that of the anchor") {
  CHECK(show(read_yaml, R"(a: &x {b: 1}
c: *x
d: [*x, &y z, *y]
*y : k
)") == R"(1:1-4:7 map
  a (1:1-1:2): 1:4-1:13 map
    b (1:8-1:9): 1:11-1:12 number 1
  c (2:1-2:2): 2:4-2:6 map
    b (1:8-1:9): 1:11-1:12 number 1
  d (3:1-3:2): 3:4-3:18 list
    - 3:5-3:7 map
      b (1:8-1:9): 1:11-1:12 number 1
    - 3:9-3:13 text z
    - 3:15-3:17 text z
  z (4:1-4:3): 4:6-4:7 text k
)");
}

TEST_CASE("merge keys are applied and noted") {
  CHECK(show(read_yaml, R"(base: &b
  x: 1
  y: 2
m:
  <<: *b
  y: 3
  z: 4
n:
  <<: [*b, {w: 5, x: 6}]
o:
  "<<": *b
p:
  <<: 1
)") == R"(1:1-13:8 map
  base (1:1-1:5): 1:7-3:7 map
    x (2:3-2:4): 2:6-2:7 number 1
    y (3:3-3:4): 3:6-3:7 number 2
  m (4:1-4:2): 5:3-7:7 map
    x (2:3-2:4): 2:6-2:7 number 1
    y (6:3-6:4): 6:6-6:7 number 3
    z (7:3-7:4): 7:6-7:7 number 4
  n (8:1-8:2): 9:3-9:25 map
    x (2:3-2:4): 2:6-2:7 number 1
    y (3:3-3:4): 3:6-3:7 number 2
    w (9:13-9:14): 9:16-9:17 number 5
  o (10:1-10:2): 11:3-11:11 map
    << (11:3-11:7): 11:9-11:11 map
      x (2:3-2:4): 2:6-2:7 number 1
      y (3:3-3:4): 3:6-3:7 number 2
  p (12:1-12:2): 13:3-13:8 map
    << (13:3-13:5): 13:7-13:8 number 1
5:3-5:5 merge-key: the merge key << is applied and adds 1 key
9:3-9:5 merge-key: the merge key << is applied and adds 3 keys
13:3-13:5 merge-key: << merges nothing, since its value is no map; it is taken as a key
)");
}

TEST_CASE("of the duplicate keys of a merged map the last counts") {
  CHECK(show(read_yaml, R"(a:
  <<: {x: 1, x: 2}
)") == R"(1:1-2:19 map
  a (1:1-1:2): 2:3-2:19 map
    x (2:14-2:15): 2:17-2:18 number 2
2:8-2:9 duplicate-key: key "x" is written again further down, which replaces this value
2:14-2:15 duplicate-key: key "x" is written more than once; this value, the last, counts
2:3-2:5 merge-key: the merge key << is applied and adds 1 key
)");
}

TEST_CASE("later documents are noted") {
  CHECK(show(read_yaml, R"(a: 1
---
b: 2
---
c: 3
)") == R"(1:1-1:5 map
  a (1:1-1:2): 1:4-1:5 number 1
2:1-2:4 document: only the first YAML document of the file is read; another one begins here
)");
}

TEST_CASE("directives, markers and comments around the document are no part of it") {
  CHECK(show(read_yaml, R"(%YAML 1.2
# c
--- # d
a: 1
...
---
)") == R"(4:1-4:5 map
  a (4:1-4:2): 4:4-4:5 number 1
)");
}

TEST_CASE("the first document that holds something is read") {
  CHECK(show(read_yaml, R"(---
---
a: 1
)") == R"(3:1-3:5 map
  a (3:1-3:2): 3:4-3:5 number 1
)");
}

TEST_CASE("lines may end with carriage return and line feed") {
  CHECK(show(read_yaml, "a:\r\n  b: |\r\n    x\r\n    y\r\n  c: \"d\"\r\n") == R"(1:1-5:9 map
  a (1:1-1:2): 2:3-5:9 map
    b (2:3-2:4): 2:6-4:6 text "x\ny\n"
    c (5:3-5:4): 5:6-5:9 text "d"
)");
}

TEST_CASE("a tab on a blank line disturbs nobody") {
  CHECK(show(read_yaml, "foo: 1\n\t\nbar: |\n  a\n") == R"(1:1-4:4 map
  foo (1:1-1:4): 1:6-1:7 number 1
  bar (3:1-3:4): 3:6-4:4 text "a\n"
)");
}

TEST_CASE("duplicate keys of a YAML map are kept and noted") {
  CHECK(show(read_yaml, R"(a: 1
b: 2
a: 3
)") == R"(1:1-3:5 map
  a (1:1-1:2): 1:4-1:5 number 1
  b (2:1-2:2): 2:4-2:5 number 2
  a (3:1-3:2): 3:4-3:5 number 3
1:1-1:2 duplicate-key: key "a" is written again further down, which replaces this value
3:1-3:2 duplicate-key: key "a" is written more than once; this value, the last, counts
)");
}

TEST_CASE("a key may be written with a question mark") {
  CHECK(show(read_yaml, R"(? |
  key
: v
? "q"
: w
)") == R"(1:1-5:4 map
  key\n (1:3-2:6): 3:3-3:4 text v
  q (4:3-4:6): 5:3-5:4 text w
)");
}

TEST_CASE("keys are texts as they are written") {
  CHECK(show(read_yaml, R"(80: x
true: y
~: z
)") == R"(1:1-3:5 map
  80 (1:1-1:3): 1:5-1:6 text x
  true (2:1-2:5): 2:7-2:8 text y
  ~ (3:1-3:2): 3:4-3:5 text z
)");
}

TEST_CASE("a number sign inside a text begins no comment") {
  CHECK(show(read_yaml, R"(a: b#c # d
url: http://x:80/#y
)") == R"(1:1-2:20 map
  a (1:1-1:2): 1:4-1:7 text b#c
  url (2:1-2:4): 2:6-2:20 text http://x:80/#y
)");
}

TEST_CASE("lines may end with a carriage return alone") {
  CHECK(show(read_yaml, "a: b\rc:\r  - |\r    x\r    y\r") == R"(1:1-5:6 map
  a (1:1-1:2): 1:4-1:5 text b
  c (2:1-2:2): 3:3-5:6 list
    - 3:5-5:6 text "x\ny\n"
)");
}

TEST_CASE("an empty value with a tag ends before the tag of the next key") {
  CHECK(show(read_yaml, R"(a: !x
!y b: c
d: !z
&w e: f
)") == R"(1:1-4:8 map
  a (1:1-1:2): 1:4-1:6 !x text 
  b (2:1-2:5): 2:7-2:8 text c
  d (3:1-3:2): 3:4-3:6 !z text 
  e (4:1-4:5): 4:7-4:8 text f
)");
}

TEST_CASE("a key that begins like null is no null") {
  CHECK(show(read_yaml, R"(a:
~]: b
null x: c
)") == R"(1:1-3:10 map
  a (1:1-1:2): 1:3 null
  ~] (2:1-2:3): 2:5-2:6 text b
  null x (3:1-3:7): 3:9-3:10 text c
)");
}

TEST_CASE("a key that begins with a colon is no colon") {
  CHECK(show(read_yaml, R"(? a
:: b
)") == R"(1:1-2:5 map
  a (1:3-1:4): 1:4 null
  : (2:1-2:2): 2:4-2:5 text b
)");
}

TEST_CASE("a block text of blanks ends with its header") {
  CHECK(show(read_yaml, R"(a: |1
   
b: |2+

     
  x
c: d
)") == R"(1:1-7:5 map
  a (1:1-1:2): 1:4-1:6 text "  \n"
  b (3:1-3:2): 3:4-6:4 text "\n   \nx\n"
  c (7:1-7:2): 7:4-7:5 text d
)");
}

TEST_CASE("an empty value is found behind its anchor or tag") {
  CHECK(show(read_yaml, R"(a: &x
b: !t
c: *x
)") == R"(1:1-3:6 map
  a (1:1-1:2): 1:4-1:6 null
  b (2:1-2:2): 2:4-2:6 !t text 
  c (3:1-3:2): 3:4-3:6 null
)");
}

TEST_CASE("a pair in brackets may lack its value") {
  CHECK(show(read_yaml, "[a: , b: c, ? d]\n") == R"(1:1-1:17 list
  - 1:2-1:4 map
    a (1:2-1:3): 1:4 null
  - 1:7-1:11 map
    b (1:7-1:8): 1:10-1:11 text c
  - 1:13-1:16 map
    d (1:15-1:16): 1:16 null
)");
}

TEST_CASE("a second byte order mark before YAML is passed over") {
  CHECK(show(read_yaml,
             "\xEF\xBB\xBF"
             "a: b\n") == R"(1:2-1:6 map
  a (1:2-1:3): 1:5-1:6 text b
)");
}
