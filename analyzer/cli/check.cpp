#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "analyzer/cli/analysis.h"
#include "analyzer/cli/check_options.h"
#include "analyzer/cli/command.h"
#include "analyzer/cli/input.h"
#include "analyzer/cli/library.h"
#include "analyzer/cli/plan_source.h"
#include "analyzer/cli/progress.h"
#include "analyzer/cli/timing.h"
#include "analyzer/report/escape.h"
#include "analyzer/report/redaction.h"
#include "analyzer/report/text.h"

namespace demarc {
namespace {

void count(const Finding& finding, Counts& counts) {
  if (finding.verdict == Verdict::fail) {
    ++counts.fail[static_cast<std::size_t>(finding.severity)];
    ++counts.categories[static_cast<std::size_t>(finding.policy->category)];
  }
  if (finding.verdict == Verdict::unknown) ++counts.unknown;
  if (finding.verdict == Verdict::pass) ++counts.pass;
}

bool is_shown(const Finding& finding, const CheckOptions& options) {
  if (finding.verdict == Verdict::pass) return options.show_pass;
  if (finding.severity < options.min_severity) return false;
  return finding.verdict == Verdict::fail || options.show_unknown;
}

bool fails_run(const Finding& finding, const CheckOptions& options) {
  if (options.fail_on_nothing) return false;
  if (finding.verdict == Verdict::unknown) return options.fail_on_unknown;
  return finding.verdict == Verdict::fail && finding.severity >= options.fail_on;
}

Report report_of(const Analysis& analysis, const Catalog& catalog, std::vector<const Policy*> policies, Evaluation& evaluation,
                 const CheckOptions& options) {
  Report report;
  report.sources = &analysis.sources;
  report.catalog = &catalog;
  report.policies = std::move(policies);
  report.notes = analysis.graph.notes;
  report.notes.insert(report.notes.end(), evaluation.notes.begin(), evaluation.notes.end());
  report.failures = analysis.failures;
  report.secrets = joined(std::move(evaluation.secrets));
  report.most_in_sarif = options.most_in_sarif;
  report.as_of = options.as_of;
  report.paths = analysis.paths;
  report.counts.inputs = analysis.inputs;
  report.counts.pass = evaluation.passes;
  for (Finding& finding : evaluation.findings) {
    count(finding, report.counts);
    if (is_shown(finding, options)) report.findings.push_back(std::move(finding));
  }
  return report;
}

std::vector<std::string> trusted_accounts(const Catalog& catalog) {
  std::vector<std::string> accounts;
  auto setting = catalog.settings.find("trusted-accounts");
  if (setting == catalog.settings.end()) return accounts;
  for (const Literal& account : setting->second.value) accounts.push_back(account.text);
  return accounts;
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

}  // namespace

Status check(const Invocation& invocation) {
  Result<CheckOptions> options = read_check_options(invocation);
  if (!options) return wrong_use(options.error());
  Timing timing;
  Progress progress(!options->quiet);
  progress.begin("reading the inputs", 0, "");
  Library library;
  if (LibraryErrors errors = read_library(BuiltIn::all, options->folders, library); !errors.empty()) {
    complain(errors);
    return Status::wrong_use;
  }
  Result<std::vector<const Policy*>> policies = select_policies(library.catalog, options->selection);
  if (!policies) return wrong_use(policies.error());

  timing.ends("read the policies");
  std::vector<std::string> arguments = invocation.arguments.empty() ? std::vector<std::string>{"."} : invocation.arguments;
  std::vector<Input> inputs = find_inputs(arguments);
  if (options->skip_others) {
    for (Input& input : inputs) input.named = false;
  }
  Analysis analysis = analyse(inputs, library.mappings, library.serverless, options->parameters, &progress);
  timing.ends("read the inputs");
  std::size_t resources = count_resources(analysis.graph);
  EvaluateOptions how{*policies, options->scope, options->as_of, options->explicit_only, trusted_accounts(library.catalog), options->show_pass};
  PolicyTimes times(*policies);
  if (options->timing) how.times = &times;
  progress.begin("judging", analysis.graph.resources.size(), "resources");
  how.judged = &progress.done();
  Evaluation evaluation = evaluate(analysis.graph, library.catalog, analysis.sources, how);
  timing.ends("judge");
  place_in_source(analysis, evaluation, options->source);
  timing.ends("find the source of plans");

  auto fails = [&](const Finding& finding) { return fails_run(finding, *options); };
  Status status = std::any_of(evaluation.findings.begin(), evaluation.findings.end(), fails) ? Status::findings : Status::clean;
  if (!analysis.failures.empty()) status = Status::not_analysed;
  Report report = report_of(analysis, library.catalog, *policies, evaluation, *options);
  report.counts.resources = resources;
  progress.end();
  if (analysis.inputs == 0 && analysis.failures.empty() && !options->skip_others && !options->quiet) {
    complain(fmt::format("demarc: there is no template and no plan in {}\n", printable(fmt::format("{}", fmt::join(arguments, ", ")))));
  }
  TextStyle style = style_of(Stream::error, options->color);
  for (const InputFailure& failure : report.failures) complain(write_failure(*report.sources, failure, style));
  if (Result<bool> written = write_reports(report, *options); !written) status = wrong_use(written.error());
  timing.ends("write the reports");
  if (options->timing) complain(timing.text(times, *policies, analysis.sources, analysis.times));
  return status;
}

}  // namespace demarc
