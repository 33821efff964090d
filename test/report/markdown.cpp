#include "analyzer/report/markdown.h"

#include "catch.h"
#include "report/sample.h"

using namespace demarc;

TEST_CASE("Markdown has the summary, a table a file, the remedies, and what is suppressed") {
  Sample sample;
  sample.report.findings.push_back(sample.known());
  sample.report.findings.push_back(sample.suppressed());
  sample.report.counts.suppressed = 1;
  CHECK(write_markdown(sample.report) == R"(## demarc: 1 finding (1 high)

1 finding (1 high), 1 suppressed, 1 that cannot be told; 1 resource in 1 input, 1 policy

By category: 1 data-protection

### stack/storage.yaml

| severity | line | finding | policy |
|---|---|---|---|
| high | 5 | Logs grants PublicRead to everyone, when IsProd is false | s3-public-acl |
| unknown | 5 | Logs: cannot tell: AccessControl depends on parameter Acl, which has no default | s3-public-acl |
| high | 5 | Logs grants PublicRead to everyone, when IsProd is false (in the baseline) | s3-public-acl |

<details><summary>How to mend them</summary>

**s3-public-acl**: Bucket ACL grants access to everyone

- yours: You decide whom the ACL lets in.
- fix: Remove AccessControl and grant access in a bucket policy to named principals.

</details>

<details><summary>Suppressed</summary>

### stack/storage.yaml

| severity | line | finding | policy |
|---|---|---|---|
| high | 5 | Logs grants PublicRead to everyone, when IsProd is false<br>suppressed until 2026-12-31: a web site (checkov, stack/storage.yaml:4) | s3-public-acl |

</details>
)");
}

TEST_CASE("a clean run is two lines of Markdown") {
  Sample sample;
  sample.report.findings.clear();
  sample.report.counts = {};
  sample.report.counts.inputs = sample.report.counts.resources = 1;
  CHECK(write_markdown(sample.report) == "## demarc: no findings\n\nno findings; 1 resource in 1 input, 1 policy\n");
}

TEST_CASE("Markdown names inputs that could not be analysed") {
  Sample sample;
  sample.report.findings.clear();
  sample.report.failures = {{0, {"expected a colon", Range{13, 17}, ""}}};
  CHECK(write_markdown(sample.report).find("### Not analysed\n\n- stack/storage.yaml: expected a colon\n") != std::string::npos);
}

TEST_CASE("a cell of a table is no markup, and ends where it should") {
  Sample sample;
  sample.report.findings.resize(1);
  sample.report.findings[0].address = "a|b `c` <img src=x> [d](http://e) @team\n# f";
  std::string text = write_markdown(sample.report);
  CHECK(text.find("| high | 5 | a\\|b \\`c\\` &lt;img src=x&gt; \\[d\\](http:<!-- -->//e) @<!-- -->team\\\\n\\# f grants PublicRead") != std::string::npos);
}

TEST_CASE("what GitHub would refuse for its size is cut to the most severe findings") {
  Sample sample;
  Finding low = sample.report.findings[0];
  low.severity = Severity::low;
  low.message = std::string(2000, 'x');
  Finding high = sample.report.findings[0];
  sample.report.findings.assign(1500, low);
  sample.report.findings.push_back(high);
  std::string text = write_markdown(sample.report);
  CHECK(text.size() < 1'000'000);
  CHECK(text.find("| high | 5 |") != std::string::npos);
  CHECK(text.find("Left out here: ") != std::string::npos);
}
