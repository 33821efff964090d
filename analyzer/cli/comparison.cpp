#include "analyzer/cli/comparison.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "analyzer/baseline/baseline.h"
#include "analyzer/cli/configuration_files.h"
#include "analyzer/cli/console.h"
#include "analyzer/cli/earlier.h"

namespace demarc {
namespace {

namespace fs = std::filesystem;

class Comparison {
 public:
  Comparison(const Groups& groups, const CheckOptions& options, const std::vector<Input>& inputs, const Analysis& analysis,
             const EvaluateOptions& how, Evaluation& evaluation)
      : groups_(groups), options_(options), inputs_(inputs), analysis_(analysis), how_(how), evaluation_(evaluation),
        where_{&analysis.sources, &analysis.paths, &evaluation.secrets} {}

  std::optional<Error> run() {
    if (options_.update_baseline && !groups_.run().said.baseline)
      return Error{"--update-baseline needs a file", {}, "name it with --baseline FILE, or as baseline: in .demarc.yaml"};
    if (groups_.run().said.baseline) {
      if (std::optional<Error> error = with_file(groups_.run().said.baseline->value)) return error;
    }
    if (!options_.since.empty()) {
      Result<EarlierFindings> earlier = findings_at_revision(groups_, options_, inputs_, how_);
      if (!earlier) return earlier.error();
      with(*earlier);
    }
    if (options_.new_only) with_plans();
    return std::nullopt;
  }

 private:
  void note(std::string_view kind, std::string message) {
    if (analysis_.sources.size() > 0) evaluation_.notes.push_back({std::string(kind), std::move(message), {}, false});
  }

  void with(const EarlierFindings& earlier) {
    compare(evaluation_.findings, earlier.findings, where_, [](const std::string&) { return false; });
    for (const auto& [path, message] : earlier.failures) {
      auto file = std::find(analysis_.paths.begin(), analysis_.paths.end(), path);
      if (file == analysis_.paths.end()) continue;
      auto id = static_cast<FileId>(file - analysis_.paths.begin());
      evaluation_.notes.push_back({"since", fmt::format("what it was before cannot be analysed, so all is taken as new: {}", message), {id, {}}, false});
    }
  }

  void with_plans() {
    bool any = std::find(analysis_.kinds.begin(), analysis_.kinds.end(), InputKind::plan) != analysis_.kinds.end();
    bool templates = std::find(analysis_.kinds.begin(), analysis_.kinds.end(), InputKind::template_file) != analysis_.kinds.end();
    if (any) with(findings_before_plans(groups_, options_, inputs_, analysis_, how_));
    if (templates && options_.since.empty())
      note("since", "a template does not tell what was before: --new-only takes all of it as new; --since REVISION compares it with git");
  }

  std::optional<Error> with_file(const std::string& path) {
    std::error_code ignored;
    Baseline known;
    if (fs::exists(path, ignored)) {
      Result<Baseline> read = read_file(path);
      if (!read) return read.error();
      known = std::move(*read);
    } else if (!options_.update_baseline) {
      return Error{fmt::format("the baseline {} is not there", shown_path(path)), {}, "--update-baseline makes it"};
    }
    Baseline left = compare(evaluation_.findings, known, where_, [&](const std::string& file) { return is_gone(path, file); });
    if (options_.update_baseline) return update(path, known);
    note_left(path, left);
    return std::nullopt;
  }

  Result<Baseline> read_file(const std::string& path) const {
    Result<std::string> bytes = read_bytes({path, path, true, 0, {}});
    Result<std::string> text = bytes ? decode(std::move(*bytes)) : std::move(bytes);
    if (!text) return Error{fmt::format("the baseline {} {}", shown_path(path), text.error().message), {}, text.error().hint};
    SourceFile file(0, shown_path(path), std::move(*text));
    Result<Baseline> baseline = read_baseline(file, groups_.library().catalog);
    if (baseline) return baseline;
    Position at = file.position(baseline.error().range.value_or(Range()).begin);
    return Error{fmt::format("{}:{}:{}: {}", file.name(), at.line, at.column, baseline.error().message), {}, baseline.error().hint};
  }

  // Paths in a baseline begin at the root of its repository.
  static bool is_gone(const std::string& baseline, const std::string& file) {
    Input input{baseline, baseline, true, 0, {}};
    std::string within = repository_path(input);
    std::string whole = absolute_path(baseline);
    std::error_code ignored;
    if (!whole.ends_with(within)) return false;
    return !fs::exists(whole.substr(0, whole.size() - within.size()) + file, ignored);
  }

  bool is_judged(const std::string& id) const {
    return std::any_of(how_.policies.begin(), how_.policies.end(), [&](const Policy* policy) { return policy->id == id; });
  }

  // Of what this run did not look at, it knows nothing new.
  std::optional<Error> update(const std::string& path, const Baseline& known) {
    Baseline now = baseline_of(evaluation_.findings, where_);
    std::set<std::string> files(analysis_.paths.begin(), analysis_.paths.end());
    for (const auto& [entry, count] : known) {
      bool unseen = !entry.file.empty() && files.count(entry.file) == 0 && !is_gone(path, entry.file);
      if (unseen || !is_judged(entry.policy)) now[entry] = count;
    }
    for (Finding& finding : evaluation_.findings) {
      if (is_for_baseline(finding)) finding.baseline = BaselineState::unchanged;
    }
    Result<bool> written = write_file(path, write_baseline(now));
    return written ? std::nullopt : std::optional(written.error());
  }

  void note_left(const std::string& path, const Baseline& left) {
    std::set<std::string> files(analysis_.paths.begin(), analysis_.paths.end());
    std::size_t count = 0;
    for (const auto& [entry, times] : left) {
      if (files.count(entry.file) > 0 && is_judged(entry.policy)) count += times;
    }
    if (count == 0) return;
    note("baseline", fmt::format("{} of the baseline {} no longer found: --update-baseline takes {} out of {}",
                                 count == 1 ? "1 finding" : fmt::format("{} findings", count), count == 1 ? "is" : "are",
                                 count == 1 ? "it" : "them", shown_path(path)));
  }

  const Groups& groups_;
  const CheckOptions& options_;
  const std::vector<Input>& inputs_;
  const Analysis& analysis_;
  const EvaluateOptions& how_;
  Evaluation& evaluation_;
  FindingSources where_;
};

}  // namespace

std::optional<Error> compare_with_earlier(const Groups& groups, const CheckOptions& options, const std::vector<Input>& inputs,
                                          const Analysis& analysis, const EvaluateOptions& how, Evaluation& evaluation) {
  return Comparison(groups, options, inputs, analysis, how, evaluation).run();
}

}  // namespace demarc
