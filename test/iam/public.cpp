// What AWS calls public, by the examples and rules of its own pages:
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
// https://docs.aws.amazon.com/efs/latest/ug/access-control-block-public-access.html#what-is-a-public-policy
#include <fmt/format.h>

#include <string>

#include "catch.h"
#include "iam/asking.h"

using namespace demarc;

namespace {

struct Example {
  const char* name;
  const char* condition;
  const char* is_public;
};

// Whether an Allow for everyone is public under a condition.
std::string is_public(const std::string& condition) {
  return truth_of(
      "resource Allow public",
      fmt::format(
          R"({{"Statement": [{{"Effect": "Allow", "Principal": "*", "Action": "s3:PutObject", "Resource": "*", "Condition": {}}}]}})",
          condition));
}

void check(const Example& example) {
  INFO(example.name);
  INFO(example.condition);
  CHECK(is_public(example.condition) == example.is_public);
}

}  // namespace

TEST_CASE("The examples of AWS's page on buckets") {
  const auto of = [](const std::string& statement) {
    return truth_of("resource Allow public", R"({"Statement": [)" + statement + "]}");
  };
  CHECK(
      of(R"({"Principal": {"Federated": "graph.facebook.com"}, "Resource": "*", "Action": "s3:PutObject", "Effect": "Allow"})") ==
      "yes");
  CHECK(of(R"({"Principal": "*", "Resource": "*", "Action": "s3:PutObject", "Effect": "Allow"})") == "yes");
  CHECK(
      of(R"({"Principal": "*", "Resource": "*", "Action": "s3:PutObject", "Effect": "Allow", "Condition": {"StringLike": {"aws:SourceVpc": "vpc-*"}}})") ==
      "yes");
  CHECK(
      of(R"({"Principal": "*", "Resource": "*", "Action": "s3:PutObject", "Effect": "Allow", "Condition": {"StringEquals": {"aws:SourceVpc": "vpc-91237329"}}})") ==
      "no");
  // A policy with a grant to CloudTrail, one to another account, and one to everyone: the third is the public one.
  CHECK(answer("resource Allow public", R"({"Statement": [
{"Principal": {"Service": "cloudtrail.amazonaws.com"}, "Resource": "*", "Action": "s3:PutObject", "Effect": "Allow"},
{"Principal": {"AWS": "111122223333"}, "Resource": "*", "Action": "s3:GetObject", "Effect": "Allow"},
{"Principal": "*", "Resource": "*", "Action": "s3:GetObject", "Effect": "Allow"}]})") ==
        "yes\nyes Policy.Statement[2]@4:1: actions=s3:GetObject principal=everyone resources=* restriction=");
}

TEST_CASE("The examples of AWS's page on file systems") {
  const auto of = [](const std::string& rest) {
    return truth_of("resource Allow public", R"({"Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": [
      "elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite", "elasticfilesystem:ClientRootAccess"])" +
                                                 rest + "}]}");
  };
  CHECK(of("") == "yes");
  CHECK(of(R"(, "Condition": {"Bool": {"elasticfilesystem:AccessedViaMountTarget": "true"}})") == "no");
  CHECK(of(R"(, "Condition": {"Bool": {"elasticfilesystem:AccessedViaMountTarget": "false"}})") == "yes");
}

TEST_CASE("A fixed value of one of AWS's keys is not public, a wildcard or a policy variable is") {
  for (const Example& example : {
           Example{"organization", R"({"StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}})", "no"},
           {"organization, key in another case", R"({"StringEquals": {"AWS:principalorgid": "o-a1b2c3d4e5"}})", "no"},
           {"any organization", R"({"StringLike": {"aws:PrincipalOrgID": "o-*"}})", "yes"},
           {"path of an organization", R"({"ForAnyValue:StringLike": {"aws:PrincipalOrgPaths": "o-a1b2c3d4e5/r-ab12/*"}})", "no"},
           {"path of any organization", R"({"ForAnyValue:StringLike": {"aws:PrincipalOrgPaths": "o-*/r-ab12/*"}})", "yes"},
           {"account", R"({"StringEquals": {"aws:PrincipalAccount": ["111122223333", "444455556666"]}})", "no"},
           {"account of the source", R"({"StringEquals": {"aws:SourceAccount": "111122223333"}})", "no"},
           {"owner of the source", R"({"StringEquals": {"aws:SourceOwner": "111122223333"}})", "no"},
           {"caller of a key", R"({"StringEquals": {"kms:CallerAccount": "111122223333"}})", "no"},
           {"endpoint", R"({"StringEquals": {"aws:SourceVpce": "vpce-1a2b3c4d"}})", "no"},
           {"some endpoints and any", R"({"StringLike": {"aws:SourceVpce": ["vpce-1a2b3c4d", "vpce-*"]}})", "yes"},
           {"any endpoint and some", R"({"StringLike": {"aws:SourceVpce": ["vpce-*", "vpce-1a2b3c4d"]}})", "yes"},
           {"key for encryption",
            R"({"StringEquals": {"s3:x-amz-server-side-encryption-aws-kms-key-id": "arn:aws:kms:eu-west-1:111122223333:key/a"}})",
            "no"},
           {"user id", R"({"StringLike": {"aws:userid": "AROAEXAMPLE:*"}})", "no"},
           {"any user id", R"({"StringLike": {"aws:userid": "*:botocore"}})", "yes"},
           {"account of an access point", R"({"StringEquals": {"s3:DataAccessPointAccount": "111122223333"}})", "no"},
           {"access points of an account",
            R"({"StringLike": {"s3:DataAccessPointArn": "arn:aws:s3:us-west-2:123456789012:accesspoint/*"}})", "no"},
           {"access points of any account",
            R"({"StringLike": {"s3:DataAccessPointArn": "arn:aws:s3:us-west-2:*:accesspoint/*"}})", "yes"},
           {"source", R"({"ArnEquals": {"aws:SourceArn": "arn:aws:sns:eu-west-1:111122223333:alerts"}})", "no"},
           {"sources of an account", R"({"ArnLike": {"aws:SourceArn": "arn:aws:sns:*:111122223333:*"}})", "no"},
           {"a name in any account", R"({"ArnLike": {"aws:SourceArn": "arn:aws:sns:*:*:alerts"}})", "yes"},
           {"a bucket, of whatever account", R"({"ArnLike": {"aws:SourceArn": "arn:aws:s3:*:*:uploads"}})", "no"},
           {"a bucket", R"({"ArnLike": {"aws:SourceArn": "arn:aws:s3:::uploads"}})", "no"},
           {"buckets by prefix", R"({"ArnLike": {"aws:SourceArn": "arn:aws:s3:::uploads-*"}})", "yes"},
           {"any source", R"({"ArnLike": {"aws:SourceArn": "*"}})", "yes"},
           {"role", R"({"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/*"}})", "no"},
           {"role of that name anywhere", R"({"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::*:role/Admin"}})", "yes"},
           {"own account of each caller", R"({"StringEquals": {"aws:SourceAccount": "${aws:PrincipalAccount}"}})", "yes"},
           {"a star that StringEquals takes literally", R"({"StringEquals": {"aws:PrincipalOrgID": "*"}})", "no"},
           {"services of AWS", R"({"Bool": {"aws:PrincipalIsAWSService": "true"}})", "no"},
       }) {
    check(example);
  }
}

TEST_CASE("Address ranges are public where they are broader than /8 or /32") {
  for (const Example& example : {
           Example{"one address", R"({"IpAddress": {"aws:SourceIp": "203.0.113.7"}})", "no"},
           {"a network", R"({"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}})", "no"},
           {"the broadest network", R"({"IpAddress": {"aws:SourceIp": "11.0.0.0/8"}})", "no"},
           {"a broader one", R"({"IpAddress": {"aws:SourceIp": "10.0.0.0/7"}})", "yes"},
           {"half the net", R"({"IpAddress": {"aws:SourceIp": ["0.0.0.0/1", "128.0.0.0/1"]}})", "yes"},
           {"the whole net", R"({"IpAddress": {"aws:SourceIp": "0.0.0.0/0"}})", "yes"},
           {"a network and the whole net", R"({"IpAddress": {"aws:SourceIp": ["203.0.113.0/24", "0.0.0.0/0"]}})", "yes"},
           {"an IPv6 network", R"({"IpAddress": {"aws:SourceIp": "2001:db8::/32"}})", "no"},
           {"a broader IPv6 network", R"({"IpAddress": {"aws:SourceIp": "2001::/16"}})", "yes"},
           {"all but a network", R"({"NotIpAddress": {"aws:SourceIp": "203.0.113.0/24"}})", "yes"},
           {"a network as text", R"({"StringEquals": {"aws:SourceIp": "203.0.113.0/24"}})", "yes"},
           {"text that is no network", R"({"IpAddress": {"aws:SourceIp": "office"}})", "unknown"},
       }) {
    check(example);
  }
}

TEST_CASE("Conditions that anyone can meet do not restrict") {
  for (const Example& example : {
           Example{"nothing at all", "{}", "yes"},
           {"another key", R"({"Bool": {"aws:SecureTransport": "true"}})", "yes"},
           {"a referer", R"({"StringLike": {"aws:Referer": "https://www.example.com/*"}})", "yes"},
           {"a tag of the caller", R"({"StringEquals": {"aws:PrincipalTag/team": "a"}})", "yes"},
           {"only if the key is there", R"({"StringEqualsIfExists": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}})", "yes"},
           {"all of no values", R"({"ForAllValues:StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}})", "yes"},
           {"anybody but an organization", R"({"StringNotEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}})", "yes"},
           {"the key must be there", R"({"Null": {"aws:SourceVpce": "false"}})", "yes"},
           {"an ARN compared with a function of numbers", R"({"NumericEquals": {"aws:SourceAccount": "111122223333"}})", "yes"},
           {"one of two that restricts",
            R"({"Bool": {"aws:SecureTransport": "true"}, "StringEquals": {"aws:SourceVpc": "vpc-1"}})", "no"},
       }) {
    check(example);
  }
}

TEST_CASE("Values that are not known restrict, unless they may be a star") {
  for (const Example& example : {
           Example{"a parameter, compared exactly", R"({"StringEquals": {"aws:PrincipalOrgID": {"Ref": "Org"}}})", "no"},
           {"a parameter, with wildcards", R"({"StringLike": {"aws:PrincipalOrgID": {"Ref": "Org"}}})", "unknown"},
           {"a parameter, as ARN", R"({"ArnLike": {"aws:SourceArn": {"Ref": "Source"}}})", "unknown"},
           {"a topic of the template", R"({"ArnLike": {"aws:SourceArn": {"Fn::GetAtt": "Topic.Arn"}}})", "no"},
           {"a hole in an ARN", R"({"ArnLike": {"aws:SourceArn": {"Fn::Sub": "arn:aws:sns:*:${Account}:*"}}})", "no"},
           {"the own account", R"({"StringLike": {"aws:SourceAccount": {"Ref": "AWS::AccountId"}}})", "no"},
           {"a network", R"({"IpAddress": {"aws:SourceIp": {"Ref": "Cidr"}}})", "unknown"},
           {"one address", R"({"IpAddress": {"aws:SourceIp": {"Fn::Sub": "${Ip}/32"}}})", "no"},
           {"a whole condition", R"({"Ref": "If"})", "unknown"},
           {"a whole condition beside one that restricts",
            R"({"StringEquals": {"aws:SourceVpc": "vpc-1"}, "Bool": {"Ref": "If"}})", "no"},
       }) {
    check(example);
  }
}

TEST_CASE("The message says which conditions do not restrict") {
  CHECK(answer("resource Allow public",
               R"({"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "*",
"Condition": {"IpAddress": {"aws:SourceIp": "0.0.0.0/0"}, "Bool": {"aws:SecureTransport": "true"}}}]})") ==
        "yes\nyes Policy.Statement[0]@1:16: actions=s3:GetObject principal=everyone resources=* "
        "restriction=, on conditions that anyone can meet (aws:SourceIp and aws:SecureTransport)");
  CHECK(answer("resource Allow everyone",
               R"({"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "*",
"Condition": {"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}}}]})") ==
        "yes\nyes Policy.Statement[0]@1:16: actions=s3:GetObject principal=everyone resources=* restriction=, on conditions of "
        "aws:SourceIp");
}

TEST_CASE("A value that could not restrict anyway is no reason") {
  CHECK(answer("trust Allow public",
               R"({"Statement": [{"Effect": "Allow", "Principal": {"AWS": {"Ref": "Who"}}, "Action": "sts:AssumeRole",
"Condition": {"StringEquals": {"sts:ExternalId": {"Ref": "Id"}}}}]})",
               {StatementTest::Document::trust, {}, {}}) ==
        "unknown\nunknown Policy.Statement[0]@1:16: Principal depends on parameter Who, which has no default");
}

TEST_CASE("The reason why it is not known is the value's") {
  CHECK(answer("resource Allow public",
               R"({"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "*",
"Condition": {"IpAddress": {"aws:SourceIp": {"Ref": "Cidr"}}}}]})") ==
        "unknown\nunknown Policy.Statement[0]@1:16: aws:SourceIp depends on parameter Cidr, which has no default");
}
