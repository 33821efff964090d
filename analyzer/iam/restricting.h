#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/iam/condition.h"

namespace demarc {

// Whether a condition keeps out everybody but a fixed set of callers, networks or sources, so that a statement for everyone
// is not public. AWS's meaning of public: non-public is what grants access only to fixed values, without wildcards and policy
// variables, of certain condition keys, and to address ranges no broader than /8 (IPv4, private ranges aside) or /32 (IPv6):
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
// https://docs.aws.amazon.com/efs/latest/ug/access-control-block-public-access.html#what-is-a-public-policy
//
// One entry that restricts is enough, since all must hold; of its values each must be fixed, since one is enough to pass.
// IfExists and ForAllValues pass where the key is missing, negated operators and Null pass all but some: they restrict
// nothing. Two readings are wider than the letter of S3's page, and true to its meaning: an ARN with a fixed account may
// have wildcards elsewhere (the page says so of s3:DataAccessPointArn), and so may that of a bucket, whose names are unique.
//
// `providers`: web identity providers that the statement trusts; their own keys (accounts.google.com:aud) restrict them.
Truth restricts(const StatementCondition& condition, const std::vector<std::string>& providers);

// Why it is not known: of the entries that may restrict.
std::vector<std::string> why_it_may_restrict(const StatementCondition& condition, const std::vector<std::string>& providers);

}  // namespace demarc
