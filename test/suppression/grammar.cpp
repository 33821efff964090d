#include "catch.h"

#include <string>

#include "analyzer/suppression/own_comment.h"
#include "analyzer/suppression/suppress.h"

using namespace demarc;

namespace {

std::string read(const std::string& comment) {
  Result<SuppressionRule> rule = read_own_comment(comment);
  if (!rule) return "wrong: " + rule.error().message;
  std::string policies;
  for (const std::string& policy : rule->policies) policies += "[" + policy + "]";
  return policies + " " + rule->mark.reason + " " + rule->mark.until;
}

}  // namespace

TEST_CASE("a comment names policies, perhaps a day, and a reason") {
  CHECK(read("demarc:ignore s3-public-acl: Public site") == "[s3-public-acl] Public site ");
  CHECK(read("demarc:ignore a , b-*,c until 2027-01-31 :  R: with a colon ") == "[a][b-*][c] R: with a colon 2027-01-31");
  CHECK(read("demarc:ignore until-x: R") == "[until-x] R ");
}

TEST_CASE("what is wrong with a comment is said") {
  CHECK(read("demarc:ignore a") == "wrong: it gives no reason");
  CHECK(read("demarc:ignore a:  ") == "wrong: it gives no reason");
  CHECK(read("demarc:ignore: R") == "wrong: it names no policy");
  CHECK(read("demarc:ignore a until: R") == "wrong: until must be a day such as 2027-01-31, not \"until\"");
  CHECK(read("demarc:ignore a until 2027-02-30: R") == "wrong: until must be a day such as 2027-01-31, not \"2027-02-30\"");
  CHECK(read("demarc:ignore a b: R") == "wrong: \"a b\" is no id of a policy");
  CHECK(read("demarc:disable a: R") == "wrong: it does not begin with demarc:ignore");
}

TEST_CASE("an address means its instances, and a module what is in it") {
  CHECK(address_matches("aws_s3_bucket.a", "aws_s3_bucket.a"));
  CHECK(address_matches("aws_s3_bucket.a", "aws_s3_bucket.a[\"x\"]"));
  CHECK(address_matches("module.m", "module.m[0].aws_s3_bucket.a"));
  CHECK(address_matches("module.m", "module.m.module.n.aws_s3_bucket.a"));
  CHECK(address_matches("module.*.aws_s3_bucket.logs[\"a\"]", "module.m[0].aws_s3_bucket.logs[\"a\"]"));
  CHECK(address_matches("Outputs", "Outputs.Key"));
  CHECK_FALSE(address_matches("aws_s3_bucket.a", "aws_s3_bucket.ab"));
  CHECK_FALSE(address_matches("aws_s3_bucket.a[0]", "aws_s3_bucket.a[1]"));
  CHECK_FALSE(address_matches("module.m", "module.more.aws_s3_bucket.a"));
}

TEST_CASE("a path is seen from the folder that it lies in") {
  CHECK(path_within("/a/b", "/a/b/c.yaml") == "c.yaml");
  CHECK(path_within("/a/b/", "/a/b/c/d.yaml") == "c/d.yaml");
  CHECK(path_within("/", "/a.yaml") == "a.yaml");
  CHECK(path_within("/a/b", "/a/bc.yaml").empty());
  CHECK(path_within("/a/b", "/a/b").empty());
}
