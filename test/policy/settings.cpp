#include "catch.h"
#include "logic.h"

namespace demarc::test {
namespace {

const char* kPolicy = R"(id: p
title: T
severity: low
for: AWS::Logs::LogGroup
settings:
  days: {default: 365, type: integer, text: Shortest retention}
  names: {default: [a], type: list}
  notice: {default: 30 days}
require: {all: [{property: Days, at-least: $days}, {property: Name, in: [x, $names]}, {property: End, after: $notice}, {property: Price, is: $$5}]}
absent: fail
message: "keeps events for {value} days, fewer than {days}; one of {names}"
)";

Literal literal(Literal::Kind kind, std::string text) { return {kind, std::move(text), false}; }

}  // namespace

TEST_CASE("settings stand for their defaults in operands and in the message") {
  ReadCatalog result = read({{"p.yaml", kPolicy}});
  CHECK(result.errors == "");
  REQUIRE(result.catalog.policies.size() == 1);
  const Policy& policy = result.catalog.policies[0];
  CHECK(describe(*policy.test) ==
        "all(property Days at-least [365], absent no; property Name in ['x' 'a'], absent no; property End after ['30 days'], "
        "absent no; "
        "property Price is ['$5'], absent no)");
  CHECK(policy.message == "keeps events for {value} days, fewer than 365; one of a");
  REQUIRE(policy.settings.size() == 3);
  CHECK(policy.settings[0].name == "days");
  CHECK(policy.settings[0].type == "integer");
  CHECK(policy.settings[0].text == "Shortest retention");
  CHECK(policy.settings[2].type == "duration");
}

TEST_CASE("given values take the default's place") {
  SettingValues given = {{"p.days", {literal(Literal::Kind::number, "90")}},
                         {"p.names", {literal(Literal::Kind::text, "b"), literal(Literal::Kind::text, "c")}}};
  ReadCatalog result = read({{"p.yaml", kPolicy}}, given);
  CHECK(result.errors == "");
  REQUIRE(result.catalog.policies.size() == 1);
  CHECK(describe(*result.catalog.policies[0].test) ==
        "all(property Days at-least [90], absent no; property Name in ['x' 'b' 'c'], absent no; property End after ['30 days'], "
        "absent no; "
        "property Price is ['$5'], absent no)");
  CHECK(result.catalog.policies[0].message == "keeps events for {value} days, fewer than 90; one of b, c");
  CHECK(undeclared_settings(given, result.catalog).empty());
}

TEST_CASE("given values of a wrong type or name are errors of their own") {
  SettingValues given = {{"p.days", {literal(Literal::Kind::text, "soon")}}, {"p.day", {}}, {"trusted-account", {}}};
  std::vector<TextFile> files = some_tables();
  files.push_back({"p.yaml", kPolicy});
  ReadCatalog result = read(files, given);
  CHECK(result.errors == "setting p.days must be an integer, not \"soon\"\n");
  CHECK(undeclared_settings(given, result.catalog) ==
        std::vector<std::string>{"there is no setting p.day; did you mean \"p.days\"?",
                                 "there is no setting trusted-account; did you mean \"trusted-accounts\"?"});
}

TEST_CASE("shared settings are declared once and used by name, given under their own") {
  CHECK(test_of("{property: Region, in: $allowed-regions}") == "property Region in ['eu-west-1' 'eu-north-1'], absent yes");
  CHECK(test_of("{property: Account, in: $trusted-accounts}") == "property Account in [], absent yes");
  std::vector<TextFile> files = some_tables();
  files.push_back({"p.yaml", std::string(kHead) +
                                 "for: AWS::S3::Bucket\nrequire: {attribute: region, in: $allowed-regions}\nabsent: pass\n"});
  ReadCatalog result = read(files, {{"allowed-regions", {literal(Literal::Kind::text, "us-east-1")}}});
  CHECK(result.errors == "");
  CHECK(describe(*result.catalog.policies.at(0).test) == "attribute region in ['us-east-1'], absent yes");
}

TEST_CASE("a user's shared setting replaces the built-in one") {
  std::vector<TextFile> files = {
      {"settings.yaml", "regions: {default: [a], type: list}\n", true},
      {"settings.yaml", "regions: {default: [b], type: list}\n", false},
      {"p.yaml", std::string(kHead) + "for: AWS::S3::Bucket\nrequire: {attribute: region, in: $regions}\n"
                                      "absent: pass\n"}};
  ReadCatalog result = read(files);
  CHECK(result.errors == "");
  CHECK(describe(*result.catalog.policies.at(0).test) == "attribute region in ['b'], absent yes");
  files[1].built_in = true;
  CHECK(read(files).errors == "settings.yaml:1:1: there is a shared setting \"regions\" already\n");
}

TEST_CASE("a setting that does not exist or does not fit is refused") {
  CHECK(test_of("{property: A, in: $allowed-region}") ==
        "p.yaml:5:28: there is no setting \"allowed-region\"; did you mean \"allowed-regions\"?\n");
  CHECK(test_of("{property: A, is: $5.00}") ==
        "p.yaml:5:28: there is no setting \"5.00\"; a dollar that begins a text is written $$\n");
  CHECK(test_of("{property: A, is: $names}") == "p.yaml:5:28: \"is\" takes one value; setting names is a list\n");
  auto with = [](const std::string& setting) {
    return logic_of("for: AWS::S3::Bucket\nrequire: {property: A, set: true}\nsettings: {" + setting + "}\n");
  };
  CHECK(with("days: {type: integer}") == "p.yaml:6:19: \"default\" is missing in a setting\n");
  CHECK(with("days: {default: soon, type: integer}") == "p.yaml:6:28: \"default\" must be an integer, not \"soon\"\n");
  CHECK(with("days: {default: 90, type: duration}") ==
        "p.yaml:6:28: \"default\" must be a duration such as 90 days, not \"90\"\n");
  CHECK(with("days: {default: 1, type: number}") ==
        "p.yaml:6:37: \"type\" must be integer, text, list or duration, not \"number\"\n");
  CHECK(with("Days: {default: 1}") ==
        "p.yaml:6:12: \"Days\" is no name of a setting; names are small letters, digits and hyphens, and not item\n");
  CHECK(with("days: {default: {a: b}}") == "p.yaml:6:28: \"default\" must be a value or a list of values, not a map\n");
}

TEST_CASE("placeholders are those that the test can supply") {
  auto with = [](const std::string& logic, const std::string& message) {
    std::string read = logic_of("for: AWS::EC2::Instance\n" + logic + "\nabsent: pass\nmessage: \"" + message + "\"\n");
    return read.substr(0, 6) == "p.yaml" ? read : std::string("good");
  };
  const std::string value = "require: {property: A, is: x}", each = "each: L\nforbid: {property: B, is: x}";
  CHECK(with(value, "has {property} {value} (default {default} since {since})") == "good");
  CHECK(with(value, "braces { } {} {not a name} stay") == "good");
  CHECK(with(value, "{valu}") == "p.yaml:7:10: this test supplies no {valu} to the message; did you mean \"value\"?\n");
  CHECK(with(value, "{item}") == "p.yaml:7:10: this test supplies no {item} to the message\n");
  CHECK(with(each, "{item} {item.Id} {key} {value}") == "good");
  CHECK(with("require: {refers-to: AWS::S3::Bucket, via: A}", "{other} {others} {count} {value}") == "good");
  CHECK(with("require: {referred-by: AWS::S3::Bucket}", "{value}") ==
        "p.yaml:7:10: this test supplies no {value} to the message\n");
  CHECK(with("when: {referred-by: AWS::S3::Bucket}\nrequire: {property: A, is: x}", "{other} {value}") == "good");
  CHECK(with("require: {tag: owner, is: x}", "{key} is {value}") == "good");
  CHECK(with("forbid: {statement: {effect: Allow}}", "{actions} {principal} {resources} {restriction}") == "good");
  CHECK(with("forbid: {statement: {effect: Allow}}", "{from}") == "p.yaml:7:10: this test supplies no {from} to the message\n");
  CHECK(with("forbid: {ports: {from: world, to: all}}", "{from} {to} {protocol} {range} {port}") == "good");
  CHECK(with("require: {some: L, where: {property: A, is: x}}", "{count} of {property}, {value}") == "good");
}

}  // namespace demarc::test
