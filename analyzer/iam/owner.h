#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/iam/iam_glob.h"
#include "analyzer/iam/statement.h"

namespace demarc {

// The resource that a policy belongs to, as statements speak of it.
class PolicyOwner {
 public:
  explicit PolicyOwner(const DocumentOwner& owner);

  // Whether an ARN of it is known, be it without partition, region and account.
  bool arn_known() const { return !arns_.empty(); }

  bool is_meant_by(const Reference& reference) const;

  // A resource of a statement. The ARN of the owner becomes `self`: "${Bucket.Arn}/*", "arn:aws:s3:::${Bucket}/*".
  // In a policy of the resource itself, which can speak of nothing else, an ARN whose name is not known is the owner's, and
  // in a key policy `*` is the key.
  // https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html
  IamGlob resource(const Value& value, StatementTest::Document kind) const;

  // A resource that a test asks for, in each way in which it may be written: "self/*" is the reference and the known ARNs.
  std::vector<IamGlob> asked(std::string_view resource) const;

  // Whether an account is one that the owner's own ARNs name.
  bool has_account(std::string_view account) const;
  bool trusts(std::string_view account) const;

 private:
  bool may_mean(const Reference& reference) const;

  const DocumentOwner& owner_;
  std::vector<std::string_view> arns_;
};

// A run of 12 digits.
bool is_account_id(std::string_view text);

}  // namespace demarc
