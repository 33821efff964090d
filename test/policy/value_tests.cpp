#include "catch.h"
#include "logic.h"

namespace demarc::test {

TEST_CASE("every operator with its operands") {
  CHECK(test_of("{property: A.B, set: false}") == "property A.B set [false]");
  CHECK(test_of("{property: A, is: required}") == "property A is ['required'], absent yes");
  CHECK(test_of("{property: A, is: true}") == "property A is [true], absent yes");
  CHECK(test_of("{property: A, is: 1.50}") == "property A is [1.50], absent yes");
  CHECK(test_of("{property: A, is: \"1.50\"}") == "property A is ['1.50'], absent yes");
  CHECK(test_of("{property: A, in: [a, 2, false]}") == "property A in ['a' 2 false], absent yes");
  CHECK(test_of("{property: A, in: a}") == "property A in ['a'], absent yes");
  CHECK(test_of("{property: A, at-least: 7}") == "property A at-least [7], absent yes");
  CHECK(test_of("{property: A, at-most: \"-7.5\"}") == "property A at-most ['-7.5'], absent yes");
  CHECK(test_of("{property: A, after: 0 days}") == "property A after ['0 days'], absent yes");
  CHECK(test_of("{property: A, before: 2026-11-24}") == "property A before ['2026-11-24'], absent yes");
  CHECK(test_of("{property: A, like: [\"a-*\", \"b-?\"]}") == "property A like ['a-*' 'b-?'], absent yes");
  CHECK(test_of("{property: A, matches: \"^a+$\"}") == "property A matches ['^a+$'], absent yes");
  CHECK(test_of("{property: A, contains: [a, b]}") == "property A contains ['a' 'b'], absent yes");
  CHECK(test_of("{property: A, covers: [a]}") == "property A covers ['a'], absent yes");
  CHECK(test_of("{property: A, within: [a]}") == "property A within ['a'], absent yes");
  CHECK(test_of("{property: A, same-as: /B.C}") == "property A same-as /B.C, absent yes");
  CHECK(test_of("{property: A, kind: customer-key}") == "property A kind customer-key, absent yes");
  CHECK(test_of("{property: A, kind: literal-secret}") == "property A kind literal-secret, absent yes");
}

TEST_CASE("operands from tables") {
  CHECK(test_of("{property: A, in: {table: stateful-types}}") == "property A in {table stateful-types}, absent yes");
  CHECK(test_of("{property: A, covers: {lookup: engine-log-types.types, by: [Engine, EngineVersion]}}") ==
        "property A covers {engine-log-types.types by Engine EngineVersion}, absent yes");
  CHECK(test_of("{lookup: lambda-runtimes.end-of-support, by: Runtime, after: $notice}") ==
        "lookup lambda-runtimes.end-of-support by Runtime after ['30 days'], absent yes");
}

TEST_CASE("every subject") {
  CHECK(test_of("{attribute: Metadata.Owner, set: true}") == "attribute Metadata.Owner set [true]");
  CHECK(test_of("{tag: owner, is: me}") == "tag 'owner' is ['me'], absent yes");
  CHECK(test_of("{property: ., is: x}") == "property . is ['x'], absent yes");
  CHECK(test_of("{property: {AWS::EC2::Instance: A.B}, is: x}") == "property AWS::EC2::Instance:A.B is ['x'], absent yes");
  CHECK(test_of("{property: A, is: x, ignore-case: true}") == "property A is ['x'] ignore-case, absent yes");
}

TEST_CASE("combinations nest") {
  CHECK(test_of("{all: [{any: [{property: A, set: true}, true]}, {not: {property: B, is: 1}}]}") ==
        "all(any(property A set [true]; true); not(property B is [1], absent no))");
}

TEST_CASE("what is no test is refused with what to write") {
  CHECK(test_of("[{property: A, set: true}]") == "p.yaml:5:10: a list is no test; write all: or any: before it\n");
  CHECK(test_of("encrypted") == "p.yaml:5:10: \"encrypted\" is no test\n");
  CHECK(test_of("{}") == "p.yaml:5:10: a test is empty\n");
  CHECK(test_of("{all: []}") == "p.yaml:5:16: \"all\" takes a list of tests, not nothing\n");
  CHECK(test_of("{all: {property: A, set: true}}") == "p.yaml:5:16: \"all\" takes a list of tests, not a map\n");
  CHECK(test_of("{not: [{property: A, set: true}]}") == "p.yaml:5:16: a list is no test; write all: or any: before it\n");
  CHECK(test_of("{all: [{property: A, set: true}], any: [{property: B, set: true}]}") ==
        "p.yaml:5:44: \"all\" and \"any\" are two tests; put each into a list under all: or any:\n");
  CHECK(test_of("{all: [{property: A, set: true}], absent: pass}") ==
        "p.yaml:5:44: unknown key \"absent\" in a combination of tests\n");
  CHECK(test_of("{propery: A, is: x}") == "p.yaml:5:11: unknown key \"propery\" in a test; did you mean \"property\"?\n");
  CHECK(test_of("{is: x}") ==
        "p.yaml:5:11: a test needs one of property, attribute, tag, lookup, all, any, not, some, every, refers-to, referred-by, "
        "exists, "
        "statement, ports, selected-by, grants, reachable, shadowed or sensitive\n");
}

TEST_CASE("one subject has exactly one operator that is known") {
  CHECK(test_of("{property: A, is: x, in: [y]}") ==
        "p.yaml:5:31: \"is\" and \"in\" at one subject; a test has one operator, put two tests into a list under all: or any:\n");
  CHECK(test_of("{property: A, equals: x}") == "p.yaml:5:24: unknown key \"equals\" in a test; did you mean \"is\"?\n");
  CHECK(test_of("{property: A, atleast: 3}") == "p.yaml:5:24: unknown key \"atleast\" in a test; did you mean \"at-least\"?\n");
  CHECK(test_of("{property: A}") ==
        "p.yaml:5:11: a test needs an operator: set, is, in, at-least, at-most, after, before, like, matches, contains, covers, "
        "within, "
        "same-as, kind, watches or interval-at-most\n");
  CHECK(test_of("{property: A, tag: B, is: x}") ==
        "p.yaml:5:24: \"property\" and \"tag\" are two tests; put each into a list under all: or any:\n");
}

TEST_CASE("operands of a wrong sort are refused") {
  CHECK(test_of("{property: A, set: yes}") == "p.yaml:5:29: \"set\" must be true or false, not \"yes\"\n");
  CHECK(test_of("{property: A, is: [x]}") == "p.yaml:5:28: \"is\" takes one value; write in: for a list\n");
  CHECK(test_of("{property: A, is: null}") == "p.yaml:5:28: \"is\" has no value; write set: false for what is absent\n");
  CHECK(test_of("{property: A, is: {a: b}}") == "p.yaml:5:29: \"is\" must be a value, not a map\n");
  CHECK(test_of("{property: A, in: []}") == "p.yaml:5:28: \"in\" is an empty list\n");
  CHECK(test_of("{property: A, at-least: many}") == "p.yaml:5:34: \"at-least\": \"many\" is no number\n");
  CHECK(test_of("{property: A, at-least: $notice}") == "p.yaml:5:34: \"at-least\": \"30 days\" is no number\n");
  CHECK(test_of("{property: A, after: 90}") ==
        "p.yaml:5:31: \"after\": \"90\" is neither a date such as 2026-11-24 nor a duration such as 90 days\n");
  CHECK(test_of("{property: A, matches: \"a(\"}") == "p.yaml:5:33: \"matches\" is no regular expression: missing ): a(\n");
  CHECK(test_of("{property: A, kind: customer-keys}") ==
        "p.yaml:5:30: \"kind\" cannot be \"customer-keys\"; did you mean \"customer-key\"?\n");
  CHECK(test_of("{property: A, at-least: 3, ignore-case: true}") ==
        "p.yaml:5:50: \"ignore-case\" has no meaning with \"at-least\"\n");
  CHECK(test_of("{property: \"A[0]\", is: x}") ==
        "p.yaml:5:21: \"[\" cannot stand in path \"A[0]\"; a key that is no plain word stands in parentheses: Name(key)\n");
  CHECK(test_of("{attribute: Name, is: x}") == "p.yaml:5:22: \"Name\" is no attribute of resources\n");
  CHECK(test_of("{attribute: DeletionPolic, is: x}") ==
        "p.yaml:5:22: \"DeletionPolic\" is no attribute of resources; did you mean \"DeletionPolicy\"?\n");
  CHECK(test_of("{property: A, by: B, is: x}") == "p.yaml:5:24: \"by\" belongs to \"lookup\"\n");
}

TEST_CASE("lookups name a table, a column and a path for each key") {
  CHECK(test_of("{lookup: lambda-runtimes, by: Runtime, set: true}") ==
        "p.yaml:5:19: \"lookup\" names a table and a column, as in lambda-runtimes.end-of-support, not \"lambda-runtimes\"\n");
  CHECK(test_of("{lookup: lambda-runtime.end-of-support, by: Runtime, set: true}") ==
        "p.yaml:5:19: there is no table \"lambda-runtime\"; did you mean \"lambda-runtimes\"?\n");
  CHECK(test_of("{lookup: lambda-runtimes.end-support, by: Runtime, set: true}") ==
        "p.yaml:5:19: table lambda-runtimes has no column \"end-support\"; did you mean \"end-of-support\"?\n");
  CHECK(test_of("{lookup: engine-log-types.types, by: Engine, set: true}") ==
        "p.yaml:5:47: \"by\" needs one path for each key column of table engine-log-types (engine, version)\n");
  CHECK(test_of("{lookup: lambda-runtimes.end-of-support, set: true}") == "p.yaml:5:11: \"by\" is missing in a test\n");
}

TEST_CASE("paths by type cover the types that the test speaks of") {
  const std::string two = "for: [AWS::RDS::DBInstance, AWS::RDS::DBCluster]\nabsent: pass\n";
  CHECK(logic_of(two + "require: {property: {AWS::RDS::DBInstance: A, AWS::RDS::DBCluster: B}, is: x}\n") ==
        "AWS::RDS::DBInstance AWS::RDS::DBCluster require (property AWS::RDS::DBInstance:A | AWS::RDS::DBCluster:B is ['x'], "
        "absent yes)");
  CHECK(logic_of(two + "require: {property: {AWS::RDS::DBInstance: A}, is: x}\n") ==
        "p.yaml:6:22: no path is given for AWS::RDS::DBCluster\n");
  CHECK(logic_of(two +
                 "require: {property: {AWS::RDS::DBInstance: A, AWS::RDS::DBCluster: B, AWS::RDS::DBClusters: C}, is: x}\n") ==
        "p.yaml:6:71: \"AWS::RDS::DBClusters\" is none of the types that this test speaks of; did you mean "
        "\"AWS::RDS::DBCluster\"?\n");
}

TEST_CASE("what the language has and demarc has not yet is said so") {
  CHECK(test_of("{grants: {escalation: any}}") == "p.yaml:5:11: \"grants\" is not there yet\n");
  CHECK(test_of("{selected-by: AWS::Backup::BackupSelection, absent: unknown}") ==
        "p.yaml:5:11: \"selected-by\" is not there yet\n");
  CHECK(test_of("{reachable: {from: internet}}") == "p.yaml:5:11: \"reachable\" is not there yet\n");
  CHECK(test_of("{shadowed: true}") == "p.yaml:5:11: \"shadowed\" is not there yet\n");
  CHECK(test_of("{property: A, kind: root-user}") == "p.yaml:5:30: kind \"root-user\" is not there yet\n");
  CHECK(test_of("{property: A, watches: root-use}") == "p.yaml:5:24: \"watches\" is not there yet\n");
  CHECK(test_of("{property: A, interval-at-most: 1 day}") == "p.yaml:5:24: \"interval-at-most\" is not there yet\n");
  CHECK(test_of("{statement: {level: write}}") == "p.yaml:5:23: \"level\" is not there yet\n");
}

}  // namespace demarc::test
