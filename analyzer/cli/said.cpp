#include "analyzer/cli/said.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include "analyzer/cli/choice.h"
#include "analyzer/cli/configuration_files.h"
#include "analyzer/configuration/words.h"
#include "analyzer/suppression/honored.h"

namespace demarc {
namespace {

constexpr std::string_view kHeard[] = {"config", "profile", "scope", "fail-on", "min-severity", "show", "baseline", "honor"};
constexpr std::string_view kPrefix = "DEMARC_";

std::string variable_of(std::string_view option) {
  std::string name(kPrefix);
  for (char c : option) name.push_back(c == '-' ? '_' : static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c));
  return name;
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    std::size_t comma = text.find(',');
    if (comma > 0) parts.emplace_back(text.substr(0, comma));
    text = comma == std::string_view::npos ? std::string_view() : text.substr(comma + 1);
  }
  return parts;
}

// A misspelt variable would be a wish that nobody hears.
std::optional<Error> misspelt_variable() {
  std::vector<std::string> names;
  for (std::string_view option : kHeard) names.push_back(variable_of(option));
  std::vector<std::string_view> views(names.begin(), names.end());
  for (char** variable = environ; variable != nullptr && *variable != nullptr; ++variable) {
    std::string_view name(*variable, std::strcspn(*variable, "="));
    if (!name.starts_with(kPrefix) || std::find(views.begin(), views.end(), name) != views.end()) continue;
    std::string_view near = nearest(name, views);
    if (!near.empty()) return Error{fmt::format("the environment variable {} means nothing", name), {}, fmt::format("did you mean {}?", near)};
  }
  return std::nullopt;
}

class Reader {
 public:
  explicit Reader(const Invocation& invocation) : invocation_(invocation) {}

  template <class T>
  void read_word(std::string_view option, std::span<const std::string_view> names, std::optional<Said<T>>& into) {
    std::vector<std::size_t> words = read(option, names);
    if (!words.empty()) into = Said<T>{static_cast<T>(words.back()), said(invocation_, option)->origin};
  }

  // By the names; the first mistake is remembered.
  std::vector<std::size_t> read(std::string_view option, std::span<const std::string_view> names) {
    std::vector<std::size_t> known;
    std::optional<SaidOption> found = said(invocation_, option);
    if (!found) return known;
    if (found->words.empty()) found->words.emplace_back();
    for (const std::string& word : found->words) {
      Choices<std::size_t> choices;
      for (std::size_t i = 0; i < names.size(); ++i) choices.emplace_back(names[i], i);
      Result<std::size_t> one = choose_said(found->origin, word, choices);
      if (one) {
        known.push_back(*one);
      } else if (!error) {
        error = one.error();
      }
    }
    return known;
  }

  std::optional<Error> error;

 private:
  const Invocation& invocation_;
};

void read_lists(const Invocation& invocation, Reader& reader, InputConfiguration& configuration) {
  if (std::vector<std::size_t> words = reader.read("fail-on", fail_on_names()); !words.empty())
    configuration.fail_on = Said<FailOn>{fail_on_of(words), said(invocation, "fail-on")->origin};
  if (std::vector<std::size_t> words = reader.read("show", kShownNames); !words.empty())
    configuration.show = Said<Shown>{shown_of(words), said(invocation, "show")->origin};
  std::vector<std::size_t> tools = reader.read("honor", honorable_tools());
  if (tools.empty()) return;
  configuration.honor = Said<std::vector<std::string>>{{}, said(invocation, "honor")->origin};
  for (std::size_t tool : tools) configuration.honor->value.emplace_back(honorable_tools()[tool]);
}

}  // namespace

std::optional<SaidOption> said(const Invocation& invocation, std::string_view option) {
  if (invocation.has(option)) return SaidOption{fmt::format("--{}", option), invocation.list(option), invocation.value(option, "")};
  if (std::find(std::begin(kHeard), std::end(kHeard), option) == std::end(kHeard)) return std::nullopt;
  std::string name = variable_of(option);
  const char* value = std::getenv(name.c_str());
  if (value == nullptr || *value == '\0') return std::nullopt;
  return SaidOption{name, split(value), value};
}

Result<InputConfiguration> read_said(const Invocation& invocation) {
  if (std::optional<Error> error = misspelt_variable()) return *error;
  InputConfiguration configuration;
  Reader reader(invocation);
  reader.read_word("profile", kProfileNames, configuration.profile);
  reader.read_word("min-severity", severity_names(), configuration.min_severity);
  reader.read_word("scope", kScopeNames, configuration.scope);
  read_lists(invocation, reader, configuration);
  if (reader.error) return *reader.error;
  std::optional<SaidOption> baseline = said(invocation, "baseline");
  if (baseline && !baseline->text.empty()) configuration.baseline = Said<std::string>{absolute_path(baseline->text), baseline->origin};
  auto folders = invocation.options.find("policies");
  if (folders == invocation.options.end()) return configuration;
  for (const std::string& folder : folders->second) configuration.extra_policies.push_back({folder, "--policies"});
  return configuration;
}

}  // namespace demarc
