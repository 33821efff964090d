#include "analyzer/policy/placeholders.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "analyzer/policy/nearest.h"
#include "analyzer/policy/settings.h"

namespace demarc {
namespace {

using Words = std::set<std::string_view>;

void add_words(const Test& test, Words& words);

void add_words(const ValueTest& test, Words& words) {
  words.insert({"value", "property", "default", "since"});
  if (test.op == Operator::kind && test.kind == ValueKind::credential) words.insert("credential");
  if (test.subject.kind == Subject::Kind::lookup || test.subject.kind == Subject::Kind::tag) words.insert("key");
}

void add_words(const Combination& combination, Words& words) {
  for (const Test& test : combination.tests) add_words(test, words);
}

void add_words(const Quantifier& quantifier, Words& words) {
  words.insert({"property", "count", "key"});
  if (quantifier.where) add_words(*quantifier.where, words);
}

void add_words(const Relation& relation, Words& words) {
  words.insert({"other", "others", "count"});
  if (relation.direction == Relation::Direction::refers_to && !relation.via.empty()) words.insert({"value", "property"});
}

void add_words(const StatementTest&, Words& words) { words.insert({"actions", "principal", "resources", "restriction"}); }
void add_words(const PortsTest&, Words& words) { words.insert({"from", "to", "protocol", "range", "port"}); }
void add_words(const SensitiveTest&, Words&) {}
void add_words(const Constant&, Words&) {}

void add_words(const Test& test, Words& words) {
  std::visit([&](const auto& form) { add_words(form, words); }, test.form);
}

// What a related resource of `when` gives: who else is concerned.
void add_relations(const Test& test, Words& words) {
  if (const auto* relation = std::get_if<Relation>(&test.form)) add_words(*relation, words);
  if (const auto* combination = std::get_if<Combination>(&test.form)) {
    for (const Test& part : combination->tests) add_relations(part, words);
  }
}

Words words_of(const Policy& policy) {
  Words words;
  if (policy.test) add_words(*policy.test, words);
  if (policy.when) add_relations(*policy.when, words);
  if (policy.each || policy.each_is_setting) words.insert({"item", "key"});
  return words;
}

bool is_name(std::string_view text) {
  if (text.empty() || text[0] < 'a' || text[0] > 'z') return false;
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
  });
}

const Setting* setting_named(std::string_view name, const Reading& reading) {
  for (const Setting& setting : reading.settings) {
    if (setting.name == name) return &setting;
  }
  auto shared = reading.catalog.settings.find(name);
  return shared == reading.catalog.settings.end() ? nullptr : &shared->second;
}

std::string unknown(std::string_view name, const Words& words, const Reading& reading) {
  std::vector<std::string_view> names(words.begin(), words.end());
  for (const Setting& setting : reading.settings) names.push_back(setting.name);
  return fmt::format("this test supplies no {{{}}} to the message{}", name, did_you_mean(name, names));
}

}  // namespace

std::string read_message(const std::string& message, Range place, const Policy& policy, const Reading& reading) {
  const Words words = words_of(policy);
  std::string filled;
  for (std::size_t at = 0; at < message.size();) {
    std::size_t close = message[at] == '{' ? message.find('}', at) : std::string::npos;
    std::string_view name =
        close == std::string::npos ? std::string_view() : std::string_view(message).substr(at + 1, close - at - 1);
    if (!is_name(name)) {
      filled += message[at++];
      continue;
    }
    bool field = words.count("item") && policy.each && name.substr(0, 5) == "item.";
    const Setting* setting = words.count(name) ? nullptr : setting_named(name, reading);
    if (!setting && !words.count(name) && !field) reading.mistakes.add(place, unknown(name, words, reading));
    filled += setting ? text_of(*setting) : message.substr(at, close + 1 - at);
    at = close + 1;
  }
  return filled;
}

}  // namespace demarc
