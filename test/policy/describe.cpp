#include "describe.h"

#include <fmt/format.h>

namespace demarc::test {
namespace {

using test::describe;

constexpr const char* kTruths[] = {"no", "unknown", "yes"};
constexpr const char* kSubjects[] = {"property", "attribute", "tag", "lookup"};
constexpr const char* kOperators[] = {"set",     "is",   "in",      "at-least",        "at-most", "after",
                                      "before",  "like", "matches", "contains",        "covers",  "within",
                                      "same-as", "kind", "watches", "interval-at-most"};
constexpr const char* kKinds[] = {"customer-key", "literal-secret", "credential", "secret-attribute", "plain-parameter"};
constexpr const char* kDocuments[] = {"any", "identity", "resource", "trust", "key", "endpoint", "boundary"};

std::string name(Truth truth) { return kTruths[static_cast<int>(truth)]; }

std::string describe(const Literal& literal) {
  if (literal.is_item) return "$item";
  return literal.kind == Literal::Kind::text ? "'" + literal.text + "'" : literal.text;
}

std::string describe(const std::vector<Literal>& literals) {
  std::string text;
  for (const Literal& literal : literals) text += (text.empty() ? "" : " ") + describe(literal);
  return "[" + text + "]";
}

std::string describe(const Path& path) {
  std::string text = path.from_root ? "/" : "";
  for (std::size_t i = 0; i < path.steps.size(); ++i) {
    text += (i > 0 ? "." : "") + path.steps[i].name;
    for (const Selector& selector : path.steps[i].selectors) {
      text += "(" + (selector.field.empty() ? "" : selector.field + "=") + (selector.is_item ? "<item>" : selector.text) + ")";
    }
  }
  if (path.leaves) text += path.steps.empty() ? "**" : ".**";
  return text.empty() ? "." : text;
}

template <class T>
std::string joined(const std::vector<T>& all) {
  std::string text;
  for (const T& one : all) text += (text.empty() ? "" : " ") + describe(one);
  return text;
}

std::string joined(const std::vector<std::string>& all) {
  std::string text;
  for (const std::string& one : all) text += (text.empty() ? "" : " ") + one;
  return text;
}

std::string describe(const Lookup& lookup) {
  return fmt::format("{}.{} by {}", lookup.table->name, lookup.column, joined(lookup.by));
}

std::string describe(const Subject& subject) {
  std::string kind = kSubjects[static_cast<int>(subject.kind)];
  if (subject.kind == Subject::Kind::tag) return kind + " " + describe(subject.tag);
  if (subject.kind == Subject::Kind::lookup) return kind + " " + describe(subject.lookup);
  return kind + " " + describe(subject.paths);
}

std::string describe(const ValueTest& test) {
  std::string text = describe(test.subject) + " " + kOperators[static_cast<int>(test.op)];
  if (test.op == Operator::kind) {
    text += std::string(" ") + kKinds[static_cast<int>(test.kind)];
  } else if (test.op == Operator::same_as) {
    text += " " + describe(test.other);
  } else if (test.lookup) {
    text += " {" + describe(*test.lookup) + "}";
  } else if (test.table) {
    text += " {table " + test.table->name + "}";
  } else {
    text += " " + describe(test.operands);
  }
  if (test.ignore_case) text += " ignore-case";
  return test.op == Operator::set ? text : text + ", absent " + name(test.absent);
}

std::string describe(const Combination& combination) {
  constexpr const char* kinds[] = {"all", "any", "not"};
  std::string text;
  for (const Test& test : combination.tests) text += (text.empty() ? "" : "; ") + describe(test);
  return std::string(kinds[static_cast<int>(combination.kind)]) + "(" + text + ")";
}

template <class Counted>
std::string counted(const Counted& test) {
  std::string text;
  if (test.at_least != 1) text += ", at-least " + std::to_string(test.at_least);
  if (test.distinct) text += ", distinct " + describe(*test.distinct);
  if (test.where) text += ", where (" + describe(*test.where) + ")";
  return text + ", absent " + name(test.absent);
}

std::string describe(const Quantifier& test) { return (test.every ? "every " : "some ") + describe(test.paths) + counted(test); }

std::string describe(const Relation& test) {
  constexpr const char* directions[] = {"refers-to", "referred-by", "exists"};
  std::string text = std::string(directions[static_cast<int>(test.direction)]) + " [" + joined(test.types) + "]";
  if (!test.via.empty()) text += " via " + joined(test.via);
  if (!test.by.empty()) text += " by " + joined(test.by);
  return text + counted(test) + (test.absent_said ? "" : " (unsaid)");
}

std::string describe(const StatementTest& test) {
  std::string text = std::string("statement in ") + kDocuments[static_cast<int>(test.document)];
  if (!test.effect.empty()) text += ", effect " + test.effect;
  if (!test.actions_any.empty()) text += ", actions-any " + describe(test.actions_any);
  if (!test.actions_all.empty()) text += ", actions-all " + describe(test.actions_all);
  if (!test.resources_any.empty()) text += ", resources-any " + describe(test.resources_any);
  if (!test.resources_all.empty()) text += ", resources-all " + describe(test.resources_all);
  if (!test.principals.empty()) text += ", principal " + describe(test.principals);
  if (test.condition_none) text += ", no condition";
  for (const auto& [key, values] : test.conditions) text += ", condition " + key + " " + describe(values);
  if (!test.uses.empty()) text += ", uses " + joined(test.uses);
  return text + ", absent " + name(test.absent);
}

std::string describe(const PortsTest& test) {
  std::string text = test.direction == PortsTest::Direction::ingress ? "ingress from" : "egress to";
  for (const std::string& network : test.networks) text += " " + network;
  text += " ports";
  for (const PortRange& range : test.ports) text += fmt::format(" {}-{}", range.first, range.last);
  if (test.all_ports) text += " all";
  return test.protocol.empty() ? text : text + " protocol " + test.protocol;
}

std::string describe(const SensitiveTest& test) { return test.wanted ? "sensitive" : "not sensitive"; }
std::string describe(const Constant& test) { return test.truth ? "true" : "false"; }

}  // namespace

std::string describe(const Paths& paths) {
  std::string text;
  for (const TypedPath& typed : paths) {
    text += (text.empty() ? "" : " | ") + (typed.type.empty() ? "" : typed.type + ":") + describe(typed.path);
  }
  return text;
}

std::string describe(const Test& test) {
  return std::visit([](const auto& form) { return describe(form); }, test.form);
}

std::string describe(const Policy& policy) {
  std::string text = policy.deployment ? "deployment" : joined(policy.types);
  if (policy.dialect) text += *policy.dialect == Dialect::terraform ? " in terraform" : " in cloudformation";
  if (!policy.changes.empty()) text += " on " + joined(policy.changes);
  if (policy.when) text += " when (" + describe(*policy.when) + ")";
  if (policy.each) text += " each " + describe(*policy.each) + ", absent " + name(policy.each_absent);
  if (policy.each_is_setting) text += " each member of " + describe(policy.each_member);
  if (policy.where) text += " where (" + describe(*policy.where) + ")";
  if (policy.test) text += (policy.forbid ? " forbid (" : " require (") + describe(*policy.test) + ")";
  return text;
}

}  // namespace demarc::test
