#include "report/sample.h"

namespace demarc {

namespace {

constexpr std::string_view kTemplate =
    "Resources:\n"
    "  Logs:\n"
    "    Type: AWS::S3::Bucket\n"
    "    Properties:\n"
    "      AccessControl: PublicRead\n";

Place place_of(std::string_view text) {
  auto begin = static_cast<std::uint32_t>(kTemplate.find(text));
  return {0, {begin, begin + static_cast<std::uint32_t>(text.size())}};
}

}  // namespace

Sample::Sample() {
  sources.add("stack/storage.yaml", std::string(kTemplate));
  Policy policy;
  policy.id = "s3-public-acl";
  policy.title = "Bucket ACL grants access to everyone";
  policy.severity = Severity::high;
  policy.category = Category::data_protection;
  policy.types = {"AWS::S3::Bucket"};
  policy.since = "0.1.0";
  policy.aws_side = "AWS keeps the objects durable.";
  policy.your_side = "You decide whom the ACL lets in.";
  policy.fix = {"Remove AccessControl and grant access in a bucket policy to named principals.", "acl = \"private\""};
  policy.references = {"https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html"};
  policy.controls = {{"fsbp", {"S3.2", "S3.3"}}};
  policy.peers = {{"checkov", {"CKV_AWS_20"}}};
  catalog.policies.push_back(policy);

  logs.address = "Logs";
  logs.type = logs.written_type = "AWS::S3::Bucket";
  logs.name = place_of("Logs");

  Finding fail;
  fail.policy = &catalog.policies[0];
  fail.severity = Severity::high;
  fail.resource = &logs;
  fail.address = "Logs";
  fail.place = place_of("AccessControl: PublicRead");
  fail.path = "AccessControl";
  fail.message = "grants PublicRead to everyone";
  fail.scenario = "when IsProd is false";
  Finding unknown = fail;
  unknown.verdict = Verdict::unknown;
  unknown.message = "cannot tell: AccessControl depends on parameter Acl, which has no default";
  unknown.whole = true;
  unknown.scenario.clear();
  report.sources = &sources;
  report.catalog = &catalog;
  report.policies = {&catalog.policies[0]};
  report.findings = {fail, unknown};
  report.notes = {{"duplicate-key", "key \"Type\" is written twice", place_of("Type")}};
  report.paths = {"stack/storage.yaml"};
  report.as_of = "2026-01-31";
  report.counts.inputs = 1;
  report.counts.resources = 1;
  report.counts.fail[static_cast<std::size_t>(Severity::high)] = 1;
  report.counts.unknown = 1;
  report.counts.categories[static_cast<std::size_t>(Category::data_protection)] = 1;
}

Finding Sample::suppressed() const {
  Finding finding = report.findings[0];
  finding.suppression = Suppression{Suppression::Kind::metadata, "a web site", "2026-12-31", "checkov", place_of("Properties"), {}};
  return finding;
}

Finding Sample::known() const {
  Finding finding = report.findings[0];
  finding.baseline = BaselineState::unchanged;
  return finding;
}

}  // namespace demarc
