#include "analyzer/iam/statement.h"

#include "analyzer/iam/denials.h"
#include "analyzer/iam/policy_statement.h"
#include "analyzer/iam/statement_question.h"
#include "analyzer/iam/words.h"

namespace demarc {

namespace {

using Demand = StatementQuestion::Demand;
using Globs = StatementQuestion::Globs;

// Puts the answers for single statements together.
class StatementJudge {
 public:
  StatementJudge(const StatementTest& test, const PolicyOwner& owner, const Statements& statements)
      : test_(test), statements_(statements), question_(test, owner, statements), denials_(statements.read, owner.arn_known()) {}

  Truth run(std::vector<Evidence>& evidence) {
    for (const PolicyStatement& statement : statements_.read) fits_.push_back(fits(statement));
    const Truth met = all_met();
    if (met != Truth::no) report(met, evidence);
    for (const UnreadPart& unread : statements_.unread) {
      evidence.push_back({Truth::unknown, unread.place, unread.path, {}, {unread.reason}});
    }
    return statements_.unread.empty() ? met : either(met, Truth::unknown);
  }

 private:
  // Denials are asked last: it is the only question that looks at other statements.
  Truth fits(const PolicyStatement& statement) const {
    Truth result = question_.fits(statement);
    Truth covering = Truth::no;
    for (const Demand& demand : question_.demands()) covering = either(covering, question_.covers(statement, demand));
    if (both(result, covering) == Truth::no) return Truth::no;
    result = both(result, negate(denials_.take_back(statement)));
    if (question_.actions_any().empty() || result == Truth::no) return result;
    Truth granted = Truth::no;
    for (const Globs& actions : question_.actions_any()) granted = either(granted, grants(statement, actions));
    return both(result, granted);
  }

  Truth grants(const PolicyStatement& statement, const Globs& actions) const {
    const Truth result = question_.has_part(statement.actions, actions);
    return result == Truth::no ? result : both(result, negate(denials_.take_back(statement, actions.front())));
  }

  // How far a statement covers one demand after the denials.
  Truth meets_demand(std::size_t i, const Demand& demand) const {
    if (fits_[i] == Truth::no) return Truth::no;
    const PolicyStatement& statement = statements_.read[i];
    const Truth result = both(fits_[i], question_.covers(statement, demand));
    if (result == Truth::no || demand.action == nullptr) return result;
    const IamGlob& action = demand.action->front();
    return both(result, negate(demand.resource != nullptr ? denials_.take_back(statement, action, demand.resource->front())
                                                          : denials_.take_back(statement, action)));
  }

  Truth all_met() const {
    Truth result = Truth::yes;
    for (const Demand& demand : question_.demands()) {
      Truth met = Truth::no;
      for (std::size_t i = 0; i < fits_.size() && met != Truth::yes; ++i) met = either(met, meets_demand(i, demand));
      result = both(result, met);
    }
    return result;
  }

  // How a statement takes part: whether alone, and how far it meets at least one demand.
  struct Part {
    Truth alone = Truth::yes;
    Truth some = Truth::no;
  };

  Part part_of(std::size_t i) const {
    Part part;
    for (const Demand& demand : question_.demands()) {
      const Truth met = meets_demand(i, demand);
      part.alone = both(part.alone, met);
      part.some = either(part.some, met);
    }
    return part;
  }

  void report(Truth result, std::vector<Evidence>& evidence) const {
    std::vector<Part> parts;
    Truth best = Truth::no;
    for (std::size_t i = 0; i < fits_.size(); ++i) {
      parts.push_back(part_of(i));
      best = either(best, parts.back().alone);
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
      // Where no statement is enough alone, those that are together are named.
      const Truth truth = best == result ? parts[i].alone : both(parts[i].some, result);
      if (truth == Truth::no) continue;
      const PolicyStatement& statement = statements_.read[i];
      evidence.push_back(describe_statement(statement, test_, truth));
      if (truth != Truth::unknown) continue;
      evidence.back().reasons = question_.doubts(statement);
      if (evidence.back().reasons.empty()) evidence.back().reasons = denials_.doubts(statement);
    }
  }

  const StatementTest& test_;
  const Statements& statements_;
  StatementQuestion question_;
  Denials denials_;
  std::vector<Truth> fits_;
};

}  // namespace

Truth judge_statements(const StatementTest& test, std::span<const PolicyDocument> documents, const DocumentOwner& owner,
                       const Sources& sources, Scenario& scenario, std::vector<Evidence>& evidence) {
  const PolicyOwner policy_owner(owner);
  const Statements statements = read_statements(documents, test.document, policy_owner, sources, scenario);
  if (statements.documents == 0) return test.absent;
  return StatementJudge(test, policy_owner, statements).run(evidence);
}

}  // namespace demarc
