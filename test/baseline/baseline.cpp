#include "catch.h"

#include <string>

#include "analyzer/baseline/baseline.h"

using namespace demarc;

namespace {

struct Sample {
  Sources sources;
  std::vector<std::string> paths = {"a.yaml", "b.yaml"};
  std::vector<Place> secrets;
  Policy policy;
  Resource resource;
  std::vector<Finding> findings;

  Sample() {
    sources.add("a.yaml", "one:\n  value:   here\nsecret\n");
    sources.add("b.yaml", "one:\n  value:   here\n" + std::string(200, 'x'));
    policy.id = "p";
  }

  // A finding at the bytes of a file.
  Finding& add(FileId file, std::uint32_t begin, std::uint32_t end, const std::string& path = "P[3].Q[\"3\"]") {
    Finding& finding = findings.emplace_back();
    finding.policy = &policy;
    finding.resource = &resource;
    finding.address = "R";
    finding.path = path;
    finding.place = {file, {begin, end}};
    return finding;
  }

  FindingSources where() const { return {&sources, &paths, &secrets}; }
  std::string states() const {
    std::string result;
    for (const Finding& finding : findings) result += finding.baseline == BaselineState::unchanged ? 'u' : finding.baseline == BaselineState::added ? 'a' : '-';
    return result;
  }
};

bool never(const std::string&) { return false; }

const Catalog kNone{};

std::string line(const Finding& finding, const Sample& sample) { return write_baseline({{entry_of(finding, sample.where()), 1}}); }

std::string entry(const std::string& text) { return "{\n  \"version\": 1,\n  \"findings\": [\n    {" + text + "}\n  ]\n}\n"; }

std::string read_again(const std::string& text) {
  SourceFile file(0, "b.json", text);
  Result<Baseline> baseline = read_baseline(file, kNone);
  return baseline ? write_baseline(*baseline) : baseline.error().message;
}

}  // namespace

TEST_CASE("an entry says file, resource, policy, path without positions, and the value with blanks folded") {
  Sample sample;
  CHECK(line(sample.add(0, 0, 20), sample) ==
        entry(R"("file": "a.yaml", "resource": "R", "policy": "p", "path": "P[].Q[\"3\"]", "value": "one: value: here")"));
}

TEST_CASE("a long value is cut and told apart by a hash, a secret is masked") {
  Sample sample;
  std::string text = line(sample.add(1, 21, 221, ""), sample);
  CHECK(text == entry("\"file\": \"b.yaml\", \"resource\": \"R\", \"policy\": \"p\", \"value\": \"" + std::string(60, 'x') + "… 6ee14c8caecd5c45\"") );
  sample.secrets = {{0, {21, 27}}};
  CHECK(line(sample.add(0, 21, 27, ""), sample) == entry(R"x("file": "a.yaml", "resource": "R", "policy": "p", "value": "(secret)")x"));
  CHECK(line(sample.add(0, 19, 23, ""), sample) == entry(R"x("file": "a.yaml", "resource": "R", "policy": "p", "value": "(secret)")x"));
}

TEST_CASE("a finding of the deployment has no file") {
  Sample sample;
  Finding& finding = sample.add(1, 0, 3, "");
  finding.resource = nullptr;
  finding.verdict = Verdict::unknown;
  CHECK(line(finding, sample) == entry(R"("file": "", "resource": "R", "policy": "p", "verdict": "unknown")"));
}

TEST_CASE("an entry never stands for two findings") {
  Sample sample;
  sample.add(0, 0, 3);
  Baseline known = baseline_of(sample.findings, sample.where());
  sample.add(0, 0, 3, "P[4].Q[\"3\"]");
  sample.add(0, 0, 4);
  CHECK(compare(sample.findings, known, sample.where(), never).empty());
  CHECK(sample.states() == "uaa");
}

TEST_CASE("what passes or is suppressed is neither known nor new") {
  Sample sample;
  sample.add(0, 0, 3).verdict = Verdict::pass;
  sample.add(0, 0, 3).suppression = Suppression();
  CHECK(baseline_of(sample.findings, sample.where()).empty());
  compare(sample.findings, {}, sample.where(), never);
  CHECK(sample.states() == "--");
}

TEST_CASE("an entry whose file is gone stands for one finding of another file") {
  Sample sample;
  sample.add(0, 0, 3);
  Baseline known = baseline_of(sample.findings, sample.where());
  sample.findings.clear();
  sample.add(1, 0, 3);
  sample.add(1, 0, 3);
  CHECK(compare(sample.findings, known, sample.where(), never).size() == 1);
  CHECK(sample.states() == "aa");
  CHECK(compare(sample.findings, known, sample.where(), [](const std::string& file) { return file == "a.yaml"; }).empty());
  CHECK(sample.states() == "ua");
}

TEST_CASE("what one comparison knows the next does not forget") {
  Sample sample;
  sample.add(0, 0, 3);
  sample.add(1, 0, 3);
  Baseline both = baseline_of(sample.findings, sample.where());
  Baseline first = {*both.begin()};
  compare(sample.findings, first, sample.where(), never);
  compare(sample.findings, {}, sample.where(), never);
  CHECK(sample.states() == "ua");
}

TEST_CASE("a baseline that is read and written is the same, sorted, and counts what stands twice") {
  const std::string text = entry(R"("file": "a \"b\"\u0001.yaml", "resource": "R", "policy": "p", "path": "q", "value": "ä", "verdict": "unknown", "count": 3)");
  CHECK(read_again(text) == text);
  CHECK(read_again(R"({"version": 1, "findings": []})") == "{\n  \"version\": 1,\n  \"findings\": []\n}\n");
  const std::string one = R"({"resource": "R", "policy": "p"})";
  CHECK(read_again("{\"version\": 1, \"findings\": [" + one + "," + one + "]}") == entry(R"("file": "", "resource": "R", "policy": "p", "count": 2)"));
}

TEST_CASE("what is no baseline is said") {
  CHECK(read_again("[]") == "this is no baseline: it has no list of findings");
  CHECK(read_again(R"({"findings": []})") == "the baseline has version none; demarc reads version 1");
  CHECK(read_again(R"({"version": 1, "findings": [1]})") == "a finding of a baseline must be a map");
  CHECK(read_again(R"({"version": 1, "findings": [{"policy": "p"}]})") == "a finding of a baseline needs a policy and a resource");
  CHECK(read_again(R"({"version": 1, "findings": [{"policy": "p", "resource": "R", "count": 0}]})") == "\"count\" must be a number from 1 on");
}

TEST_CASE("a former id of a policy is read as the present one") {
  Catalog catalog;
  Policy policy;
  policy.id = "new";
  policy.replaces = {"old"};
  catalog.policies.push_back(policy);
  SourceFile file(0, "b.json", R"({"version": 1, "findings": [{"policy": "old", "resource": "R"}]})");
  Result<Baseline> baseline = read_baseline(file, catalog);
  REQUIRE(baseline);
  CHECK(baseline->begin()->first.policy == "new");
}
