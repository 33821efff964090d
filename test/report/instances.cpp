#include "analyzer/report/instances.h"

#include "catch.h"
#include "report/sample.h"

using namespace demarc;

namespace {

// "aws_s3_bucket.b[0] +2" for each finding told.
std::vector<std::string> all_told(const std::vector<std::string>& addresses) {
  Sample sample;
  std::vector<Finding> findings;
  for (const std::string& address : addresses) {
    findings.push_back(sample.report.findings[0]);
    findings.back().address = address;
  }
  std::vector<std::string> result;
  for (const Told& each : told(findings)) result.push_back(each.finding->address + (each.also.empty() ? "" : " +" + std::to_string(each.also.size())));
  return result;
}

}  // namespace

TEST_CASE("instances of one resource are told once") {
  CHECK(all_told({"aws_s3_bucket.b[0]", "aws_s3_bucket.c", "aws_s3_bucket.b[1]", "aws_s3_bucket.b[2]"}) ==
        std::vector<std::string>{"aws_s3_bucket.b[0] +2", "aws_s3_bucket.c"});
  CHECK(all_told({R"(module.a["x"].aws_s3_bucket.b["k]"])", R"(module.a["y\"]"].aws_s3_bucket.b["l"])"}) ==
        std::vector<std::string>{R"(module.a["x"].aws_s3_bucket.b["k]"] +1)"});
}

TEST_CASE("different resources, and the same one twice, are told each") {
  CHECK(all_told({"aws_s3_bucket.b[0]", "aws_s3_bucket.c[0]"}) == std::vector<std::string>{"aws_s3_bucket.b[0]", "aws_s3_bucket.c[0]"});
  CHECK(all_told({"aws_s3_bucket.b[0]", "aws_s3_bucket.b[0]"}) == std::vector<std::string>{"aws_s3_bucket.b[0]", "aws_s3_bucket.b[0]"});
  CHECK(all_told({"Logs", "Logs"}) == std::vector<std::string>{"Logs", "Logs"});
}

TEST_CASE("what differs in its message, verdict or standing is told apart") {
  Sample sample;
  for (int i = 0; i < 5; ++i) {
    Finding finding = sample.report.findings[0];
    finding.address = "b[" + std::to_string(i) + "]";
    sample.report.findings.push_back(finding);
  }
  sample.report.findings.erase(sample.report.findings.begin(), sample.report.findings.begin() + 2);
  sample.report.findings[1].message = "other";
  sample.report.findings[2].verdict = Verdict::unknown;
  sample.report.findings[3].suppression = Suppression{};
  CHECK(told(sample.report.findings).size() == 4);
}
