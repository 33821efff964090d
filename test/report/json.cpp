#include "analyzer/report/json.h"

#include <nlohmann/json.hpp>

#include "catch.h"
#include "report/sample.h"

using namespace demarc;

TEST_CASE("JSON version 1 has these fields, in this order") {
  Sample sample;
  sample.report.findings.pop_back();
  sample.report.failures = {{0, {"expected a colon", Range{13, 17}, "write it"}}};
  CHECK(write_json(sample.report) == R"({
  "version": 1,
  "tool": {
    "name": "demarc",
    "version": ")" DEMARC_VERSION R"("
  },
  "asOf": "2026-01-31",
  "findings": [
    {
      "policy": "s3-public-acl",
      "verdict": "fail",
      "severity": "high",
      "message": "Logs grants PublicRead to everyone, when IsProd is false",
      "file": "stack/storage.yaml",
      "line": 5,
      "column": 7,
      "endLine": 5,
      "endColumn": 32,
      "path": "AccessControl",
      "resource": {
        "address": "Logs",
        "type": "AWS::S3::Bucket",
        "parts": []
      },
      "scenario": "when IsProd is false",
      "related": []
    }
  ],
  "notes": [
    {
      "kind": "duplicate-key",
      "message": "key \"Type\" is written twice",
      "file": "stack/storage.yaml",
      "line": 3,
      "column": 5
    }
  ],
  "errors": [
    {
      "file": "stack/storage.yaml",
      "line": 2,
      "column": 3,
      "message": "expected a colon",
      "hint": "write it"
    }
  ],
  "summary": {
    "inputs": 1,
    "resources": 1,
    "policies": 1,
    "fail": {
      "critical": 0,
      "high": 1,
      "medium": 0,
      "low": 0,
      "note": 0
    },
    "categories": {
      "identity": 0,
      "data-protection": 1,
      "network": 0,
      "logging": 0,
      "backup": 0,
      "patching": 0,
      "secrets": 0,
      "governance": 0
    },
    "unknown": 1,
    "pass": 0,
    "suppressed": 0,
    "unchanged": 0,
    "errors": 1
  }
}
)");
}

TEST_CASE("an unknown says why") {
  Sample sample;
  sample.report.findings.erase(sample.report.findings.begin());
  CHECK(write_json(sample.report).find(R"("why": "cannot tell: AccessControl depends on parameter Acl, which has no default")") != std::string::npos);
}

TEST_CASE("a suppression says what, until when, in whose words and where; the baseline knows a finding or not") {
  Sample sample;
  sample.report.findings = {sample.suppressed(), sample.known()};
  sample.report.findings.push_back(sample.suppressed());
  sample.report.findings[2].suppression = Suppression{Suppression::Kind::configuration, "a web site", "", "", {}, "stack/.demarc.yaml:12"};
  sample.report.findings[2].baseline = BaselineState::added;
  nlohmann::json findings = nlohmann::json::parse(write_json(sample.report))["findings"];
  CHECK(findings[0]["suppression"] == nlohmann::json::parse(R"({"kind": "metadata", "reason": "a web site", "until": "2026-12-31", "by": "checkov",
                                                               "file": "stack/storage.yaml", "line": 4, "column": 5})"));
  CHECK(findings[0].count("baseline") == 0);
  CHECK(findings[1]["baseline"] == "unchanged");
  CHECK(findings[2]["suppression"] == nlohmann::json::parse(R"({"kind": "configuration", "reason": "a web site", "origin": "stack/.demarc.yaml:12"})"));
  CHECK(findings[2]["baseline"] == "new");
}

TEST_CASE("JSON keeps every value, but writes what could mislead as escapes") {
  Sample sample;
  sample.report.findings.resize(1);
  std::string odd = "\x7F\u009B\u202E</script>##[error]x##VSO[task]\U000E0041";
  sample.report.findings[0].address = odd;
  std::string text = write_json(sample.report);
  CHECK(text.find("\\u007f\\u009b\\u202e\\u003c/script>\\u0023#[error]x\\u0023#VSO[task]\\udb40\\udc41 grants") != std::string::npos);
  CHECK(nlohmann::json::parse(text)["findings"][0]["message"] == odd + " grants PublicRead to everyone, when IsProd is false");
}
