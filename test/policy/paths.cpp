#include "analyzer/policy/path.h"
#include "catch.h"
#include "describe.h"

namespace demarc::test {
namespace {

// The path as it was understood, or the error.
std::string understood(std::string_view text) {
  Result<Path> path = read_path(text);
  return path ? describe(Paths{{"", *path}}) : path.error().message;
}

}  // namespace

TEST_CASE("a path is read into its steps") {
  Result<Path> path = read_path("/Options(Namespace=aws:ec2:vpc)(OptionName=VPCId).Value.**");
  REQUIRE(path);
  CHECK(path->from_root);
  CHECK(path->leaves);
  CHECK(path->text == "/Options(Namespace=aws:ec2:vpc)(OptionName=VPCId).Value.**");
  REQUIRE(path->steps.size() == 2);
  CHECK(path->steps[0].name == "Options");
  REQUIRE(path->steps[0].selectors.size() == 2);
  CHECK(path->steps[0].selectors[0].field == "Namespace");
  CHECK(path->steps[0].selectors[0].text == "aws:ec2:vpc");
  CHECK(path->steps[0].selectors[1].field == "OptionName");
  CHECK(path->steps[0].selectors[1].text == "VPCId");
  CHECK(path->steps[1].name == "Value");
  CHECK(path->steps[1].selectors.empty());
}

TEST_CASE("the item itself, the root itself, every leaf") {
  CHECK(read_path(".")->steps.empty());
  CHECK_FALSE(read_path(".")->from_root);
  CHECK(read_path("/")->from_root);
  CHECK(read_path("/")->steps.empty());
  CHECK(read_path("**")->leaves);
  CHECK(read_path("/**")->leaves);
  CHECK(understood("(Name=x).Value") == "(Name=x).Value");
}

TEST_CASE("a key in parentheses may hold dots and equal signs") {
  CHECK(read_path("Parameters(rds.force_ssl)")->steps[0].selectors[0].text == "rds.force_ssl");
  CHECK(read_path("Parameters(rds.force_ssl)")->steps[0].selectors[0].field == "");
  CHECK(read_path("Map(a.b=c)")->steps[0].selectors[0].text == "a.b=c");
  CHECK(read_path("Map(a.b=c)")->steps[0].selectors[0].field == "");
  CHECK(read_path("Map(a=b=c)")->steps[0].selectors[0].field == "a");
  CHECK(read_path("Map(a=b=c)")->steps[0].selectors[0].text == "b=c");
}

TEST_CASE("$item in a selector is left open, $$ is a dollar") {
  CHECK(read_path("Features(Name=$item).Status")->steps[0].selectors[0].is_item);
  CHECK(read_path("Features($item)")->steps[0].selectors[0].is_item);
  CHECK_FALSE(read_path("Stages($$default)")->steps[0].selectors[0].is_item);
  CHECK(read_path("Stages($$default)")->steps[0].selectors[0].text == "$default");
  CHECK(understood("Features(Name=$days)") == "\"$days\" cannot stand in a path; only $item can, and $$ is a dollar");
}

TEST_CASE("a malformed path says what is wrong with it") {
  CHECK(understood("") == "a path is empty; write . for the item itself");
  CHECK(understood("A..B") == "path \"A..B\" has a dot where a name is expected");
  CHECK(understood("..") == "path \"..\" has a dot where a name is expected");
  CHECK(understood("A.") == "path \"A.\" ends where a name is expected");
  CHECK(understood("A(b") == "a parenthesis in path \"A(b\" is not closed");
  CHECK(understood("A()") == "a selector is empty; write (key) or (Field=text)");
  CHECK(understood("A(Name=)") == "a selector is empty; write (key) or (Field=text)");
  CHECK(understood("A[0].B") ==
        "\"[\" cannot stand in path \"A[0].B\"; a key that is no plain word stands in parentheses: Name(key)");
  CHECK(understood("A.**.B") ==
        "\"*\" cannot stand in path \"A.**.B\"; a key that is no plain word stands in parentheses: Name(key)");
  CHECK(understood("A.(key)") == "path \"A.(key)\" has a parenthesis where a name is expected");
  CHECK(understood("A(b)C") ==
        "\"C\" cannot stand in path \"A(b)C\"; a key that is no plain word stands in parentheses: Name(key)");
  CHECK(understood("aws:SecureTransport") ==
        "\":\" cannot stand in path \"aws:SecureTransport\"; a key that is no plain word stands in parentheses: Name(key)");
}

TEST_CASE("of several paths a type has its own, then that of a glob, then the common one") {
  Paths paths = {{"", *read_path("A")}, {"AWS::RDS::*", *read_path("B")}, {"AWS::RDS::DBInstance", *read_path("C")}};
  CHECK(path_for(paths, "AWS::RDS::DBInstance")->text == "C");
  CHECK(path_for({{"AWS::RDS::*", *read_path("B")}, {"AWS::RDS::DBInstance", *read_path("C")}}, "AWS::RDS::DBCluster")->text ==
        "B");
  CHECK(path_for(paths, "AWS::S3::Bucket")->text == "A");
  CHECK(path_for({{"AWS::RDS::DBInstance", *read_path("C")}}, "AWS::S3::Bucket") == nullptr);
}

}  // namespace demarc::test
