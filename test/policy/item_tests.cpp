#include "catch.h"
#include "logic.h"

namespace demarc::test {

TEST_CASE("some and every, with what counts, how many, and what makes them different") {
  CHECK(test_of("{some: L}") == "some L, absent yes");
  CHECK(test_of("{some: L, where: {property: A, set: true}, at-least: 2, distinct: SubnetId, absent: unknown}") ==
        "some L, at-least 2, distinct SubnetId, where (property A set [true]), absent unknown");
  CHECK(test_of("{every: /L.M, where: {property: A, set: true}}") == "every /L.M, where (property A set [true]), absent yes");
  CHECK(test_of("{every: L}") == "p.yaml:5:11: \"where\" is missing in a test with every\n");
  CHECK(test_of("{every: L, where: {property: A, set: true}, at-least: 2}") ==
        "p.yaml:5:54: unknown key \"at-least\" in a test with every\n");
  CHECK(test_of("{some: L, at-least: 0}") == "p.yaml:5:30: \"at-least\" must be a whole number from 1 on, not \"0\"\n");
  CHECK(test_of("{some: L, at-least: $days}") == "some L, at-least 90, absent yes");
}

TEST_CASE("each takes a path, a path by type, or the members of a setting") {
  CHECK(
      logic_of(
          "for: AWS::EC2::Instance\neach: A.B\nwhere: {property: C, set: true}\nforbid: {property: ., is: x}\nabsent: pass\n") ==
      "AWS::EC2::Instance each A.B, absent no where (property C set [true]) forbid (property . is ['x'], absent no)");
  CHECK(logic_of("for: [AWS::RDS::DBInstance, AWS::RDS::DBCluster]\neach: {AWS::RDS::DBInstance: A, AWS::RDS::DBCluster: B}\n"
                 "require: {property: C, set: true}\nabsent: fail\n") ==
        "AWS::RDS::DBInstance AWS::RDS::DBCluster each AWS::RDS::DBInstance:A | AWS::RDS::DBCluster:B, absent no require "
        "(property C set [true])");
  CHECK(logic_of("for: AWS::EC2::Instance\neach: $allowed-regions\nrequire: {all: [{property: F(Name=$item).G, is: $item}, {tag: "
                 "$item, set: true}]}\nabsent: fail\n") ==
        "AWS::EC2::Instance each member of ['eu-west-1' 'eu-north-1'] require (all(property F(Name=<item>).G is [$item], absent "
        "no; "
        "tag $item set [true]))");
}

TEST_CASE("$item is refused where it has no meaning, and inside a text") {
  CHECK(test_of("{property: A, is: $item}") == "p.yaml:5:28: $item has no meaning here; it needs `each: $setting`\n");
  CHECK(test_of("{property: A(Name=$item), is: x}") == "p.yaml:5:21: $item has no meaning here; it needs `each: $setting`\n");
  CHECK(logic_of("for: AWS::EC2::Instance\neach: $allowed-regions\nrequire: {property: A, like: \"*.$item\"}\nabsent: fail\n") ==
        "p.yaml:6:30: \"like\": \"*.$item\" has $item inside a text; $item stands for a whole value only\n");
}

TEST_CASE("relations, with the side that names and the side that is named") {
  CHECK(test_of("{refers-to: AWS::S3::Bucket, via: LogBucket, where: {property: A, set: true}}") ==
        "refers-to [AWS::S3::Bucket] via LogBucket, where (property A set [true]), absent yes");
  CHECK(test_of("{refers-to: [AWS::S3::Bucket, \"AWS::RDS::*\"], via: [A, B.C], by: [Name, Arn]}") ==
        "refers-to [AWS::S3::Bucket AWS::RDS::*] via A B.C by Name Arn, absent yes");
  CHECK(test_of("{referred-by: \"*\", via: {table: secret-properties}}") ==
        "referred-by [*] via AWS::RDS::DBInstance:MasterUserPassword | AWS::RDS::DBCluster:MasterUserPassword "
        "AWS::RDS::DBInstance:TdeCredentialPassword, absent yes");
  CHECK(test_of("{exists: AWS::S3::Bucket, at-least: 2, distinct: Name}") ==
        "exists [AWS::S3::Bucket], at-least 2, distinct Name, absent yes");
  CHECK(test_of("{refers-to: {table: stateful-types}, via: A}") ==
        "refers-to [AWS::S3::Bucket AWS::RDS::DBInstance] via A, absent yes");
}

TEST_CASE("via is typed by the side that names") {
  CHECK(test_of("{refers-to: AWS::S3::Bucket, via: {AWS::EC2::Instance: A}}") ==
        "refers-to [AWS::S3::Bucket] via AWS::EC2::Instance:A, absent yes");
  CHECK(test_of("{referred-by: [AWS::S3::Bucket, AWS::EC2::VPC], via: {AWS::S3::Bucket: A, AWS::EC2::VPC: B}}") ==
        "referred-by [AWS::S3::Bucket AWS::EC2::VPC] via AWS::S3::Bucket:A | AWS::EC2::VPC:B, absent yes");
  CHECK(test_of("{referred-by: AWS::S3::Bucket, via: {AWS::EC2::Instance: A}}") ==
        "p.yaml:5:47: \"AWS::EC2::Instance\" is none of the types that this test speaks of\n"
        "p.yaml:5:47: no path is given for AWS::S3::Bucket\n");
}

TEST_CASE("what relations do not take is refused") {
  CHECK(test_of("{exists: AWS::S3::Bucket, via: A}") == "p.yaml:5:36: unknown key \"via\" in a test with exists\n");
  CHECK(test_of("{refers-to: Bucket}") ==
        "p.yaml:5:22: \"refers-to\" must be a type, not \"Bucket\"; types are written AWS::EC2::Volume, aws_ebs_volume or "
        "template.parameter\n");
  CHECK(test_of("{refers-to: AWS::S3::Bucket, vai: A}") ==
        "p.yaml:5:39: unknown key \"vai\" in a test with refers-to; did you mean \"via\"?\n");
  CHECK(test_of("{refers-to: AWS::S3::Bucket, referred-by: AWS::S3::Bucket}") ==
        "p.yaml:5:39: \"refers-to\" and \"referred-by\" are two tests; put each into a list under all: or any:\n");
  CHECK(test_of("{refers-to: [AWS::S3::Bucket, AWS::EC2::VPC], by: {AWS::S3::Bucket: A, AWS::EC2::VPC: B}}") ==
        "p.yaml:5:61: \"by\" must be one path for all types\n");
}

}  // namespace demarc::test
