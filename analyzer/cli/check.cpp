#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "analyzer/cli/analysis.h"
#include "analyzer/cli/check_options.h"
#include "analyzer/cli/command.h"
#include "analyzer/cli/comparison.h"
#include "analyzer/cli/groups.h"
#include "analyzer/cli/input.h"
#include "analyzer/cli/plan_source.h"
#include "analyzer/cli/progress.h"
#include "analyzer/cli/timing.h"
#include "analyzer/report/escape.h"
#include "analyzer/report/redaction.h"
#include "analyzer/report/text.h"
#include "analyzer/suppression/suppress.h"

namespace demarc {
namespace {

// What a finding comes to in the configuration of its input.
class Judging {
 public:
  Judging(const Groups& groups, const Analysis& analysis) : groups_(groups), analysis_(analysis) {}

  bool is_shown(const Finding& finding) const {
    const SettledConfiguration& settled = of(finding);
    const Shown& shown = settled.show.value;
    if (finding.verdict == Verdict::pass) return shown.pass;
    if (finding.severity < settled.min_severity.value) return false;
    if (finding.suppression) return shown.suppressed;
    if (finding.baseline == BaselineState::unchanged && !shown.unchanged) return false;
    return finding.verdict == Verdict::fail || shown.unknown;
  }

  bool fails_run(const Finding& finding) const {
    const FailOn& fail_on = of(finding).fail_on.value;
    if (fail_on.never || finding.suppression || finding.baseline == BaselineState::unchanged) return false;
    if (finding.verdict == Verdict::unknown) return fail_on.unknown;
    return finding.verdict == Verdict::fail && finding.severity >= fail_on.severity;
  }

 private:
  const SettledConfiguration& of(const Finding& finding) const {
    // What is found in a plan may be shown in its source by now.
    bool of_input = finding.resource != nullptr && finding.resource->name.file < analysis_.groups.size();
    return (of_input ? groups_.all()[analysis_.groups[finding.resource->name.file]] : groups_.run()).settled;
  }

  const Groups& groups_;
  const Analysis& analysis_;
};

void count(const Finding& finding, Counts& counts) {
  if (finding.verdict == Verdict::pass) {
    ++counts.pass;
  } else if (finding.suppression) {
    ++counts.suppressed;
  } else if (finding.baseline == BaselineState::unchanged) {
    ++counts.unchanged;
  } else if (finding.verdict == Verdict::unknown) {
    ++counts.unknown;
  } else {
    ++counts.fail[static_cast<std::size_t>(finding.severity)];
    ++counts.categories[static_cast<std::size_t>(finding.policy->category)];
  }
}

// One of each id: inputs may have variants of a policy with settings or a severity of their own.
std::vector<const Policy*> policies_of(const EvaluateOptions& how) {
  std::vector<const Policy*> policies;
  for (const Policy* policy : how.policies) {
    if (policies.empty() || policies.back()->id != policy->id) policies.push_back(policy);
  }
  return policies;
}

Report report_of(const Analysis& analysis, const Catalog& catalog, const EvaluateOptions& how, Evaluation& evaluation, const Judging& judging) {
  Report report;
  report.sources = &analysis.sources;
  report.catalog = &catalog;
  report.policies = policies_of(how);
  report.notes = analysis.graph.notes;
  report.notes.insert(report.notes.end(), evaluation.notes.begin(), evaluation.notes.end());
  report.failures = analysis.failures;
  report.secrets = joined(std::move(evaluation.secrets));
  report.as_of = how.as_of;
  report.paths = analysis.paths;
  report.counts.inputs = analysis.inputs;
  report.counts.pass = evaluation.passes;
  for (Finding& finding : evaluation.findings) {
    count(finding, report.counts);
    if (judging.is_shown(finding)) report.findings.push_back(std::move(finding));
  }
  return report;
}

// Parts of a template that are no resource do not count as one.
std::size_t count_resources(const ResourceGraph& graph) {
  auto is_part = [](const Resource& resource) { return resource.type.find("::") == std::string_view::npos && resource.type.find('.') != std::string_view::npos; };
  return graph.resources.size() - static_cast<std::size_t>(std::count_if(graph.resources.begin(), graph.resources.end(), is_part));
}

Result<bool> write_reports(const Report& report, const CheckOptions& options) {
  for (const auto& [format, file] : options.outputs) {
    if (Result<bool> written = write_file(file, format->write(report, {})); !written) return written;
  }
  TextStyle style = style_of(Stream::out, options.color);
  style.quiet = options.quiet;
  return print_whole(options.format->write(report, style));
}

// Named inputs that a configuration excludes are not passed over in silence.
void note_excluded(const Groups& groups, const CheckOptions& options, Analysis& analysis) {
  if (options.skip_others) return;
  for (const auto& [input, origin] : groups.excluded()) {
    FileId file = analysis.sources.add(input.name, {}).id();
    analysis.paths.push_back(repository_path(input));
    analysis.graph.notes.push_back({"excluded", "is excluded by " + origin, {file, {}}, false});
  }
}

}  // namespace

Status check(const Invocation& invocation) {
  Result<CheckOptions> options = read_check_options(invocation);
  if (!options) return wrong_use(options.error());
  Timing timing;
  Progress progress(!options->quiet);
  progress.begin("reading the inputs", 0, "");
  std::vector<std::string> arguments = invocation.arguments.empty() ? std::vector<std::string>{"."} : invocation.arguments;
  std::vector<Input> inputs = find_inputs(arguments);
  Groups groups;
  std::string errors = groups.govern(arguments, *options, inputs);
  if (errors.empty()) errors = groups.read_policies(*options);
  if (!errors.empty()) {
    complain(errors);
    return Status::wrong_use;
  }
  if (std::optional<Error> error = check_selection(groups.library().catalog, options->selection)) return wrong_use(*error);

  timing.ends("read the policies");
  if (options->skip_others) {
    for (Input& input : inputs) input.named = false;
  }
  Analysis analysis = analyse(inputs, groups.library().mappings, groups.library().serverless, groups.readings(), &progress);
  note_unused(options->parameters, analysis);
  timing.ends("read the inputs");
  std::size_t resources = count_resources(analysis.graph);
  groups.add_to(analysis);
  EvaluateOptions how = groups.evaluate_options(analysis, *options);
  PolicyTimes times(how.policies);
  if (options->timing) how.times = &times;
  progress.begin("judging", analysis.graph.resources.size(), "resources");
  how.judged = &progress.done();
  Evaluation evaluation = evaluate(analysis.graph, groups.library().catalog, analysis.sources, how);
  timing.ends("judge");
  how.times = nullptr;
  how.judged = nullptr;
  Suppressed suppressed =
      suppress(evaluation.findings, analysis.suppressions, {&groups.library().catalog, how.policies, how.scope, how.as_of});
  evaluation.notes.insert(evaluation.notes.end(), suppressed.notes.begin(), suppressed.notes.end());
  if (std::optional<Error> error = compare_with_earlier(groups, *options, inputs, analysis, how, evaluation)) return wrong_use(*error);
  note_excluded(groups, *options, analysis);
  place_in_source(analysis, evaluation, options->source);
  timing.ends("find the source of plans");

  Judging judging(groups, analysis);
  auto fails = [&](const Finding& finding) { return judging.fails_run(finding); };
  bool found = std::any_of(evaluation.findings.begin(), evaluation.findings.end(), fails);
  if (options->fail_on_unused_suppressions && suppressed.unused > 0) found = true;
  Status status = found ? Status::findings : Status::clean;
  if (!analysis.failures.empty()) status = Status::not_analysed;
  Report report = report_of(analysis, groups.library().catalog, how, evaluation, judging);
  report.counts.resources = resources;
  report.most_in_sarif = options->most_in_sarif;
  progress.end();
  if (analysis.inputs == 0 && analysis.failures.empty() && !options->skip_others && !options->quiet) {
    complain(fmt::format("demarc: there is no template and no plan in {}\n", printable(fmt::format("{}", fmt::join(arguments, ", ")))));
  }
  TextStyle style = style_of(Stream::error, options->color);
  for (const InputFailure& failure : report.failures) complain(write_failure(*report.sources, failure, style));
  if (Result<bool> written = write_reports(report, *options); !written) status = wrong_use(written.error());
  timing.ends("write the reports");
  if (options->timing) complain(timing.text(times, how.policies, analysis.sources, analysis.times));
  return status;
}

}  // namespace demarc
