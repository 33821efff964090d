#include "analyzer/iam/words.h"

#include <fmt/format.h>

#include <algorithm>

#include "analyzer/network/words.h"

namespace demarc {

namespace {

std::string described(const StatementElement& element, const std::vector<IamGlob>& patterns) {
  std::vector<std::string> texts;
  for (const IamGlob& glob : patterns) {
    if (!glob.sensitive && !glob.written.empty()) texts.push_back(glob.written);
  }
  if (texts.empty()) return {};
  return element.negated ? fmt::format("everything but {}", listed(texts)) : listed(texts);
}

// The actions that a test asks for, where it asks for some.
std::string actions_of(const PolicyStatement& statement, const StatementTest& test) {
  if (statement.actions.negated || test.actions_any.empty()) return described(statement.actions, statement.actions.patterns);
  std::vector<IamGlob> asked;
  for (const IamGlob& glob : statement.actions.patterns) {
    const bool matters = std::any_of(test.actions_any.begin(), test.actions_any.end(),
                                     [&](const Literal& literal) { return meets(glob, action_glob(literal.text)) != Truth::no; });
    if (matters) asked.push_back(glob);
  }
  return described(statement.actions, asked);
}

std::string restriction_of(const PolicyStatement& statement, const StatementTest& test) {
  const std::string keys = keys_of(statement.condition);
  if (keys.empty()) return {};
  const bool asks_for_public = std::any_of(test.principals.begin(), test.principals.end(),
                                           [](const Literal& literal) { return literal.text == "public"; });
  if (asks_for_public) return fmt::format(", on conditions that anyone can meet ({})", keys);
  return fmt::format(", on conditions of {}", keys);
}

// Of what a test asks for, the one element that came through something.
const Reference* decided_through(const PolicyStatement& statement, const StatementTest& test) {
  const std::vector<PrincipalName>& principals = statement.principal.names;
  if (!test.principals.empty() && principals.size() == 1 && principals[0].name.through != nullptr) return principals[0].name.through;
  const auto only = [](const StatementElement& element, bool asked) {
    return asked && !element.negated && element.patterns.size() == 1 ? element.patterns[0].through : nullptr;
  };
  const Reference* action = only(statement.actions, !test.actions_any.empty() || !test.actions_all.empty());
  return action != nullptr ? action : only(statement.resources, !test.resources_any.empty() || !test.resources_all.empty());
}

}  // namespace

Evidence describe_statement(const PolicyStatement& statement, const StatementTest& test, Truth truth) {
  Evidence evidence;
  evidence.truth = truth;
  evidence.place = statement.place;
  evidence.path = statement.path;
  evidence.through = decided_through(statement, test);
  const auto add = [&](std::string_view word, std::string text) {
    if (!text.empty()) evidence.words.emplace_back(word, std::move(text));
  };
  const std::string resources = described(statement.resources, statement.resources.patterns);
  add("actions", actions_of(statement, test));
  add("principal", describe_principal(statement.principal));
  add("resources", resources.empty() && !statement.resources.negated ? "itself" : resources);
  evidence.words.emplace_back("restriction", restriction_of(statement, test));
  return evidence;
}

}  // namespace demarc
