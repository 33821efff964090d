#include "analyzer/evaluate/placeholder.h"

#include <fmt/format.h>

#include <optional>
#include <variant>

#include "analyzer/evaluate/find.h"
#include "analyzer/evaluate/kind.h"
#include "analyzer/evaluate/select.h"
#include "analyzer/evaluate/words.h"

namespace demarc {
namespace {

constexpr std::size_t kMostNames = 5;

// The observation whose value a message shows: that of the first test of a value that decides.
const Observation* speaking(const Account& account) {
  for (const Observation& observation : account.because) {
    if (observation.test && std::holds_alternative<ValueTest>(observation.test->form)) return &observation;
  }
  return account.because.empty() ? nullptr : &account.because[0];
}

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

// Whether two words are one but for capitals and punctuation: public-read and PublicRead.
bool are_alike(std::string_view a, std::string_view b) {
  auto folded = [](std::string_view text) {
    std::string result;
    for (char c : text) {
      if (is_letter_or_digit(c)) result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return result;
  };
  return folded(a) == folded(b);
}

// A value in the words of its file: a plan says public-read where a template says PublicRead.
std::string shown_as_written(World& world, const Resource* resource, const Value& value) {
  std::string text = shown(value);
  if (!resource || resource->dialect != Dialect::terraform || value.sensitive || !value.is(Value::Kind::text)) return text;
  Range range = value.place.range;
  if (range.begin + 2 > range.end) return text;
  std::string_view source = world.deployment.sources()[value.place.file].text();
  if (range.end > source.size()) return text;
  std::string_view raw = source.substr(range.begin, range.end - range.begin);
  bool quoted = raw.front() == '"' && raw.back() == '"' && raw.find('\\') == std::string_view::npos;
  raw = quoted ? raw.substr(1, raw.size() - 2) : std::string_view();
  return !raw.empty() && are_alike(raw, value.scalar()) ? shown(Value::text(raw, value.place)) : text;
}

std::string value_words(World& world, const Observation& observation) {
  const auto* value_test = std::get_if<ValueTest>(&observation.test->form);
  if (value_test && value_test->op == Operator::kind && is_secret(value_test->kind)) return "(sensitive)";
  std::string text = shown_as_written(world, observation.resource, observation.found.value);
  const Reference* through = observation.found.value.through;
  const bool whole = observation.found.value.is_scalar();
  if (whole && through && (through->kind == Reference::Kind::parameter || through->kind == Reference::Kind::variable)) text += fmt::format(" ({})", parameter_words(*through));
  return text;
}

std::optional<std::string> item_field(World& world, const Account& account, std::string_view name) {
  Result<Path> path = read_path(name);
  if (!account.item || !path) return std::nullopt;
  return shown_as_written(world, account.resource, find(world, *account.item, *path, {false, false}).value);
}

std::optional<std::string> key_words(World& world, const Account& account, const Observation* said) {
  if (said && !said->key.empty()) return std::string(said->key);
  if (!account.item) return std::nullopt;
  const Entry* key = pair_of(account.item->value).key;
  return key ? std::optional(shown(world.scenario.settle(key->value))) : std::nullopt;
}

std::string names_of(const std::vector<const Resource*>& resources) {
  std::string result;
  for (std::size_t i = 0; i < resources.size(); ++i) {
    if (i == kMostNames) return fmt::format("{} and {} more", result, resources.size() - i);
    result += fmt::format("{}{}", i > 0 ? ", " : "", resources[i]->address);
  }
  return result.empty() ? "nobody" : result;
}

// The first relation or quantifier, of which others and counts speak.
const Observation* counting(const Account& account) {
  for (const Observation& observation : account.because) {
    if (!observation.others.empty() || observation.count > 0) return &observation;
  }
  return account.because.empty() ? nullptr : &account.because[0];
}

std::optional<std::string> word_of(const Observation& observation, std::string_view name) {
  if (!observation.evidence) return std::nullopt;
  for (const auto& [word, text] : observation.evidence->words) {
    if (word == name) return text;
  }
  return std::nullopt;
}

std::optional<std::string> text_of(World& world, const Account& account, std::string_view name) {
  const Observation* said = speaking(account);
  for (const Observation& observation : account.because) {
    if (std::optional<std::string> word = word_of(observation, name)) return word;
    if (observation.evidence) break;
  }
  if (name == "item" && account.item && account.item->member) return account.item->member->text;
  if (name == "item" && account.item) return shown_as_written(world, account.resource, account.item->value);
  if (name.starts_with("item.")) return item_field(world, account, name.substr(5));
  if (name == "credential" && said && !said->key.empty()) return std::string(said->key);
  if (name == "key") return key_words(world, account, said);
  if (!said) return std::nullopt;
  if (name == "value") return value_words(world, *said);
  if (name == "property") return property_words(*said, account.resource);
  if (name == "default" && said->found.row) return shown(said->found.by_default);
  if (name == "since" && said->found.row) return said->found.row->since;
  const Observation& counted = *counting(account);
  if (name == "other") return counted.others.empty() ? "nobody" : std::string(counted.others[0]->address);
  if (name == "others") return names_of(counted.others);
  if (name == "count") return std::to_string(counted.count);
  return std::nullopt;
}

}  // namespace

std::string parameter_words(const Reference& parameter) {
  if (parameter.kind == Reference::Kind::variable) return std::string(parameter.target);
  switch (parameter.source) {
    case Reference::Source::by_default: return fmt::format("default of parameter {}", parameter.target);
    case Reference::Source::allowed: return fmt::format("allowed by parameter {}", parameter.target);
    case Reference::Source::name:
    case Reference::Source::given: break;
  }
  return fmt::format("parameter {}", parameter.target);
}

std::string filled_in(World& world, const Account& account, std::string_view message) {
  std::string result;
  while (!message.empty()) {
    std::size_t open = message.find('{');
    std::size_t close = open == std::string_view::npos ? open : message.find('}', open);
    if (close == std::string_view::npos) return result.append(message);
    result += message.substr(0, open);
    std::string_view name = message.substr(open + 1, close - open - 1);
    result += text_of(world, account, name).value_or(fmt::format("{{{}}}", name));
    message.remove_prefix(close + 1);
  }
  return result;
}

std::string property_words(const Observation& observation, const Resource* judged) {
  if (!observation.resource) return {};
  std::string path = written_path(*observation.resource, observation.found.trail);
  if (observation.resource == judged || path.empty()) return path;
  return fmt::format("{} of {}", path, observation.resource->address);
}

}  // namespace demarc
