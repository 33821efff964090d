#include "analyzer/report/github.h"

#include <algorithm>

#include "catch.h"
#include "report/sample.h"

using namespace demarc;

namespace {

constexpr std::string_view kError =
    "::error file=stack/storage.yaml,line=5,endLine=5,col=7,endColumn=32,title=high s3-public-acl::Logs grants PublicRead to everyone, when IsProd is "
    "false%0AYou decide whom the ACL lets in.%0Afix: Remove AccessControl and grant access in a bucket policy to named principals.\n";

std::size_t count(const std::string& text, std::string_view sought) {
  std::size_t found = 0;
  for (std::size_t at = text.find(sought); at != std::string::npos; at = text.find(sought, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("GitHub's log gets a command a finding, the most severe first, and the summary") {
  Sample sample;
  std::reverse(sample.report.findings.begin(), sample.report.findings.end());
  Finding pass = sample.report.findings[0];
  pass.verdict = Verdict::pass;
  sample.report.findings.push_back(pass);
  sample.report.findings.push_back(sample.report.findings[1]);
  sample.report.findings.back().suppression = Suppression{Suppression::Kind::configuration, "a web site", "", "", {}, ".demarc.yaml:3"};
  CHECK(write_github(sample.report) ==
        std::string(kError) +
            "::notice file=stack/storage.yaml,line=5,endLine=5,col=7,endColumn=32,title=unknown s3-public-acl::Logs: cannot tell: AccessControl depends "
            "on parameter Acl, which has no default\n"
            "::notice file=stack/storage.yaml,line=5,endLine=5,col=7,endColumn=32,title=high s3-public-acl::Logs grants PublicRead to everyone, when "
            "IsProd is false%0Asuppressed: a web site (.demarc.yaml:3)\n"
            "demarc: 1 finding (1 high), 1 that cannot be told; 1 resource in 1 input, 1 policy\n");
}

TEST_CASE("of a level GitHub shows ten: the tenth says how many more there are") {
  Sample sample;
  Finding fail = sample.report.findings[0];
  sample.report.findings.assign(10, fail);
  CHECK(count(write_github(sample.report), "::error ") == 10);
  CHECK(count(write_github(sample.report), "more are not shown") == 0);
  sample.report.findings.assign(14, fail);
  sample.report.findings.back().severity = Severity::critical;
  std::string text = write_github(sample.report);
  CHECK(count(text, "::error ") == 10);
  CHECK(text.find("title=critical s3-public-acl") < text.find("title=high s3-public-acl"));
  CHECK(text.find("::error title=demarc::5 errors more are not shown, since GitHub shows ten of a kind\n") != std::string::npos);
}

TEST_CASE("medium is a warning, low a notice, an input error comes first") {
  Sample sample;
  Finding medium = sample.report.findings[0], low = medium;
  medium.severity = Severity::medium;
  low.severity = Severity::low;
  sample.report.findings = {low, medium};
  sample.report.failures = {{0, {"expected a colon", Range{13, 17}, "write it"}}};
  std::string text = write_github(sample.report);
  CHECK(text.starts_with("::error file=stack/storage.yaml,line=2,endLine=2,col=3,endColumn=7,title=demarc-input-error::expected a colon%0Awrite it\n"
                         "::warning file="));
  CHECK(text.find("::warning ") < text.find("::notice "));
}

TEST_CASE("a text from an input cannot begin a command of its own or end a property") {
  Sample sample;
  sample.report.findings.resize(1);
  sample.report.findings[0].address = "a\n::error::x%0A";
  sample.report.paths[0] = "a,line=9::b:%.yaml";
  std::string text = write_github(sample.report);
  CHECK(text.starts_with("::error file=a%2Cline=9%3A%3Ab%3A%25.yaml,line=5,"));
  CHECK(text.find("::a\\n::error::x%250A grants PublicRead") != std::string::npos);
  CHECK(count(text, "\n") == 2);
}
