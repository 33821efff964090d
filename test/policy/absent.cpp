#include "catch.h"
#include "logic.h"

namespace demarc::test {
namespace {

std::string absent_in(const std::string& rule, const std::string& word) {
  return logic_of("for: AWS::EC2::Instance\n" + rule + "\nabsent: " + word + "\n");
}

}  // namespace

TEST_CASE("absent drives a test towards the verdict, under require, forbid and not") {
  const std::string type = "AWS::EC2::Instance ";
  CHECK(absent_in("require: {property: A, is: x}", "pass") == type + "require (property A is ['x'], absent yes)");
  CHECK(absent_in("require: {property: A, is: x}", "fail") == type + "require (property A is ['x'], absent no)");
  CHECK(absent_in("require: {property: A, is: x}", "unknown") == type + "require (property A is ['x'], absent unknown)");
  CHECK(absent_in("forbid: {property: A, is: x}", "pass") == type + "forbid (property A is ['x'], absent no)");
  CHECK(absent_in("forbid: {property: A, is: x}", "fail") == type + "forbid (property A is ['x'], absent yes)");
  CHECK(absent_in("require: {not: {property: A, is: x}}", "pass") == type + "require (not(property A is ['x'], absent no))");
  CHECK(absent_in("forbid: {not: {property: A, is: x}}", "pass") == type + "forbid (not(property A is ['x'], absent yes))");
  CHECK(absent_in("require: {not: {not: {property: A, is: x}}}", "fail") ==
        type + "require (not(not(property A is ['x'], absent no)))");
}

TEST_CASE("a test's own absent wins over the policy's") {
  CHECK(logic_of("for: AWS::EC2::Instance\nrequire: {any: [{property: A, is: x, absent: fail}, {property: B, is: y}]}\nabsent: "
                 "pass\n") ==
        "AWS::EC2::Instance require (any(property A is ['x'], absent no; property B is ['y'], absent yes))");
}

TEST_CASE("in when and where an absent property is a plain no, or unknown where the test says so") {
  CHECK(logic_of("for: AWS::EC2::Instance\nwhen: {not: {property: A, is: x}}\neach: L\nwhere: {all: [{property: B, is: y}, "
                 "{property: C, is: z, absent: unknown}]}\n"
                 "require: {property: D, set: true}\nabsent: pass\n") ==
        "AWS::EC2::Instance when (not(property A is ['x'], absent no)) each L, absent yes where (all(property B is ['y'], absent "
        "no; "
        "property C is ['z'], absent unknown)) require (property D set [true])");
  CHECK(logic_of("for: AWS::EC2::Instance\nwhen: {property: A, is: x, absent: pass}\nrequire: {property: D, set: true}\n") ==
        "p.yaml:5:36: here \"absent\" can only be unknown: in when: and where: what is absent does not pass its test\n");
}

TEST_CASE("inside the where of a judged test absent is a no, unless that test says otherwise") {
  CHECK(test_of("{every: L, where: {any: [{property: A, is: x}, {property: B, is: y, absent: pass}]}, absent: fail}") ==
        "every L, where (any(property A is ['x'], absent no; property B is ['y'], absent yes)), absent no");
  CHECK(test_of("{not: {refers-to: AWS::S3::Bucket, where: {property: B, is: y, absent: pass}}}") ==
        "not(refers-to [AWS::S3::Bucket], where (property B is ['y'], absent no), absent no (unsaid))");
}

TEST_CASE("where nothing says what absent means the policy is refused") {
  auto with = [](const std::string& rule) { return logic_of("for: AWS::RDS::DBInstance\n" + rule + "\n"); };
  CHECK(with("require: {property: MultiAZ, is: true}") ==
        "p.yaml:5:11: nothing says what it means where MultiAZ of AWS::RDS::DBInstance is absent; add \"absent: pass\", "
        "\"absent: fail\" or "
        "\"absent: unknown\"\n");
  CHECK(with("forbid: {tag: owner, is: x}") ==
        "p.yaml:5:10: nothing says what it means where owner of AWS::RDS::DBInstance is absent; add \"absent: pass\", \"absent: "
        "fail\" or "
        "\"absent: unknown\"\n");
  CHECK(with("require: {statement: {effect: Deny}}") ==
        "p.yaml:5:11: nothing says what it means where a policy document of AWS::RDS::DBInstance is absent; add \"absent: "
        "pass\", \"absent: "
        "fail\" or \"absent: unknown\"\n");
  CHECK(with("require: {some: L, where: {property: A, is: x}}") ==
        "p.yaml:5:11: nothing says what it means where L of AWS::RDS::DBInstance is absent; add \"absent: pass\", \"absent: "
        "fail\" or "
        "\"absent: unknown\"\n");
  CHECK(with("each: L\nrequire: {property: A, set: true}") ==
        "p.yaml:5:7: nothing says what it means where L of AWS::RDS::DBInstance is absent; add \"absent: pass\", \"absent: "
        "fail\" or "
        "\"absent: unknown\"\n");
}

TEST_CASE("set and kind need no absent, and set takes none") {
  CHECK(logic_of("for: AWS::EC2::Instance\nrequire: {property: A, kind: customer-key}\n") ==
        "AWS::EC2::Instance require (property A kind customer-key, absent no)");
  CHECK(logic_of("for: AWS::EC2::Instance\nrequire: {property: A, set: true, absent: pass}\n") ==
        "p.yaml:5:43: \"set\" asks whether anything is there; it takes no \"absent\"\n");
  CHECK(logic_of("for: AWS::EC2::Instance\nrequire: {property: A, is: x, absent: passed}\n") ==
        "p.yaml:5:39: \"absent\" must be pass, fail or unknown, not \"passed\"; did you mean \"pass\"?\n");
}

TEST_CASE("a row of defaults that always answers makes absent needless") {
  auto good = [](const std::string& logic) { return logic_of(logic).substr(0, 6) != "p.yaml"; };
  CHECK(good("for: AWS::RDS::DBInstance\nrequire: {property: StorageEncrypted, is: true}\n"));
  CHECK(good("for: [AWS::RDS::DBInstance, AWS::RDS::DBCluster]\nrequire: {attribute: DeletionPolicy, is: Retain}\n"));
  CHECK(good("for: AWS::RDS::DBInstance\neach: Groups\nrequire: {property: Name, set: true}\n"));
  CHECK(good("for: AWS::RDS::DBInstance\nrequire: {property: Attributes(log.enabled), is: true}\n"));
  CHECK_FALSE(good("for: AWS::RDS::DBInstance\nrequire: {property: Attributes(log.prefix), is: x}\n"));
  // It answers for one of the types, sometimes, in one dialect, without items, or for an attribute of that name.
  CHECK_FALSE(good("for: [AWS::RDS::DBInstance, AWS::RDS::DBCluster]\nrequire: {property: StorageEncrypted, is: true}\n"));
  CHECK_FALSE(good("for: AWS::RDS::DBInstance\nrequire: {property: Port, is: 3306}\n"));
  CHECK_FALSE(good("for: AWS::RDS::DBInstance\nrequire: {property: License, is: x}\n"));
  CHECK_FALSE(good("for: AWS::RDS::DBInstance\neach: Options\nrequire: {property: Name, set: true}\n"));
  CHECK_FALSE(good("for: AWS::RDS::DBInstance\nrequire: {property: DeletionPolicy, is: Retain}\n"));
  CHECK_FALSE(good("for: AWS::RDS::DBInstance\neach: Groups\nrequire: {property: StorageEncrypted, is: true}\n"));
}

TEST_CASE("a relation is silent about absent unless it is spoken to, or is the whole test") {
  CHECK(test_of("{refers-to: AWS::S3::Bucket}") == "refers-to [AWS::S3::Bucket], absent yes");
  CHECK(test_of("{any: [{refers-to: AWS::S3::Bucket}]}") == "any(refers-to [AWS::S3::Bucket], absent no (unsaid))");
  CHECK(test_of("{any: [{refers-to: AWS::S3::Bucket, absent: unknown}]}") == "any(refers-to [AWS::S3::Bucket], absent unknown)");
  CHECK(logic_of("for: AWS::EC2::Instance\neach: L\nrequire: {refers-to: AWS::S3::Bucket}\nabsent: pass\n") ==
        "AWS::EC2::Instance each L, absent yes require (refers-to [AWS::S3::Bucket], absent no (unsaid))");
  CHECK(logic_of("for: AWS::EC2::Instance\nforbid: {referred-by: AWS::S3::Bucket, absent: pass}\n") ==
        "AWS::EC2::Instance forbid (referred-by [AWS::S3::Bucket], absent no)");
}

}  // namespace demarc::test
