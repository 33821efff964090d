#include "catch.h"
#include "logic.h"

namespace demarc::test {

TEST_CASE("a whole policy is read, with everything that it says of itself") {
  ReadCatalog read_one = read({{"s3/public-acl/public-acl.yaml", R"(
id: s3-public-acl
title: Bucket ACL grants access to everyone
severity: {ordinary: high, sensitive: critical}
category: data-protection
since: 0.1.0
profile: opt-in
for: AWS::S3::Bucket
dialects: [terraform]
changes: [create, update]
forbid: {property: AccessControl, in: [PublicRead, PublicReadWrite]}
absent: pass
message: {found: "grants {value}", absent: grants what the account says}
aws-side: AWS checks every request.
your-side: You decide whom the ACL lets in.
fix: {cloudformation: "AccessControl: Private", terraform: 'acl = "private"'}
references: [https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html]
controls: {fsbp: [S3.2, S3.3], cis-3.0: "2.1.4"}
peers: {checkov: [CKV_AWS_20]}
replaces: [s3-acl-public]
)",
                                true}});
  CHECK(read_one.errors == "");
  const Policy* policy = read_one.catalog.find("s3-public-acl");
  REQUIRE(policy);
  CHECK(policy->title == "Bucket ACL grants access to everyone");
  CHECK(policy->severity == Severity::high);
  CHECK(policy->severity_sensitive == Severity::critical);
  CHECK(policy->category == Category::data_protection);
  CHECK(policy->since == "0.1.0");
  CHECK(policy->profile == Profile::opt_in);
  CHECK(policy->message == "grants {value}");
  CHECK(policy->message_absent == "grants what the account says");
  CHECK(policy->aws_side == "AWS checks every request.");
  CHECK(policy->your_side == "You decide whom the ACL lets in.");
  CHECK(policy->fix.in(Dialect::cloudformation) == "AccessControl: Private");
  CHECK(policy->fix.in(Dialect::terraform) == "acl = \"private\"");
  CHECK(policy->references ==
        std::vector<std::string>{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html"});
  CHECK(policy->controls == decltype(policy->controls){{"fsbp", {"S3.2", "S3.3"}}, {"cis-3.0", {"2.1.4"}}});
  CHECK(policy->peers == decltype(policy->peers){{"checkov", {"CKV_AWS_20"}}});
  CHECK(policy->replaces == std::vector<std::string>{"s3-acl-public"});
  CHECK(policy->file == "s3/public-acl/public-acl.yaml");
  CHECK(describe(*policy) ==
        "AWS::S3::Bucket in terraform on create update forbid (property AccessControl in ['PublicRead' 'PublicReadWrite'], "
        "absent no)");
}

TEST_CASE("a user's policy needs an id, a title, a severity and its logic; demarc finds words for the message") {
  ReadCatalog value = read({{"ours.yaml", R"(
id: Our_Names.1
title: Bucket has a name of its own
severity: low
for: AWS::S3::Bucket
require: {property: BucketName, like: "acme-*"}
absent: fail
)"}});
  CHECK(value.errors == "");
  REQUIRE(value.catalog.policies.size() == 1);
  CHECK(value.catalog.policies[0].message == "has {property} {value}");
  CHECK(value.catalog.policies[0].profile == Profile::standard);

  ReadCatalog relation = read({{"ours.yaml", R"(
id: ours
title: Network is not recorded
severity: low
for: AWS::EC2::VPC
require: {referred-by: AWS::EC2::FlowLog}
)"}});
  CHECK(relation.errors == "");
  REQUIRE(relation.catalog.policies.size() == 1);
  CHECK(relation.catalog.policies[0].message == "fails: Network is not recorded");
}

TEST_CASE("what a policy must have and has not is said at its head") {
  CHECK(errors_of("for: AWS::S3::Bucket\nrequire: {property: BucketName, set: true}\n") ==
        "p.yaml:1:1: \"id\" is missing in a policy\n"
        "p.yaml:1:1: \"title\" is missing in a policy\n"
        "p.yaml:1:1: \"severity\" is missing in a policy\n");
  CHECK(errors_of(kHead) ==
        "p.yaml:1:1: \"for\" is missing in a policy\n"
        "p.yaml:1:1: \"require\" or \"forbid\" is missing in a policy\n");
  CHECK(read({{"a/b/b.yaml",
               "id: a-b\ntitle: T\nseverity: low\nfor: AWS::S3::Bucket\nrequire: {property: BucketName, set: true}\n", true}})
            .errors ==
        "a/b/b.yaml:1:1: \"category\" is missing in a policy\n"
        "a/b/b.yaml:1:1: \"since\" is missing in a policy\n"
        "a/b/b.yaml:1:1: \"profile\" is missing in a policy\n"
        "a/b/b.yaml:1:1: \"message\" is missing in a policy\n"
        "a/b/b.yaml:1:1: \"aws-side\" is missing in a policy\n"
        "a/b/b.yaml:1:1: \"your-side\" is missing in a policy\n"
        "a/b/b.yaml:1:1: \"fix\" is missing in a policy\n"
        "a/b/b.yaml:1:1: \"references\" is missing in a policy\n");
}

TEST_CASE("unknown keys are refused at their line, with the key that was meant") {
  CHECK(errors_of(std::string(kHead) + "sevrity: low\nfor: AWS::S3::Bucket\nrequire: {property: BucketName, set: true}\n") ==
        "p.yaml:4:1: unknown key \"sevrity\" in a policy; did you mean \"severity\"?\n");
  CHECK(
      errors_of(std::string(kHead) + "on: AWS::S3::Bucket\nfor: AWS::S3::Bucket\nrequire: {property: BucketName, set: true}\n") ==
      "p.yaml:4:1: unknown key \"on\" in a policy; did you mean \"for\"?\n");
  CHECK(errors_of(std::string(kHead) + "zebra: 1\nfor: AWS::S3::Bucket\nrequire: {property: BucketName, set: true}\n") ==
        "p.yaml:4:1: unknown key \"zebra\" in a policy\n");
}

TEST_CASE("a key that is written twice is refused where it is written again") {
  CHECK(errors_of(std::string(kHead) + "severity: high\nfor: AWS::S3::Bucket\nrequire: {property: BucketName, set: true}\n") ==
        "p.yaml:4:1: \"severity\" is written twice in a policy\n");
}

TEST_CASE("words of closed lists are refused with the nearest right one") {
  auto with = [](const std::string& line) {
    return errors_of("id: p\ntitle: T\n" + line + "for: AWS::S3::Bucket\nrequire: {property: BucketName, set: true}\n");
  };
  CHECK(with("severity: hihg\n") ==
        "p.yaml:3:11: \"severity\" must be note, low, medium, high or critical, not \"hihg\"; did you mean \"high\"?\n");
  CHECK(with("severity: [low]\n") == "p.yaml:3:11: \"severity\" must be note, low, medium, high or critical, not a list\n");
  CHECK(with("severity: {ordinary: low}\n") == "p.yaml:3:12: \"sensitive\" is missing in \"severity\"\n");
  CHECK(with("severity: low\ncategory: secret\n") ==
        "p.yaml:4:11: \"category\" must be identity, data-protection, network, logging, backup, patching, secrets or governance, "
        "not \"secret\"; "
        "did you mean \"secrets\"?\n");
  CHECK(with("severity: low\nprofile: standard\n") ==
        "p.yaml:4:10: \"profile\" must be default, recommended, strict or opt-in, not \"standard\"\n");
  CHECK(with("severity: low\ndialects: [teraform]\n") ==
        "p.yaml:4:12: \"dialects\" must be cloudformation or terraform, not \"teraform\"; did you mean \"terraform\"?\n");
  CHECK(with("severity: low\nchanges: destroy\n") ==
        "p.yaml:4:10: \"changes\" must be create, update, replace, delete, forget, no-op or read, not \"destroy\"\n");
}

TEST_CASE("texts of a policy have their forms") {
  auto with = [](const std::string& line) {
    return errors_of("id: p\nseverity: low\n" + line + "for: AWS::S3::Bucket\nrequire: {property: BucketName, set: true}\n");
  };
  CHECK(with("title: [a]\n") == "p.yaml:3:8: \"title\" must be a text, not a list\n");
  CHECK(with("title:\n") == "p.yaml:3:7: \"title\" must be a text, not empty\n");
  CHECK(with("title: T\nsince: 1.0\n") == "p.yaml:4:8: \"since\" must be a version such as 0.1.0, not \"1.0\"\n");
  CHECK(with("title: T\nreferences: [docs]\n") == "p.yaml:4:14: a reference must be a URL, not \"docs\"\n");
  CHECK(with("title: T\npeers: [a]\n") == "p.yaml:4:8: \"peers\" must be a map of lists, not a list\n");
  CHECK(with("title: T\nfix: {cdk: x}\n") == "p.yaml:4:7: unknown key \"cdk\" in \"fix\"\n");
  CHECK(with("title: T\nmessage: {absent: x}\n") == "p.yaml:4:11: \"found\" is missing in \"message\"\n");
}

TEST_CASE("ids: a built-in policy has that of its path, and no two policies have the same") {
  const std::string rest =
      "\ntitle: T\nseverity: low\ncategory: network\nsince: 0.1.0\nprofile: strict\nmessage: m\naws-side: a\nyour-side: b\nfix: "
      "f\n"
      "references: [https://a.example]\nfor: AWS::S3::Bucket\nrequire: {property: BucketName, set: true}\n";
  CHECK(read({{"s3/nameless/nameless.yaml", "id: s3-unnamed" + rest, true}}).errors ==
        "s3/nameless/nameless.yaml:1:5: the id must be \"s3-nameless\", as the path says\n");
  CHECK(read({{"s3/nameless.yaml", "id: s3-nameless" + rest, true}}).errors ==
        "s3/nameless.yaml:1:5: a built-in policy stands at SERVICE/NAME/NAME.yaml\n");
  CHECK(read({{"s3/nameless/nameless.yaml", "id: s3-nameless" + rest, true}, {"mine/x.yaml", "id: s3-nameless" + rest}}).errors ==
        "mine/x.yaml:1:5: id \"s3-nameless\" is taken by s3/nameless/nameless.yaml\n");
  CHECK(read({{"mine/x.yaml", "id: two words" + rest}}).errors ==
        "mine/x.yaml:1:5: \"two words\" is no id; ids are letters, digits and hyphens\n");
}

TEST_CASE("for: takes types, globs, parts of templates, tables of types") {
  auto with = [](const std::string& types) { return logic_of("for: " + types + "\nrequire: {property: Name, set: true}\n"); };
  const std::string rest = " require (property Name set [true])";
  CHECK(with("[AWS::S3::Bucket, AWS::RDS::*, Alexa::ASK::Skill]") == "AWS::S3::Bucket AWS::RDS::* Alexa::ASK::Skill" + rest);
  CHECK(with("'*'") == "*" + rest);
  CHECK(with("[template.parameter, provider.aws, data.aws_ami, aws_iam_account_password_policy, Org::Service::Thing::MODULE]") ==
        "template.parameter provider.aws data.aws_ami aws_iam_account_password_policy Org::Service::Thing::MODULE" + rest);
  CHECK(with("{table: stateful-types}") == "AWS::S3::Bucket AWS::RDS::DBInstance" + rest);
  CHECK(with("AWS:S3:Bucket") ==
        "p.yaml:4:6: \"for\" must be a type, not \"AWS:S3:Bucket\"; types are written AWS::EC2::Volume, aws_ebs_volume or "
        "template.parameter\n");
  CHECK(with("template.parameters") ==
        "p.yaml:4:6: \"for\" must be a type, not \"template.parameters\"; did you mean \"template.parameter\"?\n");
  CHECK(with("[]") == "p.yaml:4:6: \"for\" is an empty list\n");
  CHECK(with("{table: statefull-types}") ==
        "p.yaml:4:14: there is no table \"statefull-types\"; did you mean \"stateful-types\"?\n");
}

TEST_CASE("for: deployment takes only exists") {
  CHECK(logic_of("for: deployment\nrequire: {any: [{exists: AWS::CloudTrail::Trail}, {not: {exists: AWS::S3::Bucket}}]}\n") ==
        "deployment require (any(exists [AWS::CloudTrail::Trail], absent no (unsaid); not(exists [AWS::S3::Bucket], absent no "
        "(unsaid))))");
  CHECK(logic_of("for: deployment\nrequire: {property: Name, is: x}\nabsent: fail\n") ==
        "p.yaml:5:10: for: deployment takes only \"exists\"\n");
  CHECK(logic_of("for: deployment\neach: Items\nrequire: {exists: AWS::S3::Bucket}\nabsent: fail\n") ==
        "p.yaml:5:1: \"each\" has no meaning with for: deployment\n");
}

TEST_CASE("a policy is one sentence: each before where, one of require and forbid") {
  CHECK(logic_of("for: AWS::S3::Bucket\nwhere: {property: A, set: true}\nrequire: {property: B, set: true}\n") ==
        "p.yaml:5:1: \"where\" without \"each\"; write when: for a condition on the resource\n");
  CHECK(logic_of("for: AWS::S3::Bucket\nrequire: {property: A, set: true}\nforbid: {property: B, set: true}\n") ==
        "p.yaml:6:1: \"require\" and \"forbid\" in one policy; write one of them\n");
  CHECK(logic_of("for: AWS::S3::Bucket\nforbid: true\n") == "AWS::S3::Bucket forbid (true)");
}

TEST_CASE("a deprecated policy is kept, with or without its logic") {
  ReadCatalog gone =
      read({{"p.yaml", std::string(kHead) + "deprecated: {since: 0.2.0, because: AWS does it now, instead: [q]}\n"},
            {"q.yaml", "id: q\ntitle: T\nseverity: low\nfor: AWS::S3::Bucket\nrequire: {property: A, set: true}\n"}});
  CHECK(gone.errors == "");
  REQUIRE(gone.catalog.policies.size() == 2);
  CHECK(gone.catalog.policies[0].deprecated);
  CHECK(gone.catalog.policies[0].deprecated_since == "0.2.0");
  CHECK(gone.catalog.policies[0].deprecated_because == "AWS does it now");
  CHECK(gone.catalog.policies[0].deprecated_instead == std::vector<std::string>{"q"});
  CHECK_FALSE(gone.catalog.policies[0].test);
  CHECK(errors_of(std::string(kHead) + "deprecated: true\n") == "p.yaml:4:13: \"deprecated\" must be a map, not true\n");
}

TEST_CASE("what replaces and instead name is checked against the ids that there are") {
  const std::string rest = "title: T\nseverity: low\nfor: AWS::S3::Bucket\nrequire: {property: A, set: true}\n";
  ReadCatalog taken = read({{"p.yaml", "id: p\n" + rest + "replaces: [old, q]\n"}, {"q.yaml", "id: q\n" + rest}});
  CHECK(taken.errors == "p.yaml:6:17: \"q\" is replaced and is still an id, in q.yaml\n");
  CHECK_FALSE(taken.catalog.find("p"));
  CHECK(taken.catalog.find("q"));
  CHECK(read({{"p.yaml", "id: p\n" + rest + "deprecated: {since: 0.2.0, because: b, instead: s3-publik}\n"},
              {"q.yaml", "id: s3-public\n" + rest}})
            .errors == "p.yaml:6:49: there is no policy \"s3-publik\"; did you mean \"s3-public\"?\n");
}

TEST_CASE("proofs are no policies, and what is no map is none either") {
  CHECK(read({{"a/a.template.yaml", "Resources: {}"}, {"a/a.plan.json", "{}"}}).errors == "");
  CHECK(read({{"a/b.yaml", "- a list"}}).errors == "a/b.yaml:1:1: a policy must be a map, not a list\n");
}

}  // namespace demarc::test
