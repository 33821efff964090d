#include "analyzer/iam/statement.h"

#include <algorithm>
#include <utility>

#include "analyzer/iam/denials.h"
#include "analyzer/iam/policy_statement.h"
#include "analyzer/iam/restricting.h"
#include "analyzer/iam/words.h"

namespace demarc {

namespace {

using Globs = std::vector<IamGlob>;

// One action and one resource that must be covered; each in the ways in which it may be written. None: not asked for.
struct Demand {
  const Globs* action = nullptr;
  const Globs* resource = nullptr;
};

// A test, made ready for all statements of an owner.
struct Asked {
  std::vector<Globs> actions_any, actions_all, resources_any, resources_all;
  std::vector<Demand> demands;
};

Globs actions_of(const Literal& literal) { return {action_glob(literal.text)}; }

Asked prepare(const StatementTest& test, const PolicyOwner& owner) {
  Asked asked;
  for (const Literal& literal : test.actions_any) asked.actions_any.push_back(actions_of(literal));
  for (const Literal& literal : test.actions_all) asked.actions_all.push_back(actions_of(literal));
  for (const Literal& literal : test.resources_any) asked.resources_any.push_back(owner.asked(literal.text));
  for (const Literal& literal : test.resources_all) asked.resources_all.push_back(owner.asked(literal.text));
  for (std::size_t i = 0; i < std::max<std::size_t>(asked.actions_all.size(), 1); ++i) {
    for (std::size_t k = 0; k < std::max<std::size_t>(asked.resources_all.size(), 1); ++k) {
      Demand demand;
      if (!asked.actions_all.empty()) demand.action = &asked.actions_all[i];
      if (!asked.resources_all.empty()) demand.resource = &asked.resources_all[k];
      asked.demands.push_back(demand);
    }
  }
  return asked;
}

class Judge {
 public:
  Judge(const StatementTest& test, const PolicyOwner& owner, const Statements& statements)
      : test_(test), owner_(owner), statements_(statements), asked_(prepare(test, owner)), denials_(statements.read, owner.arn_known()) {
    find_own_accounts();
  }

  Truth run(std::vector<Evidence>& evidence) {
    std::vector<Truth> fits;
    for (const PolicyStatement& statement : statements_.read) {
      Truth truth = fit(statement);
      // Asked last: it is the only question that looks at other statements.
      if (both(truth, covers_some(statement)) != Truth::no) truth = both(truth, negate(denials_.take_back(statement)));
      fits.push_back(truth);
    }
    const Truth met = all_met(fits);
    if (met != Truth::no) report(fits, met, evidence);
    for (const UnreadPart& unread : statements_.unread) {
      evidence.push_back({Truth::unknown, unread.place, unread.path, {}, {unread.reason}});
    }
    return statements_.unread.empty() ? met : either(met, Truth::unknown);
  }

 private:
  // Accounts that a key policy gives the whole key to: the key's own, unless there are several.
  void find_own_accounts() {
    for (const PolicyStatement& statement : statements_.read) {
      if (statement.kind != StatementTest::Document::key || statement.allows != Truth::yes) continue;
      if (covers(statement.actions, action_glob("kms:*"), true) != Truth::yes) continue;
      for (const PrincipalName& name : statement.principal.names) {
        const std::string_view account = account_of(name.name.written);
        if (is_account_id(account) && name.name.written.ends_with(":root")) own_accounts_.emplace_back(account);
      }
    }
    if (own_accounts_.size() > 1) own_accounts_.clear();
  }

  // Whether a statement is what the test asks for, but for what it must cover.
  Truth fit(const PolicyStatement& statement) const {
    Truth result = effect(statement);
    if (result == Truth::no) return result;
    result = both(result, uses(statement));
    result = both(result, any_of(asked_.actions_any, [&](const Globs& globs) { return grants(statement, globs); }));
    result = both(result, any_of(asked_.resources_any, [&](const Globs& globs) { return meets_any(statement.resources, globs); }));
    if (result == Truth::no) return result;
    result = both(result, principal(statement));
    result = both(result, condition(statement));
    if (result == Truth::no) return result;
    return statement.faults.empty() ? result : both(result, Truth::unknown);
  }

  // Whether a statement has part in what must be covered.
  Truth covers_some(const PolicyStatement& statement) const {
    Truth result = Truth::no;
    for (const Demand& demand : asked_.demands) result = either(result, covers_demand(statement, demand));
    return result;
  }

  Truth covers_demand(const PolicyStatement& statement, const Demand& demand) const {
    const Truth action = demand.action != nullptr ? covers_any(statement.actions, *demand.action) : Truth::yes;
    if (action == Truth::no || demand.resource == nullptr) return action;
    return both(action, covers_any(statement.resources, *demand.resource));
  }

  Truth effect(const PolicyStatement& statement) const {
    if (test_.effect == "Allow") return statement.allows;
    return test_.effect == "Deny" ? statement.denies : Truth::yes;
  }

  Truth uses(const PolicyStatement& statement) const {
    if (test_.uses.empty()) return Truth::yes;
    const auto negated = [&](const std::string& element) {
      if (element == "NotAction") return statement.actions.negated;
      if (element == "NotResource") return statement.resources.negated;
      return element == "NotPrincipal" && statement.principal.written && statement.principal.negated;
    };
    return truth(std::any_of(test_.uses.begin(), test_.uses.end(), negated));
  }

  template <class Question>
  static Truth any_of(const std::vector<Globs>& asked, const Question& question) {
    Truth result = truth(asked.empty());
    for (const Globs& globs : asked) {
      result = either(result, question(globs));
      if (result == Truth::yes) break;
    }
    return result;
  }

  Truth meets_any(const StatementElement& element, const Globs& globs) const {
    Truth result = Truth::no;
    for (const IamGlob& glob : globs) result = either(result, meets(element, glob, owner_.arn_known()));
    return result;
  }

  Truth covers_any(const StatementElement& element, const Globs& globs) const {
    Truth result = Truth::no;
    for (const IamGlob& glob : globs) result = either(result, covers(element, glob, owner_.arn_known()));
    return result;
  }

  Truth grants(const PolicyStatement& statement, const Globs& actions) const {
    Truth result = meets_any(statement.actions, actions);
    for (const IamGlob& action : actions) result = both(result, negate(denials_.take_back(statement, action)));
    return result;
  }

  Truth principal(const PolicyStatement& statement) const {
    Truth result = truth(test_.principals.empty());
    for (const Literal& literal : test_.principals) result = either(result, principal(statement, literal.text));
    return result;
  }

  Truth principal(const PolicyStatement& statement, std::string_view asked) const {
    const bool denies = statement.denies == Truth::yes;
    if (asked == "everyone") return is_everyone(statement.principal, denies);
    if (asked == "public") return is_public(statement);
    if (asked == "foreign") return is_foreign(statement.principal, owner_, own_accounts_, denies);
    if (asked == "service") return has_kind(statement.principal, PrincipalName::Kind::service);
    if (asked == "federated") return has_kind(statement.principal, PrincipalName::Kind::federated);
    return names(statement.principal, asked, denies);
  }

  Truth is_public(const PolicyStatement& statement) const {
    const std::vector<std::string> providers = public_providers(statement.principal);
    const Truth everyone = providers.empty() ? is_everyone(statement.principal, statement.denies == Truth::yes) : Truth::yes;
    return everyone == Truth::no ? everyone : both(everyone, negate(restricts(statement.condition, providers)));
  }

  Truth condition(const PolicyStatement& statement) const {
    if (test_.condition_none) return statement.condition.is_none();
    if (test_.conditions.empty()) return Truth::yes;
    return is_exactly(statement.condition, test_.conditions, statement.denies == Truth::yes);
  }

  // How far a statement covers one demand, after the denials.
  Truth meets_demand(const PolicyStatement& statement, const Demand& demand) const {
    const Truth result = covers_demand(statement, demand);
    if (result == Truth::no || demand.action == nullptr) return result;
    const IamGlob& action = demand.action->front();
    return both(result, negate(demand.resource != nullptr ? denials_.take_back(statement, action, demand.resource->front())
                                                          : denials_.take_back(statement, action)));
  }

  Truth all_met(const std::vector<Truth>& fits) const {
    Truth result = Truth::yes;
    for (const Demand& demand : asked_.demands) {
      Truth met = Truth::no;
      for (std::size_t i = 0; i < fits.size() && met != Truth::yes; ++i) {
        if (fits[i] != Truth::no) met = either(met, both(fits[i], meets_demand(statements_.read[i], demand)));
      }
      result = both(result, met);
    }
    return result;
  }

  // How a statement takes part: whether alone, and how far it covers at least one demand.
  struct Part {
    Truth alone = Truth::yes;
    Truth some = Truth::no;
  };

  Part part_of(std::size_t i, const std::vector<Truth>& fits) const {
    Part part;
    for (const Demand& demand : asked_.demands) {
      const Truth met = both(fits[i], meets_demand(statements_.read[i], demand));
      part.alone = both(part.alone, met);
      part.some = either(part.some, met);
    }
    return part;
  }

  void report(const std::vector<Truth>& fits, Truth result, std::vector<Evidence>& evidence) const {
    std::vector<Part> parts;
    Truth best = Truth::no;
    for (std::size_t i = 0; i < fits.size(); ++i) {
      parts.push_back(fits[i] == Truth::no ? Part{Truth::no, Truth::no} : part_of(i, fits));
      best = either(best, parts.back().alone);
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
      // Where no statement is enough alone, those that are together are named.
      const Truth truth = best == result ? parts[i].alone : both(parts[i].some, result);
      if (truth == Truth::no) continue;
      evidence.push_back(describe_statement(statements_.read[i], test_, truth));
      if (truth == Truth::unknown) evidence.back().reasons = doubts(statements_.read[i]);
    }
  }

  // Why it is not known whether a statement is what the test asks for: what of it is in doubt.
  std::vector<std::string> doubts(const PolicyStatement& statement) const {
    std::vector<std::string> reasons = statement.faults;
    const auto doubt = [&](Truth truth, const std::vector<std::string>& because) {
      if (truth != Truth::unknown) return;
      for (const std::string& reason : because) {
        if (std::find(reasons.begin(), reasons.end(), reason) == reasons.end()) reasons.push_back(reason);
      }
    };
    for (const Globs& globs : asked_.actions_any) doubt(meets_any(statement.actions, globs), statement.actions.reasons());
    for (const Globs& globs : asked_.actions_all) doubt(covers_any(statement.actions, globs), statement.actions.reasons());
    for (const Globs& globs : asked_.resources_any) doubt(meets_any(statement.resources, globs), statement.resources.reasons());
    for (const Globs& globs : asked_.resources_all) doubt(covers_any(statement.resources, globs), statement.resources.reasons());
    doubt(principal(statement), statement.principal.reasons());
    doubt(both(principal(statement), condition(statement)), statement.condition.reasons());
    if (reasons.empty()) reasons = denials_.doubts(statement);
    return reasons;
  }

  const StatementTest& test_;
  const PolicyOwner& owner_;
  const Statements& statements_;
  Asked asked_;
  Denials denials_;
  std::vector<std::string> own_accounts_;
};

}  // namespace

Truth judge_statements(const StatementTest& test, std::span<const PolicyDocument> documents, const DocumentOwner& owner,
                       const Sources& sources, Scenario& scenario, std::vector<Evidence>& evidence) {
  const PolicyOwner policy_owner(owner);
  const Statements statements = read_statements(documents, test.document, policy_owner, sources, scenario);
  if (statements.documents == 0) return test.absent;
  return Judge(test, policy_owner, statements).run(evidence);
}

}  // namespace demarc
