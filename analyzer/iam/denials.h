#pragma once

#include <span>
#include <vector>

#include "analyzer/iam/policy_statement.h"

namespace demarc {

// What the denials of the documents take back from their other statements, without any condition.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html: an explicit Deny wins.
class Denials {
 public:
  Denials(std::span<const PolicyStatement> statements, bool arn_known);

  // Whether a statement is taken back entirely: each of its actions on each of its resources, for all its principals.
  Truth take_back(const PolicyStatement& statement) const;

  // Whether an action is taken back on all resources of a statement, or an action on one resource.
  Truth take_back(const PolicyStatement& statement, const IamGlob& action) const;
  Truth take_back(const PolicyStatement& statement, const IamGlob& action, const IamGlob& resource) const;

  // Why it may be that something of a statement is taken back: what of the denials of its document is not known.
  std::vector<std::string> doubts(const PolicyStatement& statement) const;

 private:
  std::vector<const PolicyStatement*> denials_;
  bool arn_known_;
};

}  // namespace demarc
