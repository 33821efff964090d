#include <string>

#include "catch.h"
#include "plan.h"

using namespace demarc;
using namespace demarc::test;

namespace {

// What a table makes of the arguments of one resource: a plan with a resource aws_thing.it, whose `after` is given.
std::string mapped(const std::string& table, const std::string& after) {
  static std::deque<Tables> kept;
  std::string indented;
  for (char c : "\n" + table) indented += c == '\n' ? std::string("\n    ") : std::string(1, c);
  kept.push_back(tables_of("  aws_thing:" + indented + "\n"));
  REQUIRE(kept.back().errors.empty());
  Plan plan = plan_of(R"({"format_version": "1.2", "resource_changes": [{"address": "aws_thing.it", "change": {"after": )" +
                          after + R"(, "after_unknown": {}}}]})",
                      kept.back().mappings);
  REQUIRE(plan.error == "");
  return plan.describe("aws_thing.it");
}

std::string errors_of(const std::string& text) {
  Tables tables;
  tables.add("t.yaml", text);
  tables.read();
  std::string errors;
  for (const std::string& error : tables.errors) errors += error + "\n";
  return errors;
}

const std::string kHeader = "source: https://example.com\nprovider: test 1.0\ndate: 2026-11-24\n";

}  // namespace

TEST_CASE("without rows names become PascalCase, single blocks objects, and tags a list") {
  CHECK(
      mapped(
          "type: AWS::Example::Thing",
          R"({"kms_key_id": "k", "network": [{"port_range": 1}], "rules": [{"a_b": 1}, {"a_b": 2}], "variables": {"MY_VAR": "v"}, "tags": {"Team": "a"},
                   "id": "i", "arn": "a", "nothing": null, "empty": []})") ==
      "aws_thing.it AWS::Example::Thing\n"
      "  KmsKeyId <kms_key_id>: \"k\"\n"
      "  Network <network>: {PortRange: 1}\n"
      "  Rules <rules>: [{AB: 1}, {AB: 2}]\n"
      "  Variables <variables>: {MY_VAR: \"v\"}\n"
      "  Tags <tags>: [{Key: \"Team\", Value: \"a\"}]\n"
      "  id: \"i\"\n"
      "  arn: \"a\"\n"
      "  Empty <empty>: []\n");
}

TEST_CASE("tags_all wins over tags, since it has the provider's default tags") {
  CHECK(mapped("type: AWS::Example::Thing", R"({"tags": {"A": "1"}, "tags_all": {"A": "1", "B": "2"}})") ==
        "aws_thing.it AWS::Example::Thing\n"
        "  Tags <tags>: [{Key: \"A\", Value: \"1\"}, {Key: \"B\", Value: \"2\"}]\n");
}

TEST_CASE("a type without a counterpart keeps its type and maps its arguments") {
  CHECK(mapped("properties: {status: VersioningConfiguration.Status}", R"({"bucket": "b", "status": "Enabled"})") ==
        "aws_thing.it aws_thing\n"
        "  Bucket <bucket>: \"b\"\n"
        "  VersioningConfiguration <.>: {Status: \"Enabled\"}\n");
}

TEST_CASE("arguments go to other names, deeper, to the root, or nowhere") {
  CHECK(mapped("type: AWS::Example::Thing\n"
               "inside: Data\n"
               "own: [force_destroy]\n"
               "properties:\n"
               "  name: /ThingName\n"
               "  size: Volume.Size\n"
               "  type: Volume.Kind\n"
               "  cascade: ~\n",
               R"({"name": "n", "size": 1, "type": "t", "cascade": true, "force_destroy": true, "rest": 1})") ==
        "aws_thing.it AWS::Example::Thing\n"
        "  Data <.>: {Volume: {Size: 1, Kind: \"t\"}, force_destroy: true, Rest: 1}\n"
        "  ThingName <name>: \"n\"\n");
}

TEST_CASE("blocks become lists, objects, or arguments of the object around them") {
  CHECK(
      mapped(
          "type: AWS::Example::Thing\n"
          "properties:\n"
          "  rule: {to: 'Configuration.Rules[]', properties: {days: Age, filter: {to: ., properties: {prefix: FilterPrefix, "
          "word: /Word}}}}\n"
          "  health: {to: ., properties: {path: HealthPath}}\n"
          "  root_disk: 'Disks[].Ebs'\n",
          R"({"rule": [{"days": 1, "filter": [{"prefix": "p", "word": "w"}]}], "health": [{"path": "/", "time_out": 3}], "root_disk": [{"size": 8}]})") ==
      "aws_thing.it AWS::Example::Thing\n"
      "  Configuration <.>: {Rules: [{Age: 1, FilterPrefix: \"p\"}]}\n"
      "  Word <rule.filter.word>: \"w\"\n"
      "  HealthPath <health.path>: \"/\"\n"
      "  TimeOut <health.time_out>: 3\n"
      "  Disks <.>: [{Ebs: {Size: 8}}]\n");
}

TEST_CASE("several blocks may go into one list") {
  CHECK(mapped("type: AWS::Example::Thing\n"
               "objects: [root_disk]\n"
               "properties:\n"
               "  disk: {to: 'Disks[]', properties: {size: Ebs.Size}}\n"
               "  root_disk: 'Disks[].Ebs'\n",
               R"({"disk": [{"size": 1}, {"size": 2}], "root_disk": [{"size": 3}]})") ==
        "aws_thing.it AWS::Example::Thing\n"
        "  Disks <.>: [{Ebs: {Size: 1}}, {Ebs: {Size: 2}}, {Ebs: {Size: 3}}]\n");
}

TEST_CASE("single values become lists, their members objects, or elements with a key") {
  CHECK(
      mapped(
          "type: AWS::Example::Thing\n"
          "properties:\n"
          "  role: Roles[0]\n"
          "  second: Tunnels[1].Cidr\n"
          "  first: Tunnels[0].Cidr\n"
          "  log_types: 'Logging.Types[].Type'\n"
          "  idle_timeout: Attributes[Key=idle.timeout].Value\n"
          "  deletion: Attributes[Key=deletion].Value\n",
          R"({"role": "r", "second": "2", "first": "1", "log_types": ["api", "audit"], "idle_timeout": 60, "deletion": true})") ==
      "aws_thing.it AWS::Example::Thing\n"
      "  Roles <role>: [\"r\"]\n"
      "  Tunnels <.>: [{Cidr: \"1\"}, {Cidr: \"2\"}]\n"
      "  Logging <.>: {Types: [{Type: \"api\"}, {Type: \"audit\"}]}\n"
      "  Attributes <.>: [{Key: \"idle.timeout\", Value: 60}, {Key: \"deletion\", Value: true}]\n");
}

TEST_CASE("values are worded, and where they say absent nothing is there") {
  const std::string table =
      "type: AWS::Example::Thing\n"
      "properties:\n"
      "  internal: {to: Scheme, words: {true: internal, false: internet-facing}}\n"
      "  days: {words: {0: ~}}\n"
      "  final: {to: '@DeletionPolicy', words: {true: Delete, false: Snapshot}}\n";
  CHECK(mapped(table, R"({"internal": false, "days": 0, "final": true})") ==
        "aws_thing.it AWS::Example::Thing\n  Scheme <internal>: \"internet-facing\"\n  @DeletionPolicy: \"Delete\"\n");
  CHECK(mapped(table, R"({"internal": "other", "days": 7})") ==
        "aws_thing.it AWS::Example::Thing\n  Scheme <internal>: \"other\"\n  Days <days>: 7\n");
}

TEST_CASE("constants stand where no argument says otherwise, and an argument may set a neighbour") {
  const std::string table =
      "type: AWS::Example::Thing\n"
      "constants: {Kind: PLAIN, Nested.Origin: EXTERNAL}\n"
      "properties: {vpc_id: {to: ResourceId, sets: {ResourceType: VPC}}}\n";
  CHECK(mapped(table, R"({"vpc_id": "vpc-1"})") ==
        "aws_thing.it AWS::Example::Thing\n"
        "  ResourceType <.>: \"VPC\"\n"
        "  ResourceId <vpc_id>: \"vpc-1\"\n"
        "  Kind <.>: \"PLAIN\"\n"
        "  Nested <.>: {Origin: \"EXTERNAL\"}\n");
  CHECK(mapped(table, R"({"kind": "FANCY"})") ==
        "aws_thing.it AWS::Example::Thing\n  Kind <kind>: \"FANCY\"\n  Nested <.>: {Origin: \"EXTERNAL\"}\n");
}

TEST_CASE("the first name of a property wins unless it is empty") {
  const std::string table = "type: AWS::Example::Thing\nproperties: {new_name: Name, old_name: Name}\n";
  CHECK(mapped(table, R"({"new_name": "a", "old_name": "b"})") == "aws_thing.it AWS::Example::Thing\n  Name <new_name>: \"a\"\n");
  CHECK(mapped(table, R"({"new_name": "", "old_name": "b"})") == "aws_thing.it AWS::Example::Thing\n  Name <new_name>: \"b\"\n");
}

TEST_CASE("lists of pairs become maps, and maps lists of pairs") {
  CHECK(mapped("type: AWS::Example::Thing\n"
               "maps: [tags]\n"
               "properties:\n"
               "  parameter: {to: Parameters, key: name, value: value}\n"
               "  publishing: {key: log_type}\n"
               "  dimensions: {pairs: [Name, Value]}\n",
               R"({"parameter": [{"name": "a", "value": "1", "apply": "now"}, {"name": "b", "value": "2"}],
                   "publishing": [{"log_type": "AUDIT", "group_arn": "g"}], "dimensions": {"Queue": "q"}, "tags": {"T": "1"}})") ==
        "aws_thing.it AWS::Example::Thing\n"
        "  Parameters <parameter>: {a: \"1\", b: \"2\"}\n"
        "  Publishing <publishing>: {AUDIT: {GroupArn: \"g\"}}\n"
        "  Dimensions <dimensions>: [{Name: \"Queue\", Value: \"q\"}]\n"
        "  Tags <tags>: {T: \"1\"}\n");
}

TEST_CASE("several keys nest, and what shares its keys is put together") {
  CHECK(
      mapped(
          "type: AWS::Example::Thing\n"
          "properties:\n"
          "  condition: {to: Condition, key: [test, variable], value: values}\n"
          "  principals: {to: Principal, key: type, value: identifiers, properties: {type: {words: {'*': AWS}}}}\n",
          R"({"condition": [{"test": "Bool", "variable": "v", "values": ["true"]}, {"test": "Bool", "variable": "w", "values": ["x"]},
                                 {"test": "Bool", "variable": "v", "values": ["false"]}],
                   "principals": [{"type": "*", "identifiers": ["*"]}]})") ==
      "aws_thing.it AWS::Example::Thing\n"
      "  Condition <condition>: {Bool: {v: [\"true\", \"false\"], w: [\"x\"]}}\n"
      "  Principal <principals>: {AWS: [\"*\"]}\n");
}

TEST_CASE("one rule with several sources becomes one rule for each") {
  CHECK(
      mapped(
          "type: AWS::Example::Thing\n"
          "properties:\n"
          "  ingress:\n"
          "    to: Ingress[]\n"
          "    each: [cidr_blocks, groups, self]\n"
          "    properties: {cidr_blocks: CidrIp, groups: GroupId, self: {to: GroupId, take: .}}\n",
          R"({"ingress": [{"port": 22, "cidr_blocks": ["a", "b"], "groups": ["g"], "self": true}, {"port": 80, "cidr_blocks": [], "self": false}]})") ==
      "aws_thing.it AWS::Example::Thing\n"
      "  Ingress <ingress>: [{Port: 22, CidrIp: \"a\"}, {Port: 22, CidrIp: \"b\"}, {Port: 22, GroupId: \"g\"}, "
      "{Port: 22, GroupId: @aws_thing.it.id}, {Port: 80}]\n");
}

TEST_CASE("one resource may stand for several, and its type hang on an argument") {
  const std::string table =
      "by: type\n"
      "cases:\n"
      "  ingress: {type: AWS::Example::In, each: [cidrs, self], properties: {cidrs: Cidr, self: {to: Source, take: group}, type: "
      "~}}\n"
      "  \"*\": {type: AWS::Example::Out, properties: {type: ~}}\n";
  CHECK(mapped(table, R"({"type": "ingress", "cidrs": ["a"], "group": "g", "self": true})") ==
        "aws_thing.it AWS::Example::In\n  Cidr <cidrs>: \"a\"\n  Group <group>: \"g\"\n"
        "aws_thing.it AWS::Example::In\n  Group <group>: \"g\"\n  Source <self>: \"g\"\n");
  CHECK(mapped(table, R"({"type": "else", "group": "g"})") == "aws_thing.it AWS::Example::Out\n  Group <group>: \"g\"\n");
}

TEST_CASE("a JSON document with lowerCamel keys is read, but for maps that users fill") {
  CHECK(
      mapped(
          "type: AWS::Example::Thing\nproperties: {definitions: {keys: pascal, maps: [labels]}}\n",
          R"({"definitions": "[{\"readonlyRoot\": true, \"labels\": {\"com.x\": \"y\"}, \"environment\": [{\"name\": \"N\"}]}]"})") ==
      "aws_thing.it AWS::Example::Thing\n"
      "  Definitions <definitions>: [{ReadonlyRoot: true, Labels: {com.x: \"y\"}, Environment: [{Name: \"N\"}]}]\n");
  CHECK(mapped("type: AWS::Example::Thing\nproperties: {definitions: {keys: pascal}}\n", R"({"definitions": "no JSON"})") ==
        "aws_thing.it AWS::Example::Thing\n  Definitions <definitions>: \"no JSON\"\n");
}

TEST_CASE("a property that is not written has a name in Terraform's words") {
  Tables tables = tables_of(
      "  aws_thing:\n"
      "    type: AWS::Example::Thing\n"
      "    objects: [plain]\n"
      "    own: [mine]\n"
      "    properties:\n"
      "      key_arn: Encryption.KmsKey\n"
      "      idle: Attributes[Key=idle.timeout].Value\n"
      "      health: {to: ., properties: {path: HealthPath}}\n"
      "      rule: {to: 'Rules[]', properties: {days: Age}}\n");
  Plan plan = plan_of(
      R"({"format_version": "1.2", "resource_changes": [{"address": "aws_thing.it", "change": {"after": {}, "after_unknown": {}}}]})",
      tables.mappings);
  std::string text;
  for (const Spelling& spelling : plan.resource("aws_thing.it").spellings)
    text += std::string(spelling.path) + " = " + std::string(spelling.written) + "\n";
  CHECK(text ==
        "Attributes(idle.timeout) = idle\n"
        "Encryption.KmsKey = key_arn\n"
        "HealthPath = health.path\n"
        "Rules = rule\n"
        "Rules.Age = rule.days\n");
}

TEST_CASE("a table that is not understood is refused at its line") {
  CHECK(errors_of(kHeader + "types:\n  aws_a: {type: AWS::A::B, propertys: {}}\n") == "t.yaml:5:28: unknown key \"propertys\"\n");
  CHECK(errors_of(kHeader + "types:\n  aws_a: {properties: {x: {too: Y}}}\n") == "t.yaml:5:28: unknown key \"too\"\n");
  CHECK(errors_of(kHeader + "types:\n  aws_a: {properties: {x: A..B}}\n") == "t.yaml:5:27: \"A..B\" is no property path\n");
  CHECK(errors_of(kHeader + "types:\n  aws_a: {properties: {x: [A]}}\n") == "t.yaml:5:27: a property path must stand here\n");
  CHECK(errors_of(kHeader + "types:\n  aws_a: {own: [x], properties: {x: Y}}\n") ==
        "t.yaml:5:16: \"x\" has a row too: it cannot keep its name\n");
  CHECK(errors_of(kHeader + "types:\n  aws_a: {own: [x, x]}\n") == "t.yaml:5:20: \"x\" stands here twice\n");
  CHECK(errors_of(kHeader + "types:\n  aws_a:\n    properties:\n      x: Y\n      x: Z\n") == "t.yaml:8:7: \"x\" has two rows\n");
  CHECK(errors_of(kHeader + "types:\n  aws_a: {by: x}\n") == "t.yaml:5:10: by and cases go together, and not inside a case\n");
  CHECK(errors_of(kHeader + "types:\n  aws_a: {properties: {x: {pairs: [A]}}}\n") ==
        "t.yaml:5:35: pairs takes two names: of the key and of the value\n");
  CHECK(errors_of(kHeader + "types:\n  aws_a: {properties: {x: {keys: snake}}}\n") ==
        "t.yaml:5:34: keys can only be \"pascal\"\n");
  CHECK(errors_of(kHeader + "types:\n  aws_a: {like: aws_b}\n") == "t.yaml:5:3: there is no table \"aws_b\"\n");
  CHECK(errors_of(kHeader + "own: [aws_a]\ntypes:\n  aws_a: {type: AWS::A::B}\n") == "t.yaml:6:3: \"aws_a\" has two tables\n");
  CHECK(errors_of("types: {}\n") ==
        "t.yaml:1:1: source is missing\nt.yaml:1:1: provider is missing\nt.yaml:1:1: date is missing\n");
  CHECK(errors_of("source: http://example.com\nprovider: p\ndate: today\n") ==
        "t.yaml:1:9: the source must be an https:// address\nt.yaml:3:7: the date must read YYYY-MM-DD\n");
}

TEST_CASE("a type with an error is left out, the others are read") {
  Tables tables;
  tables.add("t.yaml", kHeader + "types:\n  aws_a: {wrong: 1}\n  aws_b: {type: AWS::A::B}\n");
  tables.read();
  CHECK(tables.mappings.find("aws_a") == nullptr);
  CHECK(tables.mappings.type_name("aws_b") == "AWS::A::B");
}
