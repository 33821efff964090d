#include "analyzer/iam/denials.h"

namespace demarc {

namespace {

// What stands for all that an element with Not speaks of.
std::vector<IamGlob> patterns_of(const StatementElement& element, bool action) {
  if (!element.negated) return element.patterns;
  return {action ? action_glob("*") : glob_of("*")};
}

}  // namespace

Denials::Denials(std::span<const PolicyStatement> statements, bool arn_known) : arn_known_(arn_known) {
  for (const PolicyStatement& statement : statements) {
    if (statement.denies != Truth::no && statement.condition.is_none() != Truth::no) denials_.push_back(&statement);
  }
}

Truth Denials::take_back(const PolicyStatement& statement, const IamGlob& action, const IamGlob& resource) const {
  Truth result = Truth::no;
  for (const PolicyStatement* denial : denials_) {
    if (denial->document != statement.document || denial == &statement) continue;
    Truth taken = both(denial->denies, denial->condition.is_none());
    taken = both(taken, covers(denial->actions, action, arn_known_));
    if (taken == Truth::no) continue;
    taken = both(taken, covers(denial->resources, resource, arn_known_));
    taken = both(taken, covers(denial->principal, statement.principal));
    result = either(result, taken);
    if (result == Truth::yes) break;
  }
  return result;
}

Truth Denials::take_back(const PolicyStatement& statement, const IamGlob& action) const {
  if (denials_.empty() || statement.allows == Truth::no) return Truth::no;
  Truth result = truth(statement.resources.written);
  for (const IamGlob& resource : patterns_of(statement.resources, false)) {
    result = both(result, take_back(statement, action, resource));
    if (result == Truth::no) break;
  }
  return result;
}

Truth Denials::take_back(const PolicyStatement& statement) const {
  if (denials_.empty() || statement.allows == Truth::no) return Truth::no;
  Truth result = truth(statement.actions.written);
  for (const IamGlob& action : patterns_of(statement.actions, true)) {
    result = both(result, take_back(statement, action));
    if (result == Truth::no) break;
  }
  return result;
}

std::vector<std::string> Denials::doubts(const PolicyStatement& statement) const {
  std::vector<std::string> result;
  for (const PolicyStatement* denial : denials_) {
    if (denial->document != statement.document) continue;
    for (const std::vector<std::string>& reasons : {denial->faults, denial->actions.reasons(), denial->resources.reasons(),
                                                    denial->principal.reasons(), denial->condition.reasons()}) {
      result.insert(result.end(), reasons.begin(), reasons.end());
    }
  }
  return result;
}

}  // namespace demarc
