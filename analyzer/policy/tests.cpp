#include "analyzer/policy/tests.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "analyzer/policy/fields.h"

namespace demarc {
namespace {

using ReadForm = std::optional<Test> (*)(const Node&, const Standing&, const Reading&);

// A key that says what form a test has; without a function the form is not there yet.
struct Form {
  std::string_view key;
  ReadForm read;
};

constexpr Form kForms[] = {
    {"property", read_value_test}, {"attribute", read_value_test}, {"tag", read_value_test},       {"lookup", read_value_test},
    {"all", read_combination},     {"any", read_combination},      {"not", read_combination},      {"some", read_quantifier},
    {"every", read_quantifier},    {"refers-to", read_relation},   {"referred-by", read_relation}, {"exists", read_relation},
    {"statement", read_statement}, {"ports", read_ports},          {"selected-by", nullptr},       {"grants", nullptr},
    {"reachable", nullptr},        {"shadowed", nullptr},          {"sensitive", read_sensitive},
};

const Form* form_of(std::string_view key) {
  for (const Form& form : kForms) {
    if (form.key == key) return &form;
  }
  return nullptr;
}

std::vector<std::string_view> form_keys() {
  std::vector<std::string_view> keys;
  for (const Form& form : kForms) keys.push_back(form.key);
  return keys;
}

// The member that says what form a map has; null and a mistake where none does, or several do.
const Member* find_form(const Node& node, Mistakes& mistakes) {
  const Member* found = nullptr;
  for (const Member& member : node.members()) {
    if (!form_of(member.key) || (found && found->key == member.key)) continue;
    if (found) {
      mistakes.add(
          member.key_range,
          fmt::format("\"{}\" and \"{}\" are two tests; put each into a list under all: or any:", found->key, member.key));
      return nullptr;
    }
    found = &member;
  }
  if (found) return found;
  if (node.size() == 0) {
    mistakes.add(node.range, "a test is empty");
    return nullptr;
  }
  for (const Member& member : node.members()) {
    if (std::string hint = did_you_mean(member.key, form_keys()); !hint.empty()) {
      unknown_key(member, "a test", form_keys(), mistakes);
      return nullptr;
    }
  }
  mistakes.add(head_of(node), fmt::format("a test needs one of {}", enumerated(form_keys())));
  return nullptr;
}

std::optional<Test> no_test(const Node& node, const Reading& reading) {
  const char* hint = node.kind == NodeKind::list ? "; write all: or any: before it" : "";
  reading.mistakes.add(head_of(node), fmt::format("{} is no test{}", described(node), hint));
  return std::nullopt;
}

std::optional<std::vector<Test>> read_tests(const Node& node, std::string_view key, const Standing& standing,
                                            const Reading& reading) {
  if (node.kind != NodeKind::list || node.size() == 0) {
    reading.mistakes.add(
        node.range, fmt::format("\"{}\" takes a list of tests, not {}", key, node.size() == 0 ? "nothing" : described(node)));
    return std::nullopt;
  }
  std::vector<Test> tests;
  for (const Node& item : node.items()) {
    if (std::optional<Test> test = read_test(item, standing, reading)) tests.push_back(*std::move(test));
  }
  if (tests.size() < node.size()) return std::nullopt;
  return tests;
}

}  // namespace

std::optional<Test> read_test(const Node& node, const Standing& standing, const Reading& reading) {
  if (node.kind == NodeKind::boolean) return Test{Constant{node.truth}, node.range};
  if (node.kind != NodeKind::map) return no_test(node, reading);
  const Member* member = find_form(node, reading.mistakes);
  if (!member) return std::nullopt;
  if (ReadForm read = form_of(member->key)->read) return read(node, standing, reading);
  reading.mistakes.add(member->key_range, fmt::format("\"{}\" is not there yet", member->key));
  return std::nullopt;
}

TestPointer read_condition(const Node& node, const Standing& standing, const Reading& reading) {
  std::optional<Test> test = read_test(node, condition_of(standing), reading);
  return test ? std::make_shared<const Test>(*std::move(test)) : nullptr;
}

std::optional<Test> read_combination(const Node& node, const Standing& standing, const Reading& reading) {
  const Member& member = *find_form(node, reading.mistakes);
  const std::array<std::string_view, 1> keys = {member.key};
  Fields(node, "a combination of tests", keys, reading.mistakes);
  Standing within = standing;
  within.relation_alone = false;
  if (member.key == "not") {
    within.reversed = !standing.reversed;
    std::optional<Test> test = read_test(member.value, within, reading);
    if (!test) return std::nullopt;
    return Test{Combination{Combination::Kind::negation, {*std::move(test)}}, node.range};
  }
  std::optional<std::vector<Test>> tests = read_tests(member.value, member.key, within, reading);
  if (!tests) return std::nullopt;
  return Test{Combination{member.key == "all" ? Combination::Kind::all : Combination::Kind::any, *std::move(tests)}, node.range};
}

std::optional<Test> read_sensitive(const Node& node, const Standing&, const Reading& reading) {
  constexpr std::array<std::string_view, 1> keys = {"sensitive"};
  Fields fields(node, "a test of sensitivity", keys, reading.mistakes);
  const Node& wanted = *fields.find("sensitive");
  if (wanted.kind == NodeKind::boolean) return Test{SensitiveTest{wanted.truth}, node.range};
  reading.mistakes.add(wanted.range, fmt::format("\"sensitive\" must be true or false, not {}", described(wanted)));
  return std::nullopt;
}

}  // namespace demarc
