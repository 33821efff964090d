#include "analyzer/report/sarif.h"

#include <nlohmann/json.hpp>

#include "catch.h"
#include "report/sample.h"

using namespace demarc;
using Json = nlohmann::ordered_json;

TEST_CASE("a finding is a result at the narrowest region of one line, with GitHub's fingerprint") {
  Sample sample;
  Json log = Json::parse(write_sarif(sample.report));
  CHECK(log["runs"][0]["results"][0] == Json::parse(R"({
    "ruleId": "s3-public-acl", "ruleIndex": 0, "level": "error",
    "message": {"text": "Logs grants PublicRead to everyone, when IsProd is false"},
    "locations": [{
      "physicalLocation": {
        "artifactLocation": {"uri": "stack/storage.yaml", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 5, "startColumn": 7, "endLine": 5, "endColumn": 32}},
      "logicalLocations": [{"fullyQualifiedName": "Logs", "kind": "resource"}]}],
    "partialFingerprints": {"primaryLocationLineHash": "2d65cd5130ea5e59:1", "demarc/v1": "f0e6135777ec4ebe"}})"));
}

TEST_CASE("what cannot be told is an open result without a level") {
  Sample sample;
  Json log = Json::parse(write_sarif(sample.report));
  CHECK(log["runs"][0]["results"][1]["kind"] == "open");
  CHECK(log["runs"][0]["results"][1]["level"] == "none");
}

TEST_CASE("a policy is a rule with help, tags and GitHub's severity") {
  Sample sample;
  Json rule = Json::parse(write_sarif(sample.report))["runs"][0]["tool"]["driver"]["rules"][0];
  CHECK(rule["id"] == "s3-public-acl");
  CHECK(rule["shortDescription"]["text"] == "Bucket ACL grants access to everyone");
  CHECK(rule["properties"] == Json::parse(R"({"tags": ["security", "data-protection"], "precision": "high",
                                              "security-severity": "8.0", "problem.severity": "error"})"));
  CHECK(rule["help"]["text"].get<std::string>().find("CKV_AWS_20") != std::string::npos);
  CHECK(rule["help"]["markdown"].get<std::string>().find("**Your side**: You decide whom the ACL lets in.") != std::string::npos);
}

TEST_CASE("a clean run still has results, an empty list") {
  Sample sample;
  sample.report.findings.clear();
  Json run = Json::parse(write_sarif(sample.report))["runs"][0];
  CHECK(run["results"] == Json::array());
  CHECK(run["invocations"][0]["executionSuccessful"] == true);
}

TEST_CASE("an input that could not be analysed is a result and a notification") {
  Sample sample;
  sample.report.findings.clear();
  sample.report.failures = {{0, {"expected a colon", Range{13, 17}, ""}}};
  Json run = Json::parse(write_sarif(sample.report))["runs"][0];
  CHECK(run["results"][0]["ruleId"] == "demarc-input-error");
  CHECK(run["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] == 2);
  CHECK(run["invocations"][0]["executionSuccessful"] == false);
}

TEST_CASE("of more findings than GitHub takes the most severe are kept, and it is said how many are not") {
  Sample sample;
  Finding fail = sample.report.findings[0];
  Finding low = fail;
  low.severity = Severity::low;
  sample.report.findings.assign(20'500, low);
  sample.report.findings.back() = fail;
  Json run = Json::parse(write_sarif(sample.report))["runs"][0];
  CHECK(run["results"].size() == 20'000);
  CHECK(run["results"].back()["level"] == "error");
  CHECK(run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"] == "500 of 20500 results are left out, the least severe ones");
}
