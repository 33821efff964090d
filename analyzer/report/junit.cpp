#include "analyzer/report/junit.h"

#include <fmt/format.h>

#include <map>
#include <vector>

#include "analyzer/report/escape.h"
#include "analyzer/report/standing.h"
#include "analyzer/report/summary.h"

namespace demarc {
namespace {

struct Suite {
  std::string cases;
  std::size_t tests = 0, failures = 0, errors = 0, skipped = 0;
};

std::string numbers(const Suite& suite) {
  return fmt::format("tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"{}\"", suite.tests, suite.failures, suite.errors, suite.skipped);
}

std::string place_of(const Report& report, const Place& place) {
  const SourceFile& file = (*report.sources)[place.file];
  Position position = file.position(place.range.begin);
  return fmt::format("{}:{}:{}", file.name(), position.line, position.column);
}

std::string why_skipped(const Report& report, const Finding& finding) {
  if (finding.suppression) return suppression_words(report, finding);
  return finding.verdict == Verdict::fail ? "in the baseline: " + sentence(finding) : sentence(finding);
}

// What a reader of a failed test needs to go on: the place, the sentence, whose side it is, the remedy.
std::string story_of(const Report& report, const Finding& finding) {
  const std::string& fix = finding.policy->fix.in(finding.resource ? finding.resource->dialect : Dialect::cloudformation);
  std::string story = xml_text(fmt::format("{}: {}", place_of(report, finding.place), sentence(finding)));
  if (!finding.policy->your_side.empty()) story += "\nyours: " + xml_text(finding.policy->your_side);
  if (!fix.empty()) story += "\nfix: " + xml_text(fix);
  return story;
}

class SuiteList {
 public:
  explicit SuiteList(const Report& report) : report_(report) {}

  void add(const Finding& finding) {
    Suite& suite = suites_[finding.place.file];
    std::string name = finding.address + (finding.path.empty() ? "" : ": " + finding.path);
    if (counts(finding)) {
      ++suite.failures;
      add(suite, finding.place, finding.policy->id, name,
          fmt::format("<failure type=\"{}\" message=\"{}\">{}</failure>", name_of(finding.severity), xml_text(sentence(finding)), story_of(report_, finding)));
    } else if (finding.verdict == Verdict::pass) {
      add(suite, finding.place, finding.policy->id, name, "");
    } else {
      ++suite.skipped;
      add(suite, finding.place, finding.policy->id, name, fmt::format("<skipped message=\"{}\"/>", xml_text(why_skipped(report_, finding))));
    }
  }

  void add(const InputFailure& failure) {
    Suite& suite = suites_[failure.file];
    ++suite.errors;
    bool placed = failure.error.range && !(*report_.sources)[failure.file].text().empty();
    add(suite, {failure.file, placed ? *failure.error.range : Range{}}, "demarc-input-error", "can be analysed",
        fmt::format("<error type=\"input\" message=\"{}\">{}</error>", xml_text(failure.error.message), xml_text(failure.error.hint)));
  }

  std::string xml() const {
    Suite all;
    std::string text;
    for (const auto& [file, suite] : suites_) {
      text += fmt::format("  <testsuite name=\"{}\" {}>\n{}  </testsuite>\n", xml_text((*report_.sources)[file].name()), numbers(suite), suite.cases);
      all.tests += suite.tests;
      all.failures += suite.failures;
      all.errors += suite.errors;
      all.skipped += suite.skipped;
    }
    return fmt::format("<testsuites name=\"demarc\" {}>\n{}</testsuites>\n", numbers(all), text);
  }

  bool empty() const { return suites_.empty(); }

 private:
  void add(Suite& suite, const Place& place, std::string_view policy, const std::string& name, const std::string& outcome) {
    ++suite.tests;
    std::size_t count = ++names_[fmt::format("{}\n{}\n{}", place.file, policy, name)];
    std::string unique = count > 1 ? fmt::format("{} ({})", name, count) : name;
    const SourceFile& file = (*report_.sources)[place.file];
    suite.cases += fmt::format("    <testcase classname=\"{}\" name=\"{}\" file=\"{}\" line=\"{}\"", xml_text(policy),
                               xml_text(fmt::format("{}: {}", file.name(), unique)), xml_text(report_.paths[place.file]),
                               file.position(place.range.begin).line);
    suite.cases += outcome.empty() ? "/>\n" : fmt::format(">\n      {}\n    </testcase>\n", outcome);
  }

  const Report& report_;
  std::map<FileId, Suite> suites_;
  std::map<std::string, std::size_t> names_;
};

std::string clean(const Report& report) {
  return fmt::format("<testsuites name=\"demarc\" tests=\"1\" failures=\"0\" errors=\"0\" skipped=\"0\">\n"
                     "  <testsuite name=\"demarc\" tests=\"1\" failures=\"0\" errors=\"0\" skipped=\"0\">\n"
                     "    <testcase classname=\"demarc\" name=\"{}\"/>\n  </testsuite>\n</testsuites>\n",
                     xml_text(summary_words(report)));
}

}  // namespace

std::string write_junit(const Report& report) {
  SuiteList suites(report);
  for (const InputFailure& failure : report.failures) suites.add(failure);
  for (const Finding& finding : report.findings) suites.add(finding);
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + (suites.empty() ? clean(report) : suites.xml());
}

}  // namespace demarc
