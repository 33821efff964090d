#include "analyzer/report/json.h"

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
