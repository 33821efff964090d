#include "catch.h"
#include "logic.h"

namespace demarc::test {
namespace {

const std::string kTop = "source: https://docs.example\ndate: 2026-11-01\n";

std::string errors_in(const std::string& path, const std::string& text) { return read({{path, text, true}}).errors; }

std::string text_of(const Value* value) { return value && value->is_scalar() ? std::string(value->scalar()) : "-"; }

}  // namespace

TEST_CASE("a table is read with its source, date, key and rows") {
  ReadCatalog result = read(some_tables());
  CHECK(result.errors == "");
  const Table& table = *result.catalog.tables.at("lambda-runtimes");
  CHECK(table.name == "lambda-runtimes");
  CHECK(table.source == "https://docs.example");
  CHECK(table.date == "2026-11-01");
  CHECK(table.key == std::vector<std::string>{"runtime"});
  CHECK(table.rows.size() == 2);
  const Table::Row* row = table.find({"nodejs18.x"});
  REQUIRE(row);
  CHECK(text_of(Table::cell(*row, "end-of-support")) == "2025-09-01");
  CHECK(table.find({"nodejs99.x"}) == nullptr);
  CHECK(Table::cell(*table.find({"python3.13"}), "end-of-support") == nullptr);
}

TEST_CASE("version prefixes end between the parts of a version, and the longest one wins") {
  ReadCatalog result = read({{"tables/t.yaml", kTop + R"(
key: [engine, version]
match: version-prefix
rows:
- {engine: mysql, version: "8", row: a}
- {engine: mysql, version: "8.0", row: b}
- {engine: aurora, version: "8.0.mysql", row: c}
)"}});
  CHECK(result.errors == "");
  const Table& table = *result.catalog.tables.at("t");
  auto row = [&](std::string_view engine, std::string_view version) {
    const Table::Row* found = table.find({engine, version});
    return found ? text_of(Table::cell(*found, "row")) : "none";
  };
  CHECK(row("mysql", "8.0.36") == "b");
  CHECK(row("mysql", "8.0") == "b");
  CHECK(row("mysql", "8.01") == "a");
  CHECK(row("mysql", "80") == "none");
  CHECK(row("mysql", "") == "none");
  CHECK(row("aurora-mysql", "8.0.mysql_aurora.3") == "none");
  CHECK(row("aurora", "8.0.mysql_aurora.3") == "c");
}

TEST_CASE("of globs the longest one wins, of equal ones the first") {
  ReadCatalog result = read(
      {{"tables/t.yaml",
        kTop +
            "key: name\nmatch: glob\nrows:\n- {name: \"*\", row: a}\n- {name: \"db.*\", row: b}\n- {name: \"?b.*\", row: c}\n"}});
  CHECK(result.errors == "");
  const Table& table = *result.catalog.tables.at("t");
  CHECK(text_of(Table::cell(*table.find({"db.t3"}), "row")) == "b");
  CHECK(text_of(Table::cell(*table.find({"xb.t3"}), "row")) == "c");
  CHECK(text_of(Table::cell(*table.find({"cache"}), "row")) == "a");
}

TEST_CASE("files of tables and settings may end in .yml") {
  ReadCatalog result = read({{"settings.yml", "days: {default: 7}\n"},
                             {"tables/t.yml", kTop + "key: a\nrows: [{a: 1}]\n"},
                             {"tables/defaults/s3.yml", kTop + "rows: [{type: AWS::S3::Bucket, property: A, default: 1}]\n"},
                             {"tables/identities.yml", kTop + "rows: [{type: AWS::S3::Bucket, names: [BucketName]}]\n"}});
  CHECK(result.errors == "");
  CHECK(result.catalog.settings.count("days") == 1);
  CHECK(result.catalog.tables.count("t") == 1);
  CHECK(result.catalog.defaults.size() == 1);
  CHECK(result.catalog.identities.size() == 1);
}

TEST_CASE("a table's mistakes are refused at their line") {
  CHECK(errors_in("tables/t.yaml", "key: a\nrows: []\n") ==
        "tables/t.yaml:1:1: \"source\" is missing in a table\ntables/t.yaml:1:1: \"date\" is missing in a table\n");
  CHECK(errors_in("tables/t.yaml", "source: s\ndate: 2026-02-30\nkey: a\nrows: []\n") ==
        "tables/t.yaml:2:7: \"date\" must be a day such as 2026-11-24, not \"2026-02-30\"\n");
  CHECK(errors_in("tables/t.yaml", kTop + "key: a\nmatch: prefix\nrows: []\n") ==
        "tables/t.yaml:4:8: \"match\" must be exact, glob or version-prefix, not \"prefix\"\n");
  CHECK(errors_in("tables/t.yaml", kTop + "key: a\nrows:\n- {b: 1}\n- text\n") ==
        "tables/t.yaml:5:4: a row has no \"a\", which is a key column\ntables/t.yaml:6:3: a row must be a map, not \"text\"\n");
  CHECK(errors_in("tables/t.yaml", kTop + "keys: a\nkey: a\nrows: []\n") ==
        "tables/t.yaml:3:1: unknown key \"keys\" in a table; did you mean \"key\"?\n");
  CHECK(errors_in("tables/t.yaml", kTop + "key: a\nrows:\n- {a: x, b: 1}\n- {a: x, b: 2}\n") ==
        "tables/t.yaml:6:4: a row has the key of an earlier one\n");
}

TEST_CASE("a user's table replaces the built-in one, for policies that are read already too") {
  std::vector<TextFile> files = some_tables();
  files.push_back({"tables/stateful-types.yaml", kTop + "key: type\nrows:\n- {type: AWS::EFS::FileSystem}\n", false});
  ReadCatalog result = read(files);
  CHECK(result.errors == "");
  CHECK(result.catalog.tables.at("stateful-types")->rows.size() == 1);
  files.back().built_in = true;
  CHECK(read(files).errors == "tables/stateful-types.yaml:1:1: there is a table \"stateful-types\" already\n");
}

TEST_CASE("rows of defaults") {
  ReadCatalog result = read({{"tables/defaults/ec2.yaml", kTop + R"(
rows:
- type: AWS::EC2::Volume
  property: Encrypted
  when: {property: SnapshotId, set: true}
  unknown: a volume is encrypted if its snapshot is
  source: https://docs.example/ebs
- {type: AWS::EC2::SecurityGroup, property: SecurityGroupEgress, dialect: cloudformation, default: [{IpProtocol: "-1"}], since: 2023-01-05}
- {type: "*", attribute: DeletionPolicy, default: Delete}
)",
                              true}});
  CHECK(result.errors == "");
  const std::vector<DefaultRow>& rows = result.catalog.defaults;
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].type == "AWS::EC2::Volume");
  CHECK(rows[0].property.text == "Encrypted");
  REQUIRE(rows[0].when);
  CHECK(describe(*rows[0].when) == "property SnapshotId set [true]");
  CHECK_FALSE(rows[0].known);
  CHECK(rows[0].unknown == "a volume is encrypted if its snapshot is");
  CHECK(rows[0].source == "https://docs.example/ebs");
  CHECK(rows[1].dialect == Dialect::cloudformation);
  CHECK(rows[1].since == "2023-01-05");
  CHECK(rows[1].source == "https://docs.example");
  REQUIRE(rows[1].value.is(Value::Kind::list));
  CHECK(text_of(&rows[1].value.items()[0].find("IpProtocol")->value) == "-1");
  CHECK(rows[2].attribute);
  CHECK(rows[2].property.text == "DeletionPolicy");
}

TEST_CASE("a user's defaults are asked before the built-in ones") {
  ReadCatalog result = read({{"tables/defaults/a.yaml", kTop + "rows: [{type: A::B::C, property: P, default: 1}]\n", true},
                             {"tables/defaults/b.yaml", kTop + "rows: [{type: A::B::C, property: P, default: 2}]\n", false}});
  CHECK(result.errors == "");
  REQUIRE(result.catalog.defaults.size() == 2);
  CHECK(text_of(&result.catalog.defaults[0].value) == "2");
}

TEST_CASE("mistakes in rows of defaults are refused at their line") {
  auto row = [](const std::string& text) { return errors_in("tables/defaults/x.yaml", kTop + "rows:\n- {" + text + "}\n"); };
  CHECK(row("type: AWS::S3::Bucket, property: A") ==
        "tables/defaults/x.yaml:4:4: a row needs either \"default\" or \"unknown\"\n");
  CHECK(row("type: AWS::S3::Bucket, property: A, default: 1, unknown: x") ==
        "tables/defaults/x.yaml:4:4: a row needs either \"default\" or \"unknown\"\n");
  CHECK(row("type: Bucket, property: A, default: 1") == "tables/defaults/x.yaml:4:10: \"type\" must be a type, not \"Bucket\"\n");
  CHECK(row("type: AWS::S3::Bucket, property: A, default: 1, since: yesterday") ==
        "tables/defaults/x.yaml:4:59: \"since\" must be a day such as 2026-11-24, not \"yesterday\"\n");
  CHECK(row("type: AWS::S3::Bucket, property: A, default: 1, dialect: cdk") ==
        "tables/defaults/x.yaml:4:61: \"dialect\" must be cloudformation or terraform, not \"cdk\"\n");
  CHECK(row("type: AWS::S3::Bucket, propety: A, default: 1") ==
        "tables/defaults/x.yaml:4:27: unknown key \"propety\" in a row; did you mean \"property\"?\n"
        "tables/defaults/x.yaml:4:4: \"property\" is missing in a row\n");
  CHECK(row("type: AWS::S3::Bucket, property: A, attribute: B, default: 1") ==
        "tables/defaults/x.yaml:4:4: \"property\" and \"attribute\" in one row; write one of them\n");
  CHECK(row("type: AWS::S3::Bucket, property: A, default: 1, when: {property: B}") ==
        "tables/defaults/x.yaml:4:59: a test needs an operator: set, is, in, at-least, at-most, after, before, like, matches, "
        "contains, covers, "
        "within, same-as, kind, watches or interval-at-most\n");
}

TEST_CASE("rows of companions, identities, documents and rules") {
  ReadCatalog result = read({
      {"tables/companions.yaml", kTop + R"(
rows:
- {type: AWS::EC2::SecurityGroupIngress, of: AWS::EC2::SecurityGroup, by: GroupId, into: SecurityGroupIngress}
- {type: aws_s3_bucket_versioning, of: AWS::S3::Bucket, by: Bucket, into: VersioningConfiguration, as: value, take: VersioningConfiguration}
- {type: aws_s3_bucket_acl, of: AWS::S3::Bucket, by: Bucket, as: merge}
)",
       true},
      {"tables/identities.yaml", kTop + "rows: [{type: AWS::S3::Bucket, names: [BucketName, \"arn:*:s3:::{BucketName}\"]}]\n",
       true},
      {"tables/documents.yaml", kTop + "rows: [{type: AWS::IAM::Role, document: trust, path: AssumeRolePolicyDocument}]\n", true},
      {"tables/rules.yaml",
       kTop + "rows: [{type: AWS::EC2::NetworkAcl, direction: egress, path: Entries, form: acl}, {type: A::B::C, direction: "
              "ingress, path: R}]\n",
       true},
  });
  CHECK(result.errors == "");
  const Catalog& catalog = result.catalog;
  REQUIRE(catalog.companions.size() == 3);
  CHECK(catalog.companions[0].type == "AWS::EC2::SecurityGroupIngress");
  CHECK(catalog.companions[0].of == "AWS::EC2::SecurityGroup");
  CHECK(catalog.companions[0].by.text == "GroupId");
  CHECK(catalog.companions[0].into == "SecurityGroupIngress");
  CHECK(catalog.companions[0].as == CompanionRow::As::item);
  CHECK(catalog.companions[1].as == CompanionRow::As::value);
  CHECK(catalog.companions[1].take == "VersioningConfiguration");
  CHECK(catalog.companions[2].as == CompanionRow::As::merge);
  CHECK(catalog.companions[2].into == "");
  REQUIRE(catalog.identities.size() == 1);
  CHECK(catalog.identities[0].names == std::vector<std::string>{"BucketName", "arn:*:s3:::{BucketName}"});
  REQUIRE(catalog.documents.size() == 1);
  CHECK(catalog.documents[0].document == StatementTest::Document::trust);
  CHECK(catalog.documents[0].path.text == "AssumeRolePolicyDocument");
  REQUIRE(catalog.rules.size() == 2);
  CHECK(catalog.rules[0].direction == PortsTest::Direction::egress);
  CHECK(catalog.rules[0].acl);
  CHECK_FALSE(catalog.rules[1].acl);
}

TEST_CASE("mistakes in those rows are refused at their line") {
  CHECK(errors_in("tables/companions.yaml", kTop + "rows:\n- {type: A::B::C, of: A::B::D, by: E}\n") ==
        "tables/companions.yaml:4:4: \"into\" is missing in a row\n");
  CHECK(errors_in("tables/companions.yaml", kTop + "rows:\n- {type: A::B::C, of: A::B::D, by: E, into: F, as: merge}\n") ==
        "tables/companions.yaml:4:45: \"into\" has no meaning with as: merge\n");
  CHECK(errors_in("tables/identities.yaml", kTop + "rows:\n- {type: A::B::C}\n") ==
        "tables/identities.yaml:4:4: \"names\" is missing in a row\n");
  CHECK(errors_in("tables/documents.yaml", kTop + "rows:\n- {type: A::B::C, document: any, path: P}\n") ==
        "tables/documents.yaml:4:29: \"document\" must be identity, resource, trust, key, endpoint or boundary, not \"any\"\n");
  CHECK(errors_in("tables/rules.yaml", kTop + "rows:\n- {type: A::B::C, direction: in, path: \"P[0]\"}\n") ==
        "tables/rules.yaml:4:30: \"direction\" must be ingress or egress, not \"in\"\n"
        "tables/rules.yaml:4:40: \"[\" cannot stand in path \"P[0]\"; a key that is no plain word stands in parentheses: "
        "Name(key)\n");
  CHECK(errors_in("tables/rules.yaml", kTop + "rows: none\n") ==
        "tables/rules.yaml:3:7: \"rows\" must be a list, not \"none\"\n");
}

}  // namespace demarc::test
