#include "catch.h"
#include "hcl/shown.h"

using namespace demarc;

namespace {

std::string shown(std::string text) {
  SourceFile file(0, "main.tf", std::move(text));
  return show(read_hcl(file), file);
}

std::string shown_json(std::string text) {
  SourceFile file(0, "main.tf.json", std::move(text));
  return show(read_hcl_json(file), file);
}

}  // namespace

TEST_CASE("blocks, labels and arguments are read where they stand") {
  CHECK(shown(R"(resource "aws_s3_bucket" "logs" {
  bucket = "logs"

  tags = {
    Name = "logs"
  }
  versioning {
    enabled = true
  }
}
locals { a = 1 }
variable region {}
)") == R"(resource [aws_s3_bucket] [logs] 1:1 resource "aws_s3_bucket" "logs" to line 10
  bucket = 2:12 "logs"
  tags = 4:10 {
  versioning 7:3 versioning to line 9
    enabled = 8:15 true
locals 11:1 locals to line 11
  a = 11:14 1
variable [region] 12:1 variable region to line 12
)");
}

TEST_CASE("comments of each kind are set aside, also between a block's arguments and behind them") {
  CHECK(shown("# one\r\na = 1 // two\r\n/* three\r\n } */ b = 2 # four\nc = \"# no comment\"\n") == R"(a = 2:5 1
b = 4:11 2
c = 5:5 "# no comment"
comment 1:1 # one
comment 2:7 // two
comment 3:1 /* three)" "\r\n" R"(comment 4:13 # four
)");
}

TEST_CASE("quotes within templates within quotes, and braces in them, end nothing") {
  CHECK(shown(R"(a = "x${join("}", [for k, v in var.m : "${k}=\"${v["}"]}\""])}y%{if a}"b"%{endif}"
b = "$${not} %%{this} \" }"
c = 3
)") == R"--(a = 1:5 "x${join("}", [for k, v in var.m : "${k}=\"${v["}"]}\""])}y%{if a}"b"%{endif}"
b = 2:5 "$${not} %%{this} \" }"
c = 3:5 3
)--");
}

TEST_CASE("a heredoc goes to its mark, whatever stands in it") {
  CHECK(shown(R"(resource "aws_iam_policy" "p" {
  policy = <<-EOT
    { "a": "}" }
    # no comment
    EOTX
    EOT
  name = <<EOT
"
EOT
  path = "/"
}
)") == R"(resource [aws_iam_policy] [p] 1:1 resource "aws_iam_policy" "p" to line 11
  policy = 2:12 <<-EOT
  name = 7:10 <<EOT
  path = 10:10 "/"
)");
}

TEST_CASE("an expression goes on over lines inside of brackets, and ends with its line otherwise") {
  CHECK(shown(R"(a = [
  1, # one
  { b = 2
    c = 3 }
]
d = f(
  x,
)
e = x == "y" ? 1 : 2
)") == R"(a = 1:5 [
d = 6:5 f(
e = 9:5 x == "y" ? 1 : 2
comment 2:6 # one
)");
}

TEST_CASE("a mistake costs its line and is noted") {
  CHECK(shown(R"(resource "a" "b" {
  = 3
  x y
  ok = 1
}
}
after = 2
open {
  z = 1
)") == R"(after = 7:9 2
resource [a] [b] 1:1 resource "a" "b" to line 5
  ok = 4:8 1
open 8:1 open to line 10
  z = 9:7 1
note 2:3 =: here the name of an argument or block is expected
note 3:6 : here = or { is expected
note 6:1 }: this bracket closes nothing
note 8:1 open: this block is not closed
)");
}

TEST_CASE("blocks nested too deep are noted and skipped, and what follows is read") {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "a {\n";
  for (int i = 0; i < 100'000; ++i) deep += "}\n";
  SourceFile file(0, "main.tf", deep + "z = 1\n");
  HclFile hcl = read_hcl(file);
  REQUIRE(hcl.notes.size() == 1);
  CHECK(hcl.notes[0].message == "this block is nested too deep to be read");
  REQUIRE(hcl.root.attributes.size() == 1);
  CHECK(hcl.root.attributes[0].name == "z");
}

TEST_CASE("JSON syntax has the same blocks") {
  CHECK(shown_json(R"({
  "resource": {
    "aws_s3_bucket": {
      "logs": {"bucket": "logs", "versioning": [{"enabled": true}]},
      "twice": [{"bucket": "a"}, {"bucket": "b"}]
    }
  },
  "locals": {"a": 1},
  "module": {"net": {"source": "./net"}}
})") == R"(resource [aws_s3_bucket] [logs] 4:7 "logs" to line 4
  bucket = 4:26 "logs"
  versioning = 4:48 [{"enabled": true}]
resource [aws_s3_bucket] [twice] 5:7 "twice" to line 5
  bucket = 5:28 "a"
resource [aws_s3_bucket] [twice] 5:7 "twice" to line 5
  bucket = 5:45 "b"
locals 8:3 "locals" to line 8
  a = 8:19 1
module [net] 9:14 "net" to line 9
  source = 9:32 "./net"
)");
}

TEST_CASE("a broken JSON file is a note at its place") {
  CHECK(shown_json("{\n \"resource\": }\n").find("note 2:14") == 0);
}
