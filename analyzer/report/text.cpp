#include "analyzer/report/text.h"

#include <fmt/format.h>

#include <set>
#include <utility>

#include "analyzer/report/escape.h"
#include "analyzer/report/excerpt.h"
#include "analyzer/report/region.h"
#include "analyzer/report/wrap.h"

namespace demarc {
namespace {

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
  return "\x1b[2m";
}

std::string place_of(const Sources& sources, const Place& place) {
  const SourceFile& file = sources[place.file];
  Position position = file.position(place.range.begin);
  return fmt::format("{}:{}:{}", printable(file.name()), position.line, position.column);
}

std::string_view label_of(const Finding& finding) {
  return finding.verdict == Verdict::fail ? name_of(finding.severity) : name_of(finding.verdict);
}

// Explanations stand once for each policy and dialect: at its first finding.
using Explained = std::set<std::pair<const Policy*, Dialect>>;

Dialect dialect_of(const Finding& finding) { return finding.resource ? finding.resource->dialect : Dialect::cloudformation; }

std::string explanation(const Finding& finding, const TextStyle& style, Explained& explained) {
  if (finding.verdict != Verdict::fail || !explained.insert({finding.policy, dialect_of(finding)}).second) return {};
  constexpr std::size_t kIndent = 12;
  std::string result;
  const std::string& yours = finding.policy->your_side;
  const std::string& fix = finding.policy->fix.in(dialect_of(finding));
  Paint label = paint(style, "\x1b[2m");
  if (!yours.empty()) result += fmt::format("     {}yours{}  {}\n", label.on, label.off, wrapped(yours, kIndent, style.width));
  if (!fix.empty()) result += fmt::format("     {}fix{}    {}\n", label.on, label.off, wrapped(fix, kIndent, style.width));
  return result;
}

// Lines of a plan are not what its author edits, and hold more than was asked about: they are not shown.
bool shows_source(const Finding& finding) {
  bool editable = dialect_of(finding) == Dialect::cloudformation || finding.planned;
  return finding.verdict == Verdict::fail && editable;
}

std::string related(const Report& report, const Finding& finding) {
  std::string result;
  for (const RelatedPlace& other : finding.related) {
    result += fmt::format("     {}: {}\n", place_of(*report.sources, other.place), printable(other.message));
  }
  return result;
}

std::string written(const Report& report, const Finding& finding, const TextStyle& style, Explained& explained) {
  std::string_view code = code_of(finding.verdict, finding.severity);
  Paint label = paint(style, code);
  Paint strong = paint(style, "\x1b[1m");
  std::string result = fmt::format("{}{}{}: {}{}{} {}: {}\n", strong.on, place_of(*report.sources, finding.place), strong.off, label.on,
                                   label_of(finding), label.off, finding.policy->id, printable(sentence(finding)));
  if (style.quiet) return result;
  if (shows_source(finding)) {
    result += excerpt((*report.sources)[finding.place.file], finding.place.range, report.secrets, label.on, label.off);
  }
  return result + related(report, finding) + explanation(finding, style, explained);
}

std::string note_line(const Report& report, const Note& note, const TextStyle& style) {
  Paint label = paint(style, "\x1b[2m");
  std::string place = note.located ? place_of(*report.sources, note.place) : printable((*report.sources)[note.place.file].name());
  return fmt::format("{}: {}note{}: {}\n", place, label.on, label.off, printable(note.message));
}

std::string counted(std::size_t count, std::string_view noun) { return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s"); }

std::string severities(const Counts& counts) {
  std::string result;
  for (Severity severity : {Severity::critical, Severity::high, Severity::medium, Severity::low, Severity::note}) {
    std::size_t count = counts.fail[static_cast<std::size_t>(severity)];
    if (count > 0) result += fmt::format("{}{} {}", result.empty() ? "" : ", ", count, name_of(severity));
  }
  return result.empty() ? result : " (" + result + ")";
}

std::string summary(const Report& report) {
  const Counts& counts = report.counts;
  std::size_t fails = 0;
  for (std::size_t count : counts.fail) fails += count;
  std::string result = fmt::format("{}{}", fails == 0 ? "no findings" : counted(fails, "finding"), severities(counts));
  if (counts.suppressed > 0) result += fmt::format(", {} suppressed", counts.suppressed);
  if (counts.unchanged > 0) result += fmt::format(", {} unchanged", counts.unchanged);
  if (counts.unknown > 0) result += fmt::format(", {} that cannot be told (--show unknown)", counts.unknown);
  result += fmt::format("; {} in {}, {}\n", counted(counts.resources, "resource"), counted(counts.inputs, "input"),
                        report.policies.size() == 1 ? "1 policy" : fmt::format("{} policies", report.policies.size()));
  if (!report.failures.empty()) result += fmt::format("{} could not be analysed\n", counted(report.failures.size(), "input"));
  return result;
}

}  // namespace

std::string write_text(const Report& report, const TextStyle& style) {
  std::string result;
  Explained explained;
  for (const Finding& finding : report.findings) {
    result += written(report, finding, style, explained);
    if (!style.quiet) result += '\n';
  }
  if (style.quiet) return result;
  for (const Note& note : report.notes) result += note_line(report, note, style);
  if (!report.notes.empty()) result += '\n';
  return result + summary(report);
}

std::string write_failure(const Sources& sources, const InputFailure& failure, const TextStyle& style) {
  const SourceFile& file = sources[failure.file];
  const Error& error = failure.error;
  bool placed = error.range && !file.text().empty();
  std::string place = placed ? place_of(sources, {failure.file, *error.range}) : printable(file.name());
  Paint label = paint(style, "\x1b[1;31m");
  std::string result = fmt::format("{}: {}error{}: {}\n", place, label.on, label.off, printable(error.message));
  if (placed) result += excerpt(file, *error.range, {}, label.on, label.off);
  if (!error.hint.empty()) result += fmt::format("     {}\n", printable(error.hint));
  return result;
}

}  // namespace demarc
