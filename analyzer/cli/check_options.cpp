#include "analyzer/cli/check_options.h"

#include <fmt/format.h>

#include <charconv>
#include <ctime>

#include "analyzer/cli/choice.h"
#include "analyzer/cli/parameters.h"
#include "analyzer/policy/date.h"

namespace demarc {
namespace {

const Choices<Severity> kSeverities = {{"critical", Severity::critical},
                                       {"high", Severity::high},
                                       {"medium", Severity::medium},
                                       {"low", Severity::low},
                                       {"note", Severity::note}};
const Choices<Profile> kProfiles = {{"default", Profile::standard}, {"recommended", Profile::recommended}, {"strict", Profile::strict}};
const Choices<InputScope> kScopes = {{"files", InputScope::files}, {"stack", InputScope::stack}, {"account", InputScope::account}};

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

  void read_fail_on(CheckOptions& options) {
    Choices<int> choices = {{"unknown", -1}, {"never", -2}};
    for (const auto& [name, severity] : kSeverities) choices.emplace_back(name, static_cast<int>(severity));
    for (const std::string& word : invocation_.list("fail-on")) {
      int chosen = 0;
      take(choose("fail-on", word, choices), chosen);
      if (chosen >= 0) options.fail_on = static_cast<Severity>(chosen);
      options.fail_on_unknown = options.fail_on_unknown || chosen == -1;
      options.fail_on_nothing = options.fail_on_nothing || chosen == -2;
    }
  }

  void read_show(CheckOptions& options) {
    const Choices<bool CheckOptions::*> choices = {{"unknown", &CheckOptions::show_unknown},
                                                   {"pass", &CheckOptions::show_pass},
                                                   {"suppressed", &CheckOptions::show_suppressed}};
    for (const std::string& word : invocation_.list("show")) {
      bool CheckOptions::*member = &CheckOptions::show_unknown;
      take(choose("show", word, choices), member);
      options.*member = true;
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
  reader.read("profile", kProfiles, options.selection.profile);
  reader.read("min-severity", kSeverities, options.min_severity);
  reader.read_fail_on(options);
  reader.read_show(options);
  reader.read("scope", kScopes, options.scope);
  reader.read("color", Choices<std::string>{{"auto", "auto"}, {"always", "always"}, {"never", "never"}}, options.color);
  reader.take(read_most_in_sarif(invocation, options.most_in_sarif), options.most_in_sarif);
  reader.take(read_as_of(invocation), options.as_of);
  reader.take(read_parameters(values_of(invocation, "parameters")), options.parameters);
  if (reader.error()) return *reader.error();
  options.selection.select = invocation.list("select");
  options.selection.ignore = invocation.list("ignore");
  options.folders = values_of(invocation, "policies");
  options.source = invocation.value("source", "");
  options.explicit_only = invocation.has("explicit");
  options.skip_others = invocation.has("skip-others");
  options.quiet = invocation.has("quiet");
  options.timing = invocation.has("timing");
  return options;
}

}  // namespace demarc
