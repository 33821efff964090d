#include "analyzer/report/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "analyzer/report/escape.h"
#include "analyzer/report/excerpt.h"
#include "analyzer/report/instances.h"
#include "analyzer/report/standing.h"
#include "analyzer/report/summary.h"
#include "analyzer/report/wrap.h"

namespace demarc {
namespace {

constexpr std::string_view kStrong = "\x1b[1m";
constexpr std::string_view kDim = "\x1b[2m";

struct Paint {
  std::string_view on, off;
};

Paint paint(const TextStyle& style, std::string_view code) { return style.colour ? Paint{code, "\x1b[0m"} : Paint{}; }

std::string_view code_of(Verdict verdict, Severity severity) {
  if (verdict == Verdict::pass) return "\x1b[32m";
  if (verdict == Verdict::unknown) return "\x1b[36m";
  switch (severity) {
    case Severity::critical:
    case Severity::high: return "\x1b[1;31m";
    case Severity::medium: return "\x1b[33m";
    case Severity::low: return "\x1b[34m";
    case Severity::note: break;
  }
  return kDim;
}

std::string place_of(const Sources& sources, const Place& place) {
  const SourceFile& file = sources[place.file];
  Position position = file.position(place.range.begin);
  return fmt::format("{}:{}:{}", printable(file.name()), position.line, position.column);
}

std::string_view label_of(const Finding& finding) {
  if (finding.suppression) return "suppressed";
  return finding.verdict == Verdict::fail ? name_of(finding.severity) : name_of(finding.verdict);
}

std::string_view code_of(const Finding& finding) {
  if (finding.suppression || finding.baseline == BaselineState::unchanged) return kDim;
  return code_of(finding.verdict, finding.severity);
}

Dialect dialect_of(const Finding& finding) { return finding.resource ? finding.resource->dialect : Dialect::cloudformation; }

// Lines of a plan are not what its author edits, and hold more than was asked about, secrets too: they are not shown.
bool is_plan(const SourceFile& file) {
  auto has = [&](std::string_view word) { return file.text().find(word) != std::string_view::npos; };
  return has("\"resource_changes\"") || has("\"planned_values\"") || has("\"prior_state\"") || has("\"terraform_version\"");
}

// Findings, one after the other. Explanations stand once for each policy and dialect: at its first finding.
class FindingList {
 public:
  FindingList(const Report& report, const TextStyle& style) : report_(report), style_(style) {}

  std::string text(const Told& told) {
    const Finding& finding = *told.finding;
    std::string result = first_line(finding);
    if (style_.quiet) return result + quiet_lines(told);
    Paint label = paint(style_, code_of(finding));
    if (counts(finding) && shows_source(finding)) {
      result += excerpt((*report_.sources)[finding.place.file], finding.place.range, report_.secrets, {style_.width, label.on, label.off});
    }
    if (!told.also.empty()) result += labelled("also", also(told));
    for (const RelatedPlace& other : finding.related) {
      result += labelled("see", fmt::format("{}: {}", place_of(*report_.sources, other.place), printable(other.message)));
    }
    if (finding.suppression) result += labelled("why", printable(suppression_words(report_, finding)));
    return result + explanation(finding);
  }

 private:
  // Of the deployment as a whole, a line is shown only where somebody can be said to stand on it.
  bool shows_source(const Finding& finding) {
    if (finding.planned) return true;
    if (finding.resource) return finding.resource->dialect == Dialect::cloudformation;
    if (finding.place.range.end == 0) return false;
    auto [found, is_new] = plans_.try_emplace(finding.place.file, false);
    if (is_new) found->second = is_plan((*report_.sources)[finding.place.file]);
    return !found->second;
  }

  std::string first_line(const Finding& finding) const {
    Paint label = paint(style_, code_of(finding));
    Paint strong = paint(style_, kStrong);
    std::string_view known = finding.baseline == BaselineState::unchanged ? " (in the baseline)" : "";
    return fmt::format("{}{}{}: {}{}{} {}: {}{}\n", strong.on, place_of(*report_.sources, finding.place), strong.off, label.on, label_of(finding),
                       label.off, finding.policy->id, printable(sentence(finding)), known);
  }

  // Quiet output is for other programs: a line each.
  std::string quiet_lines(const Told& told) const {
    std::string result;
    for (std::string_view address : told.also) {
      Finding other = *told.finding;
      other.address = address;
      result += first_line(other);
    }
    return result;
  }

  std::string labelled(std::string_view name, std::string_view text) const {
    constexpr std::size_t kIndent = 12;
    Paint label = paint(style_, kDim);
    return fmt::format("     {}{}{}{}{}\n", label.on, name, label.off, std::string(kIndent - 5 - name.size(), ' '), wrapped(text, kIndent, style_.width));
  }

  static std::string also(const Told& told) {
    constexpr std::size_t kMost = 20;
    std::string result;
    for (std::size_t i = 0; i < std::min(told.also.size(), kMost); ++i) result += (i > 0 ? ", " : "") + printable(told.also[i]);
    return told.also.size() > kMost ? fmt::format("{} and {} more", result, told.also.size() - kMost) : result;
  }

  std::string explanation(const Finding& finding) {
    if (!counts(finding) || !explained_.insert({finding.policy, dialect_of(finding)}).second) return {};
    const std::string& yours = finding.policy->your_side;
    const std::string& fix = finding.policy->fix.in(dialect_of(finding));
    return (yours.empty() ? "" : labelled("yours", yours)) + (fix.empty() ? "" : labelled("fix", fix));
  }

  const Report& report_;
  const TextStyle& style_;
  std::set<std::pair<const Policy*, Dialect>> explained_;
  std::map<FileId, bool> plans_;  // what was asked for already
};

// What stands over the findings of a file where there are several.
class Headings {
 public:
  Headings(const Report& report, const TextStyle& style) : report_(report), style_(style) {
    for (const Finding& finding : report.findings) {
      Counts& here = counts_[finding.place.file];
      if (counts(finding)) ++here.fail[static_cast<std::size_t>(finding.severity)];
    }
  }

  // Empty where there is one file, or the heading of this one stood before.
  std::string over(FileId file) {
    if (style_.quiet || counts_.size() < 2 || last_ == file) return {};
    last_ = file;
    Paint strong = paint(style_, kStrong);
    return fmt::format("{}{}{}: {}\n\n", strong.on, printable((*report_.sources)[file].name()), strong.off, findings_words(counts_.at(file)));
  }

 private:
  const Report& report_;
  const TextStyle& style_;
  std::map<FileId, Counts> counts_;
  std::optional<FileId> last_;
};

std::string note_line(const Report& report, const Note& note, const TextStyle& style) {
  Paint label = paint(style, kDim);
  std::string place = note.located ? place_of(*report.sources, note.place) : printable((*report.sources)[note.place.file].name());
  return fmt::format("{}: {}note{}: {}\n", place, label.on, label.off, printable(note.message));
}

// What the options left out is counted, with the word that shows it.
std::string summary(const Report& report, const TextStyle& style) {
  constexpr std::size_t kIndent = 2;
  std::string categories = categories_words(report.counts);
  std::string result = wrapped(summary_words(report, true), kIndent, style.width) + '\n';
  return categories.empty() ? result : result + wrapped("by category: " + categories, kIndent, style.width) + '\n';
}

}  // namespace

std::string write_text(const Report& report, const TextStyle& style) {
  std::string result;
  FindingList list(report, style);
  Headings headings(report, style);
  for (const Told& each : told(report.findings)) {
    result += headings.over(each.finding->place.file) + list.text(each);
    if (!style.quiet) result += '\n';
  }
  if (style.quiet) return result;
  for (const Note& note : report.notes) result += note_line(report, note, style);
  if (!report.notes.empty()) result += '\n';
  return result + summary(report, style);
}

std::string write_failure(const Sources& sources, const InputFailure& failure, const TextStyle& style) {
  const SourceFile& file = sources[failure.file];
  const Error& error = failure.error;
  bool placed = error.range && !file.text().empty();
  std::string place = placed ? place_of(sources, {failure.file, *error.range}) : printable(file.name());
  Paint label = paint(style, "\x1b[1;31m");
  std::string result = fmt::format("{}: {}error{}: {}\n", place, label.on, label.off, printable(error.message));
  if (placed && !is_plan(file)) result += excerpt(file, *error.range, {}, {style.width, label.on, label.off});
  if (!error.hint.empty()) result += fmt::format("     {}\n", printable(error.hint));
  return result;
}

}  // namespace demarc
