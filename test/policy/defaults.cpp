#include <fstream>
#include <map>
#include <string>

#include "asked_properties.h"
#include "catalog_text.h"
#include "catch.h"

namespace demarc::test {
namespace {

// `without_default.txt`: a reason, and below it, indented, each type and property that has no default for that reason.
std::map<AskedProperty, std::string> without_default() {
  std::map<AskedProperty, std::string> result;
  std::ifstream file(DEMARC_SOURCE_DIR "/test/policy/without_default.txt");
  std::string line, reason;
  while (std::getline(file, line)) {
    if (line.empty() || line[0] == '#') continue;
    if (line[0] != ' ') {
      reason = line;
      continue;
    }
    const std::size_t begin = line.find_first_not_of(' '), end = line.find(' ', begin);
    result[{line.substr(begin, end - begin), line.substr(end + 1)}] = reason;
  }
  return result;
}

std::string listed(const AskedProperty& asked) { return asked.first + " " + asked.second + "\n"; }

}  // namespace

TEST_CASE("every property that a policy compares has a default, or a reason why it has none") {
  const ReadCatalog built_in = read(files_below(DEMARC_SOURCE_DIR "/policies"));
  std::map<AskedProperty, std::string> reasons = without_default();
  std::set<AskedProperty> asked;
  for (const Policy& policy : built_in.catalog.policies) asked.merge(asked_properties(policy));
  std::string missing, needless;
  for (const AskedProperty& each : asked) {
    if (!has_default(built_in.catalog, each) && reasons.count(each) == 0) missing += listed(each);
  }
  for (const auto& [each, reason] : reasons) {
    if (asked.count(each) == 0 || has_default(built_in.catalog, each)) needless += listed(each);
  }
  CHECK(missing == "");
  CHECK(needless == "");
  CHECK(asked.size() > 100);
}

TEST_CASE("what a policy asks is seen in items, quantifiers, relations and lookups") {
  const ReadCatalog catalog = read({{"a/b/b.yaml",
                                     "id: a-b\ntitle: T\nseverity: low\ncategory: network\nsince: 1.0.0\nfor: AWS::EC2::Instance\n"
                                     "when: {property: A, is: x}\neach: Volumes\nrequire:\n  any:\n  - {property: Size, at-least: 3}\n"
                                     "  - {property: /B, in: [y]}\n  - {some: C.D, where: {property: E, is: z}}\n"
                                     "  - {property: F, set: true}\n"
                                     "  - {refers-to: AWS::EC2::VPC, via: G, where: {property: H, is: true}}\n"
                                     "absent: pass\nmessage: m\naws-side: a\nyour-side: y\nfix: f\n"}});
  REQUIRE(catalog.errors == "");
  CHECK(asked_properties(catalog.catalog.policies.at(0)) ==
        std::set<AskedProperty>{{"AWS::EC2::Instance", "A"},
                                {"AWS::EC2::Instance", "Volumes.Size"},
                                {"AWS::EC2::Instance", "B"},
                                {"AWS::EC2::Instance", "Volumes.C.D.E"},
                                {"AWS::EC2::VPC", "H"}});
}

TEST_CASE("every row of defaults that changed has its day, and every row its source") {
  const ReadCatalog built_in = read(files_below(DEMARC_SOURCE_DIR "/policies"));
  for (const DefaultRow& row : built_in.catalog.defaults) {
    INFO(row.type << " " << row.property.text);
    CHECK(row.source.starts_with("https://"));
    CHECK((row.known || !row.unknown.empty()));
  }
}

}  // namespace demarc::test
