#include "analyzer/report/text.h"

#include <algorithm>

#include "catch.h"
#include "report/sample.h"

using namespace demarc;

TEST_CASE("a finding is a line to click, the source, whose side it is, and the remedy") {
  Sample sample;
  CHECK(write_text(sample.report, {false, 80, false}) ==
        "stack/storage.yaml:5:7: high s3-public-acl: Logs grants PublicRead to everyone, when IsProd is false\n"
        "    5 |       AccessControl: PublicRead\n"
        "      |       ^~~~~~~~~~~~~~~~~~~~~~~~~\n"
        "     yours  You decide whom the ACL lets in.\n"
        "     fix    Remove AccessControl and grant access in a bucket policy to named\n"
        "            principals.\n"
        "\n"
        "stack/storage.yaml:5:7: unknown s3-public-acl: Logs: cannot tell: AccessControl depends on parameter Acl, which has no default\n"
        "\n"
        "stack/storage.yaml:3:5: note: key \"Type\" is written twice\n"
        "\n"
        "1 finding (1 high), 1 that cannot be told; 1 resource in 1 input, 1 policy\n"
        "by category: 1 data-protection\n");
}

TEST_CASE("what is counted but not shown has the option behind it that shows it") {
  Sample sample;
  sample.report.findings.resize(1);
  sample.report.counts.suppressed = 2;
  std::string text = write_text(sample.report, {false, 200, false});
  CHECK(text.find("1 finding (1 high), 2 suppressed (--show suppressed), 1 that cannot be told (--show unknown); 1 resource") != std::string::npos);
}

TEST_CASE("a suppressed finding says why, one of the baseline that it is one; neither is explained") {
  Sample sample;
  sample.report.findings = {sample.suppressed(), sample.known()};
  sample.report.notes.clear();
  std::string text = write_text(sample.report, {false, 80, false});
  CHECK(text.substr(0, text.rfind("\n\n") + 1) ==
        "stack/storage.yaml:5:7: suppressed s3-public-acl: Logs grants PublicRead to everyone, when IsProd is false\n"
        "     why    suppressed until 2026-12-31: a web site (checkov,\n"
        "            stack/storage.yaml:4)\n"
        "\n"
        "stack/storage.yaml:5:7: high s3-public-acl: Logs grants PublicRead to everyone, when IsProd is false (in the baseline)\n");
}

TEST_CASE("where there are several files each has a heading") {
  Sample sample;
  sample.sources.add("stack/other.yaml", "Resources: {Logs: 1}\n");
  sample.report.paths.push_back("stack/other.yaml");
  sample.report.findings[1].place = {1, {0, 9}};
  sample.report.notes.clear();
  std::string text = write_text(sample.report, {false, 200, false});
  CHECK(text.starts_with("stack/storage.yaml: 1 finding (1 high)\n\nstack/storage.yaml:5:7: high"));
  CHECK(text.find("\n\nstack/other.yaml: no findings\n\nstack/other.yaml:1:1: unknown") != std::string::npos);
}

TEST_CASE("instances of one resource are one finding with their addresses; quietly each has its line") {
  Sample sample;
  sample.report.findings.assign(3, sample.report.findings[0]);
  for (int i = 0; i < 3; ++i) sample.report.findings[static_cast<std::size_t>(i)].address = "aws_s3_bucket.logs[" + std::to_string(i) + "]";
  std::string text = write_text(sample.report, {false, 80, false});
  CHECK(text.find("aws_s3_bucket.logs[0] grants") != std::string::npos);
  CHECK(text.find("     also   aws_s3_bucket.logs[1], aws_s3_bucket.logs[2]\n") != std::string::npos);
  text = write_text(sample.report, {false, 80, true});
  CHECK(std::count(text.begin(), text.end(), '\n') == 3);
  CHECK(text.find("aws_s3_bucket.logs[2] grants PublicRead") != std::string::npos);
}

TEST_CASE("of a plan that cannot be read no line is shown, since nothing tells its secrets") {
  Sample sample;
  sample.sources.add("plan.json", "{\"planned_values\": {\"password\": \"hunter2\"");
  CHECK(write_failure(sample.sources, {1, {"the file ends inside an object", Range{40, 41}, ""}}, {false, 80, false}) ==
        "plan.json:1:41: error: the file ends inside an object\n");
}

TEST_CASE("quietly, a finding is one line and nothing else is said") {
  Sample sample;
  sample.report.findings.pop_back();
  CHECK(write_text(sample.report, {false, 80, true}) ==
        "stack/storage.yaml:5:7: high s3-public-acl: Logs grants PublicRead to everyone, when IsProd is false\n");
}

TEST_CASE("a clean run says so") {
  Sample sample;
  sample.report.findings.clear();
  sample.report.notes.clear();
  sample.report.counts = {};
  sample.report.counts.inputs = sample.report.counts.resources = 1;
  CHECK(write_text(sample.report, {false, 80, false}) == "no findings; 1 resource in 1 input, 1 policy\n");
}

TEST_CASE("colour stands around places, severities and carets only") {
  Sample sample;
  sample.report.findings.pop_back();
  CHECK(write_text(sample.report, {true, 80, true}) ==
        "\x1b[1mstack/storage.yaml:5:7\x1b[0m: \x1b[1;31mhigh\x1b[0m s3-public-acl: Logs grants PublicRead to everyone, when IsProd is false\n");
}

TEST_CASE("an input that cannot be analysed shows where and what mends it") {
  Sample sample;
  InputFailure failure{0, {"expected a colon", Range{13, 17}, "write it"}};
  CHECK(write_failure(sample.sources, failure, {false, 80, false}) ==
        "stack/storage.yaml:2:3: error: expected a colon\n"
        "    2 |   Logs:\n"
        "      |   ^~~~\n"
        "     write it\n");
}
