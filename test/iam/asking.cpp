#include "iam/asking.h"

#include <stdexcept>

namespace demarc {

namespace {

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t at = text.find(separator);
    if (at != 0 && !text.empty()) parts.emplace_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text = text.substr(at + 1);
  }
}

std::vector<Literal> literals(std::string_view list) {
  std::vector<Literal> result;
  for (const std::string& text : split(list, ',')) result.push_back({Literal::Kind::text, text});
  return result;
}

bool read_document(const std::string& word, StatementTest& test) {
  constexpr std::string_view kNames[] = {"any", "identity", "resource", "trust", "key", "endpoint", "boundary"};
  for (std::size_t i = 0; i < std::size(kNames); ++i) {
    if (word == kNames[i]) test.document = static_cast<StatementTest::Document>(i);
    if (word == kNames[i]) return true;
  }
  return false;
}

void read_condition(std::string_view text, StatementTest& test) {
  const std::size_t colon = text.rfind(':');
  test.conditions.push_back({std::string(text.substr(0, colon)), literals(text.substr(colon + 1))});
}

void read_word(const std::string& word, StatementTest& test) {
  const std::size_t equals = word.find('=');
  const std::string key = word.substr(0, equals);
  const std::string rest = equals == std::string::npos ? "" : word.substr(equals + 1);
  if (equals == std::string::npos) {
    if (read_document(word, test)) return;
    if (word == "Allow" || word == "Deny")
      test.effect = word;
    else if (word == "none")
      test.condition_none = true;
    else
      test.principals = literals(word);
  } else if (key == "any") {
    test.actions_any = literals(rest);
  } else if (key == "all") {
    test.actions_all = literals(rest);
  } else if (key == "resources-any") {
    test.resources_any = literals(rest);
  } else if (key == "resources-all") {
    test.resources_all = literals(rest);
  } else if (key == "uses") {
    test.uses = split(rest, ',');
  } else if (key == "if") {
    read_condition(rest, test);
  } else {
    throw std::runtime_error("no such word: " + word);
  }
}

std::string judged(std::string_view words, std::string_view json, const Owned& owned, bool with_evidence) {
  const StatementTest test = asked_statement(words);
  const TemplateJson written(json);
  std::vector<PolicyDocument> documents(1);
  documents[0] = {owned.kind, "Policy", written.value()};
  DocumentOwner owner;
  owner.address = "Bucket";
  owner.names = owned.names;
  owner.trusted_accounts = owned.trusted;
  std::string result;
  Scenario scenario;
  do {
    std::vector<Evidence> evidence;
    const Truth truth = judge_statements(test, documents, owner, written.sources(), scenario, evidence);
    if (!result.empty()) result += "\nor\n";
    result += truth == Truth::yes ? "yes" : truth == Truth::no ? "no" : "unknown";
    if (with_evidence && !evidence.empty()) result += '\n' + described(evidence, written);
  } while (scenario.next());
  return result;
}

}  // namespace

StatementTest asked_statement(std::string_view words) {
  StatementTest test;
  test.absent = Truth::no;
  for (const std::string& word : split(words, ' ')) read_word(word, test);
  return test;
}

std::string answer(std::string_view test, std::string_view document, const Owned& owned) {
  return judged(test, document, owned, true);
}

std::string truth_of(std::string_view test, std::string_view document, const Owned& owned) {
  return judged(test, document, owned, false);
}

}  // namespace demarc
