#include "analyzer/iam/statement_question.h"

#include <algorithm>

#include "analyzer/iam/restricting.h"

namespace demarc {

namespace {

using Globs = StatementQuestion::Globs;

std::vector<Globs> actions_of(const std::vector<Literal>& literals) {
  std::vector<Globs> result;
  for (const Literal& literal : literals) result.push_back({action_glob(literal.text)});
  return result;
}

std::vector<Globs> resources_of(const std::vector<Literal>& literals, const PolicyOwner& owner) {
  std::vector<Globs> result;
  for (const Literal& literal : literals) result.push_back(owner.asked(literal.text));
  return result;
}

// Each pair of an action and a resource; of an empty side nothing is demanded.
std::vector<StatementQuestion::Demand> pairs(const std::vector<Globs>& actions, const std::vector<Globs>& resources) {
  std::vector<StatementQuestion::Demand> result;
  for (std::size_t i = 0; i < std::max<std::size_t>(actions.size(), 1); ++i) {
    for (std::size_t k = 0; k < std::max<std::size_t>(resources.size(), 1); ++k) {
      result.push_back({actions.empty() ? nullptr : &actions[i], resources.empty() ? nullptr : &resources[k]});
    }
  }
  return result;
}

}  // namespace

StatementQuestion::StatementQuestion(const StatementTest& test, const PolicyOwner& owner, const Statements& statements)
    : test_(test),
      owner_(owner),
      actions_any_(actions_of(test.actions_any)),
      actions_all_(actions_of(test.actions_all)),
      resources_any_(resources_of(test.resources_any, owner)),
      resources_all_(resources_of(test.resources_all, owner)),
      demands_(pairs(actions_all_, resources_all_)) {
  find_own_accounts(statements);
}

// Accounts that a key policy gives the whole key to: the key's own, unless there are several.
// https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html#key-policy-default-allow-root-enable-iam
void StatementQuestion::find_own_accounts(const Statements& statements) {
  const IamGlob whole = action_glob("kms:*");
  for (const PolicyStatement& statement : statements.read) {
    if (statement.kind != StatementTest::Document::key || statement.allows != Truth::yes) continue;
    if (demarc::covers(statement.actions, whole, true) != Truth::yes) continue;
    for (const PrincipalName& name : statement.principal.names) {
      const std::string_view account = account_of(name.name.written);
      if (is_account_id(account) && name.name.written.ends_with(":root")) own_accounts_.emplace_back(account);
    }
  }
  if (own_accounts_.size() > 1) own_accounts_.clear();
}

Truth StatementQuestion::fits(const PolicyStatement& statement) const {
  Truth result = both(effect(statement), uses(statement));
  if (result == Truth::no) return result;
  result = both(result, has_part_in_any(statement.actions, actions_any_));
  result = both(result, has_part_in_any(statement.resources, resources_any_));
  if (result == Truth::no) return result;
  result = both(result, both(principal(statement), condition(statement)));
  return statement.faults.empty() ? result : both(result, Truth::unknown);
}

Truth StatementQuestion::effect(const PolicyStatement& statement) const {
  if (test_.effect == "Allow") return statement.allows;
  return test_.effect == "Deny" ? statement.denies : Truth::yes;
}

Truth StatementQuestion::uses(const PolicyStatement& statement) const {
  const auto negated = [&](const std::string& element) {
    if (element == "NotAction") return statement.actions.negated;
    if (element == "NotResource") return statement.resources.negated;
    return statement.principal.written && statement.principal.negated;
  };
  return truth(test_.uses.empty() || std::any_of(test_.uses.begin(), test_.uses.end(), negated));
}

Truth StatementQuestion::has_part_in_any(const StatementElement& element, const std::vector<Globs>& asked) const {
  Truth result = truth(asked.empty());
  for (const Globs& globs : asked) {
    if (result == Truth::yes) break;
    result = either(result, has_part(element, globs));
  }
  return result;
}

Truth StatementQuestion::has_part(const StatementElement& element, const Globs& globs) const {
  Truth result = Truth::no;
  for (const IamGlob& glob : globs) result = either(result, meets(element, glob, owner_.arn_known()));
  return result;
}

Truth StatementQuestion::covers_any(const StatementElement& element, const Globs& globs) const {
  Truth result = Truth::no;
  for (const IamGlob& glob : globs) result = either(result, demarc::covers(element, glob, owner_.arn_known()));
  return result;
}

Truth StatementQuestion::covers(const PolicyStatement& statement, const Demand& demand) const {
  const Truth action = demand.action != nullptr ? covers_any(statement.actions, *demand.action) : Truth::yes;
  if (action == Truth::no || demand.resource == nullptr) return action;
  return both(action, covers_any(statement.resources, *demand.resource));
}

Truth StatementQuestion::principal(const PolicyStatement& statement) const {
  Truth result = truth(test_.principals.empty());
  for (const Literal& literal : test_.principals) result = either(result, principal(statement, literal.text));
  return result;
}

Truth StatementQuestion::principal(const PolicyStatement& statement, std::string_view asked) const {
  const bool denies = statement.denies == Truth::yes;
  if (asked == "everyone") return is_everyone(statement.principal, denies);
  if (asked == "public") return is_public(statement);
  if (asked == "foreign") return is_foreign(statement.principal, owner_, own_accounts_, denies);
  if (asked == "service") return has_kind(statement.principal, PrincipalName::Kind::service);
  if (asked == "federated") return has_kind(statement.principal, PrincipalName::Kind::federated);
  return names(statement.principal, asked, denies);
}

bool StatementQuestion::asks_for_public() const {
  return std::any_of(test_.principals.begin(), test_.principals.end(),
                     [](const Literal& literal) { return literal.text == "public"; });
}

Truth StatementQuestion::is_public(const PolicyStatement& statement) const {
  const std::vector<std::string> providers = public_providers(statement.principal);
  const Truth everyone = providers.empty() ? is_everyone(statement.principal, statement.denies == Truth::yes) : Truth::yes;
  return everyone == Truth::no ? everyone : both(everyone, negate(restricts(statement.condition, providers)));
}

Truth StatementQuestion::condition(const PolicyStatement& statement) const {
  if (test_.condition_none) return statement.condition.is_none();
  if (test_.conditions.empty()) return Truth::yes;
  return is_exactly(statement.condition, test_.conditions, statement.denies == Truth::yes);
}

std::vector<std::string> StatementQuestion::doubts(const PolicyStatement& statement) const {
  std::vector<std::string> reasons = statement.faults;
  const auto doubt = [&](Truth truth, const std::vector<std::string>& because) {
    if (truth != Truth::unknown) return;
    for (const std::string& reason : because) {
      if (std::find(reasons.begin(), reasons.end(), reason) == reasons.end()) reasons.push_back(reason);
    }
  };
  doubt(has_part_in_any(statement.actions, actions_any_), statement.actions.reasons());
  doubt(has_part_in_any(statement.resources, resources_any_), statement.resources.reasons());
  for (const Globs& globs : actions_all_) doubt(covers_any(statement.actions, globs), statement.actions.reasons());
  for (const Globs& globs : resources_all_) doubt(covers_any(statement.resources, globs), statement.resources.reasons());
  const Truth who = principal(statement);
  doubt(who, statement.principal.reasons());
  if (asks_for_public()) doubt(who, why_it_may_restrict(statement.condition, public_providers(statement.principal)));
  doubt(condition(statement), statement.condition.reasons());
  return reasons;
}

}  // namespace demarc
