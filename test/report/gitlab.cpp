#include "analyzer/report/gitlab.h"

#include <nlohmann/json.hpp>
#include <set>

#include "catch.h"
#include "report/sample.h"

using namespace demarc;
using Json = nlohmann::ordered_json;

TEST_CASE("GitLab gets an issue a finding") {
  Sample sample;
  CHECK(write_gitlab(sample.report) == R"([
  {
    "description": "Logs grants PublicRead to everyone, when IsProd is false",
    "check_name": "demarc/s3-public-acl",
    "fingerprint": "4374a6fb129d5afd",
    "severity": "critical",
    "location": {
      "path": "stack/storage.yaml",
      "lines": {
        "begin": 5
      }
    }
  },
  {
    "description": "Logs: cannot tell: AccessControl depends on parameter Acl, which has no default",
    "check_name": "demarc/s3-public-acl",
    "fingerprint": "26604ede203d998c",
    "severity": "info",
    "location": {
      "path": "stack/storage.yaml",
      "lines": {
        "begin": 5
      }
    }
  }
]
)");
}

TEST_CASE("fingerprints of GitLab's issues are unique and know no lines") {
  Sample sample;
  sample.report.findings.assign(3, sample.report.findings[0]);
  Json issues = Json::parse(write_gitlab(sample.report));
  std::set<std::string> prints;
  for (const Json& issue : issues) prints.insert(issue["fingerprint"]);
  CHECK(prints.size() == 3);
  sample.report.findings.resize(1);
  sample.report.findings[0].place.range = {0, 9};
  Json moved = Json::parse(write_gitlab(sample.report));
  CHECK(moved[0]["location"]["lines"]["begin"] == 1);
  CHECK(moved[0]["fingerprint"] == issues[0]["fingerprint"]);
}

TEST_CASE("what is suppressed is information for GitLab, a pass is none, and an input error is critical") {
  Sample sample;
  Finding pass = sample.report.findings[0];
  pass.verdict = Verdict::pass;
  sample.report.findings = {sample.suppressed(), pass};
  sample.report.failures = {{0, {"expected a colon", Range{13, 17}, ""}}};
  Json issues = Json::parse(write_gitlab(sample.report));
  REQUIRE(issues.size() == 2);
  CHECK(issues[0]["check_name"] == "demarc/demarc-input-error");
  CHECK(issues[0]["severity"] == "critical");
  CHECK(issues[0]["location"]["lines"]["begin"] == 2);
  CHECK(issues[1]["severity"] == "info");
  CHECK(issues[1]["description"] ==
        "Logs grants PublicRead to everyone, when IsProd is false; suppressed until 2026-12-31: a web site (checkov, stack/storage.yaml:4)");
}
