#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/iam/policy_statement.h"
#include "analyzer/policy/test.h"

namespace demarc {

// What a test asks of a statement, made ready for all statements of one owner.
class StatementQuestion {
 public:
  // An action or resource in each of the ways in which it may be written.
  using Globs = std::vector<IamGlob>;

  // One action and one resource that must be covered; null: not asked for.
  struct Demand {
    const Globs* action = nullptr;
    const Globs* resource = nullptr;
  };

  // Requires: all outlive the question.
  StatementQuestion(const StatementTest& test, const PolicyOwner& owner, const Statements& statements);

  StatementQuestion(const StatementQuestion&) = delete;
  StatementQuestion& operator=(const StatementQuestion&) = delete;

  // Whether a statement by itself is what the test asks for, but for what must be covered.
  Truth fits(const PolicyStatement& statement) const;

  // The actions and resources of which one must be granted; empty: not asked for.
  const std::vector<Globs>& actions_any() const { return actions_any_; }
  const std::vector<Globs>& resources_any() const { return resources_any_; }
  Truth has_part(const StatementElement& element, const Globs& globs) const;

  // Every pair that must be covered; at least one.
  const std::vector<Demand>& demands() const { return demands_; }
  Truth covers(const PolicyStatement& statement, const Demand& demand) const;

  // Why it is not known whether a statement is what the test asks for.
  std::vector<std::string> doubts(const PolicyStatement& statement) const;

 private:
  Truth effect(const PolicyStatement& statement) const;
  Truth uses(const PolicyStatement& statement) const;
  Truth principal(const PolicyStatement& statement) const;
  Truth principal(const PolicyStatement& statement, std::string_view asked) const;
  bool asks_for_public() const;
  Truth is_public(const PolicyStatement& statement) const;
  Truth condition(const PolicyStatement& statement) const;
  Truth has_part_in_any(const StatementElement& element, const std::vector<Globs>& asked) const;
  Truth covers_any(const StatementElement& element, const Globs& globs) const;
  void find_own_accounts(const Statements& statements);

  const StatementTest& test_;
  const PolicyOwner& owner_;
  std::vector<Globs> actions_any_, actions_all_, resources_any_, resources_all_;
  std::vector<Demand> demands_;
  std::vector<std::string> own_accounts_;
};

}  // namespace demarc
