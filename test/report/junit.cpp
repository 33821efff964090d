#include "analyzer/report/junit.h"

#include "catch.h"
#include "report/sample.h"

using namespace demarc;

TEST_CASE("JUnit has a suite a file and a case a finding") {
  Sample sample;
  Finding pass = sample.report.findings[0];
  pass.verdict = Verdict::pass;
  sample.report.findings.push_back(sample.suppressed());
  sample.report.findings.push_back(sample.known());
  sample.report.findings.push_back(pass);
  sample.report.failures = {{0, {"expected a colon", Range{13, 17}, "write it"}}};
  CHECK(write_junit(sample.report) == R"xml(<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="demarc" tests="6" failures="1" errors="1" skipped="3">
  <testsuite name="stack/storage.yaml" tests="6" failures="1" errors="1" skipped="3">
    <testcase classname="demarc-input-error" name="stack/storage.yaml: can be analysed" file="stack/storage.yaml" line="2">
      <error type="input" message="expected a colon">write it</error>
    </testcase>
    <testcase classname="s3-public-acl" name="stack/storage.yaml: Logs: AccessControl" file="stack/storage.yaml" line="5">
      <failure type="high" message="Logs grants PublicRead to everyone, when IsProd is false">stack/storage.yaml:5:7: Logs grants PublicRead to everyone, when IsProd is false
yours: You decide whom the ACL lets in.
fix: Remove AccessControl and grant access in a bucket policy to named principals.</failure>
    </testcase>
    <testcase classname="s3-public-acl" name="stack/storage.yaml: Logs: AccessControl (2)" file="stack/storage.yaml" line="5">
      <skipped message="Logs: cannot tell: AccessControl depends on parameter Acl, which has no default"/>
    </testcase>
    <testcase classname="s3-public-acl" name="stack/storage.yaml: Logs: AccessControl (3)" file="stack/storage.yaml" line="5">
      <skipped message="suppressed until 2026-12-31: a web site (checkov, stack/storage.yaml:4)"/>
    </testcase>
    <testcase classname="s3-public-acl" name="stack/storage.yaml: Logs: AccessControl (4)" file="stack/storage.yaml" line="5">
      <skipped message="in the baseline: Logs grants PublicRead to everyone, when IsProd is false"/>
    </testcase>
    <testcase classname="s3-public-acl" name="stack/storage.yaml: Logs: AccessControl (5)" file="stack/storage.yaml" line="5"/>
  </testsuite>
</testsuites>
)xml");
}

TEST_CASE("a clean run is a test that passes") {
  Sample sample;
  sample.report.findings.clear();
  sample.report.counts = {};
  sample.report.counts.inputs = sample.report.counts.resources = 1;
  CHECK(write_junit(sample.report) == R"xml(<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="demarc" tests="1" failures="0" errors="0" skipped="0">
  <testsuite name="demarc" tests="1" failures="0" errors="0" skipped="0">
    <testcase classname="demarc" name="no findings; 1 resource in 1 input, 1 policy"/>
  </testsuite>
</testsuites>
)xml");
}

TEST_CASE("texts from inputs make no XML") {
  Sample sample;
  sample.report.findings.resize(1);
  sample.report.findings[0].address = "a\"/><b>]]>&\x01";
  std::string text = write_junit(sample.report);
  CHECK(text.find("name=\"stack/storage.yaml: a&quot;/&gt;&lt;b&gt;]]&gt;&amp;\\u{1}: AccessControl\"") != std::string::npos);
  CHECK(text.find("<b>") == std::string::npos);
}
