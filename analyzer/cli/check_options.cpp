#include "analyzer/cli/check_options.h"

#include <fmt/format.h>

#include <charconv>
#include <ctime>

#include "analyzer/cli/choice.h"
#include "analyzer/cli/parameters.h"
#include "analyzer/cli/said.h"
#include "analyzer/policy/date.h"

namespace demarc {
namespace {


Choices<const Format*> format_choices() {
  Choices<const Format*> choices;
  for (const Format& format : formats()) choices.emplace_back(format.name, &format);
  return choices;
}

// Fills one option from its word; remembers the first error, after which nothing is read any more.
class Reader {
 public:
  explicit Reader(const Invocation& invocation) : invocation_(invocation) {}

  template <class T>
  void read(std::string_view option, const Choices<T>& choices, T& into) {
    if (!error_ && invocation_.has(option)) take(choose(option, invocation_.value(option, ""), choices), into);
  }

  template <class T>
  void take(Result<T> result, T& into) {
    if (error_) return;
    if (result) {
      into = std::move(*result);
    } else {
      error_ = result.error();
    }
  }

  void read_outputs(std::vector<std::pair<const Format*, std::string>>& outputs) {
    auto found = invocation_.options.find("output");
    if (found == invocation_.options.end()) return;
    for (const std::string& value : found->second) {
      std::size_t equals = value.find('=');
      if (error_) return;
      if (equals == std::string::npos || equals + 1 == value.size()) {
        error_ = Error{fmt::format("--output takes FORMAT=FILE, not {}", value), {}, "for example --output sarif=demarc.sarif"};
        return;
      }
      outputs.emplace_back(nullptr, value.substr(equals + 1));
      take(choose("output", value.substr(0, equals), format_choices()), outputs.back().first);
    }
  }

  const std::optional<Error>& error() const { return error_; }

 private:
  const Invocation& invocation_;
  std::optional<Error> error_;
};

std::vector<std::string> values_of(const Invocation& invocation, std::string_view option) {
  auto found = invocation.options.find(option);
  return found == invocation.options.end() ? std::vector<std::string>() : found->second;
}

Result<std::size_t> read_most_in_sarif(const Invocation& invocation, std::size_t otherwise) {
  if (!invocation.has("sarif-max-results")) return otherwise;
  std::string word = invocation.value("sarif-max-results", "");
  std::size_t most = 0;
  auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), most);
  if (error == std::errc() && end == word.data() + word.size() && most > 0) return most;
  return Error{fmt::format("--sarif-max-results takes a number from 1 on, not {}", word.empty() ? "an empty word" : word), {}, {}};
}

}  // namespace

std::string today() {
  std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  return fmt::format("{:04}-{:02}-{:02}", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
}

Result<std::string> read_as_of(const Invocation& invocation) {
  if (!invocation.has("as-of")) return today();
  std::string date = invocation.value("as-of", "");
  if (!day_number(date)) return Error{fmt::format("--as-of takes a date, not {}", date), {}, "for example --as-of 2026-01-31"};
  return date;
}

Result<CheckOptions> read_check_options(const Invocation& invocation) {
  CheckOptions options;
  Reader reader(invocation);
  reader.read("format", format_choices(), options.format);
  reader.read_outputs(options.outputs);
  reader.take(read_said(invocation), options.said);
  reader.read("color", Choices<std::string>{{"auto", "auto"}, {"always", "always"}, {"never", "never"}}, options.color);
  reader.take(read_most_in_sarif(invocation, options.most_in_sarif), options.most_in_sarif);
  reader.take(read_as_of(invocation), options.as_of);
  reader.take(read_parameters(values_of(invocation, "parameters")), options.parameters);
  if (reader.error()) return *reader.error();
  options.selection.select = invocation.list("select");
  options.selection.ignore = invocation.list("ignore");
  if (std::optional<SaidOption> file = said(invocation, "config")) options.configuration_file = file->text;
  options.source = invocation.value("source", "");
  options.explicit_only = invocation.has("explicit");
  options.skip_others = invocation.has("skip-others");
  options.inline_suppressions = !invocation.has("no-inline-suppressions");
  options.fail_on_unused_suppressions = invocation.has("fail-on-unused-suppressions");
  options.update_baseline = invocation.has("update-baseline");
  options.new_only = invocation.has("new-only");
  options.since = invocation.value("since", "");
  options.quiet = invocation.has("quiet");
  options.timing = invocation.has("timing");
  return options;
}

}  // namespace demarc
