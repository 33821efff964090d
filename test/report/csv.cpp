#include "analyzer/report/csv.h"

#include "catch.h"
#include "report/sample.h"

using namespace demarc;

TEST_CASE("CSV has a line of names, then a line a finding") {
  Sample sample;
  sample.report.findings.push_back(sample.suppressed());
  sample.report.findings.push_back(sample.known());
  CHECK(write_csv(sample.report) ==
        "policy,verdict,severity,category,file,line,column,resource,type,path,message,suppression,baseline\r\n"
        "s3-public-acl,fail,high,data-protection,stack/storage.yaml,5,7,Logs,AWS::S3::Bucket,AccessControl,"
        "\"Logs grants PublicRead to everyone, when IsProd is false\",,\r\n"
        "s3-public-acl,unknown,high,data-protection,stack/storage.yaml,5,7,Logs,AWS::S3::Bucket,AccessControl,"
        "\"Logs: cannot tell: AccessControl depends on parameter Acl, which has no default\",,\r\n"
        "s3-public-acl,fail,high,data-protection,stack/storage.yaml,5,7,Logs,AWS::S3::Bucket,AccessControl,"
        "\"Logs grants PublicRead to everyone, when IsProd is false\",\"suppressed until 2026-12-31: a web site (checkov, stack/storage.yaml:4)\",\r\n"
        "s3-public-acl,fail,high,data-protection,stack/storage.yaml,5,7,Logs,AWS::S3::Bucket,AccessControl,"
        "\"Logs grants PublicRead to everyone, when IsProd is false\",,unchanged\r\n");
}

TEST_CASE("no field is a formula to a spreadsheet") {
  Sample sample;
  for (std::string_view address : {"=HYPERLINK(\"http://x\")", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "a\"b"}) {
    Finding finding = sample.report.findings[0];
    finding.address = address;
    sample.report.findings.push_back(finding);
  }
  sample.report.findings.erase(sample.report.findings.begin(), sample.report.findings.begin() + 2);
  std::string text = write_csv(sample.report);
  for (std::string_view field : {",\"'=HYPERLINK(\"\"http://x\"\")\",", ",'+1,", ",'-1,", ",'@SUM(A1),", ",\\t=1,", ",\\u{d}=1,", ",\"a\"\"b\","}) {
    CHECK(text.find(field) != std::string::npos);
  }
}

TEST_CASE("an input that could not be analysed is a line as well") {
  Sample sample;
  sample.report.findings.clear();
  sample.report.failures = {{0, {"expected a colon", Range{13, 17}, ""}}};
  CHECK(write_csv(sample.report) ==
        "policy,verdict,severity,category,file,line,column,resource,type,path,message,suppression,baseline\r\n"
        "demarc-input-error,error,,,stack/storage.yaml,2,3,,,,expected a colon,,\r\n");
}
