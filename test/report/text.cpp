#include "analyzer/report/text.h"

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
        "1 finding (1 high), 1 that cannot be told (--show unknown); 1 resource in 1 input, 1 policy\n");
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
  sample.report.counts.fail[static_cast<std::size_t>(Severity::high)] = 0;
  sample.report.counts.unknown = 0;
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
