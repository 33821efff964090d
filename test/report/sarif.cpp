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

TEST_CASE("of more findings than GitHub keeps the most severe stay, in their order, and it is said how many do not") {
  Sample sample;
  Finding fail = sample.report.findings[0];
  Finding low = fail;
  low.severity = Severity::low;
  sample.report.findings.assign(30'000, low);
  sample.report.findings.back() = fail;
  sample.report.findings[10] = fail;
  sample.report.findings[11].verdict = Verdict::unknown;
  sample.report.failures = {{0, {"expected a colon", Range{13, 17}, ""}}};
  Json run = Json::parse(write_sarif(sample.report))["runs"][0];
  CHECK(run["results"].size() == 5'000);
  CHECK(run["results"][0]["ruleId"] == "demarc-input-error");
  CHECK(run["results"][11]["level"] == "error");
  CHECK(run["results"].back()["level"] == "error");
  for (const Json& result : run["results"]) CHECK(result.count("kind") == 0);
  CHECK(run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"] ==
        "25001 of 30000 findings are left out, the least severe ones (--sarif-max-results)");
  sample.report.most_in_sarif = 40'000;
  CHECK(Json::parse(write_sarif(sample.report))["runs"][0]["results"].size() == 30'001);
}

TEST_CASE("one finding of a policy after the other names its rule once") {
  Sample sample;
  sample.report.findings.assign(3, sample.report.findings[0]);
  Json run = Json::parse(write_sarif(sample.report))["runs"][0];
  CHECK(run["tool"]["driver"]["rules"].size() == 1);
  CHECK(run["results"].size() == 3);
}

TEST_CASE("a rule has the highest severity that a finding of the run has, since GitHub knows one a rule") {
  Sample sample;
  Finding raised = sample.report.findings[0];
  raised.severity = Severity::critical;
  Finding lowered = raised;
  lowered.severity = Severity::low;
  sample.report.findings = {lowered, raised};
  Json rule = Json::parse(write_sarif(sample.report))["runs"][0]["tool"]["driver"]["rules"][0];
  CHECK(rule["properties"]["security-severity"] == "9.5");
  sample.report.findings = {lowered};
  rule = Json::parse(write_sarif(sample.report))["runs"][0]["tool"]["driver"]["rules"][0];
  CHECK(rule["properties"]["security-severity"] == "2.0");
  CHECK(rule["defaultConfiguration"]["level"] == "note");
}

TEST_CASE("each severity has its band on GitHub") {
  Sample sample;
  sample.report.findings.clear();
  for (auto [severity, number] : {std::pair(Severity::critical, "9.5"), {Severity::high, "8.0"}, {Severity::medium, "5.5"}, {Severity::low, "2.0"}, {Severity::note, "0.0"}}) {
    sample.catalog.policies[0].severity = severity;
    Json rule = Json::parse(write_sarif(sample.report))["runs"][0]["tool"]["driver"]["rules"][0];
    CHECK(rule["properties"]["security-severity"] == number);
  }
}

TEST_CASE("names, descriptions and tags keep to GitHub's measures") {
  Sample sample;
  sample.report.findings.clear();
  Policy& policy = sample.catalog.policies[0];
  policy.id = std::string(300, 'i');
  policy.title = std::string(2000, 't');
  policy.controls = {{"cwe", {"284", "CWE-732", "284"}}};
  for (int i = 1000; i < 1040; ++i) policy.controls[0].second.push_back(std::to_string(i));
  Json rule = Json::parse(write_sarif(sample.report))["runs"][0]["tool"]["driver"]["rules"][0];
  CHECK(rule["name"].get<std::string>().size() == 255);
  CHECK(rule["shortDescription"]["text"].get<std::string>().size() == 1024);
  CHECK(rule["fullDescription"]["text"].get<std::string>().size() == 1024);
  CHECK(rule["properties"]["tags"].size() == 20);
  CHECK(rule["properties"]["tags"][2] == "external/cwe/cwe-284");
  CHECK(rule["properties"]["tags"][3] == "external/cwe/cwe-732");
  CHECK(rule["properties"]["tags"][4] == "external/cwe/cwe-1000");
}

TEST_CASE("related locations are linked from the message, and no input makes a link") {
  Sample sample;
  sample.report.findings.resize(1);
  Finding& finding = sample.report.findings[0];
  finding.related = {{{0, {13, 17}}, "part of [Logs]"}, {{0, {0, 9}}, "Trail"}};
  finding.address = "[click](http://evil.example)";
  Json result = Json::parse(write_sarif(sample.report))["runs"][0]["results"][0];
  CHECK(result["message"]["text"] ==
        "[click] (http://evil.example) grants PublicRead to everyone, when IsProd is false. See [part of \\[Logs\\]](1), [Trail](2)");
  CHECK(result["relatedLocations"][0]["id"] == 1);
  CHECK(result["relatedLocations"][1]["id"] == 2);
  CHECK(result["relatedLocations"][1]["physicalLocation"]["region"]["startLine"] == 1);
}

TEST_CASE("where one result is suppressed all have a list of suppressions") {
  Sample sample;
  sample.report.findings = {sample.suppressed(), sample.known()};
  Json results = Json::parse(write_sarif(sample.report))["runs"][0]["results"];
  CHECK(results[0]["suppressions"] == Json::parse(R"([{
    "kind": "inSource", "status": "accepted", "justification": "a web site",
    "location": {"physicalLocation": {
      "artifactLocation": {"uri": "stack/storage.yaml", "uriBaseId": "%SRCROOT%"},
      "region": {"startLine": 4, "startColumn": 5, "endLine": 4, "endColumn": 15}}},
    "properties": {"until": "2026-12-31", "by": "checkov"}}])"));
  CHECK(results[1]["suppressions"] == Json::array());
  CHECK(results[1]["baselineState"] == "unchanged");
  CHECK(results[0].count("baselineState") == 0);
  sample.report.findings[0].suppression = Suppression{Suppression::Kind::configuration, "a web site", "", "", {}, ".demarc.yaml:3"};
  results = Json::parse(write_sarif(sample.report))["runs"][0]["results"];
  CHECK(results[0]["suppressions"] ==
        Json::parse(R"([{"kind": "external", "status": "accepted", "justification": "a web site", "properties": {"origin": ".demarc.yaml:3"}}])"));
  Sample other;
  sample.report.findings = {other.known()};
  sample.report.findings[0].policy = sample.report.policies[0];
  results = Json::parse(write_sarif(sample.report))["runs"][0]["results"];
  CHECK(results[0].count("suppressions") == 0);
}

TEST_CASE("a byte order mark counts for the line's hash, and UTF-16 is left to GitHub") {
  Sample sample;
  const std::string text(sample.sources[0].text());
  auto hash_in = [&](Encoding encoding) -> Json {
    Sources sources;
    sources.add("stack/storage.yaml", text, encoding);
    sample.report.sources = &sources;
    sample.report.findings[0].place = {0, {0, 9}};
    return Json::parse(write_sarif(sample.report))["runs"][0]["results"][0]["partialFingerprints"];
  };
  CHECK(hash_in(Encoding::utf8)["primaryLocationLineHash"] != hash_in(Encoding::utf8_with_mark)["primaryLocationLineHash"]);
  CHECK(hash_in(Encoding::utf16_little).count("primaryLocationLineHash") == 0);
  CHECK(hash_in(Encoding::utf16_big).count("demarc/v1") == 1);
}
