#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/iam/iam_glob.h"
#include "analyzer/iam/owner.h"
#include "parsers/graph/scenario.h"

namespace demarc {

// One principal of a statement.
struct PrincipalName {
  enum class Kind : std::uint8_t { aws, service, federated, canonical };  // accounts, users and roles; …
  Kind kind = Kind::aws;
  IamGlob name;
  bool alone = false;  // without a map that says its kind

  Truth is_everyone() const;  // "*" as itself or as an AWS principal
};

// The Principal or NotPrincipal of a statement.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
struct PrincipalElement {
  bool written = false;
  bool negated = false;  // NotPrincipal: all but these
  std::vector<PrincipalName> names;

  std::vector<std::string> reasons() const;
};

// Reads a principal: "*", a map by kind of single names or lists, or a bare name as function permissions have it: an account,
// an ARN, or a service ("s3.amazonaws.com").
PrincipalElement read_principal(const Value& value, bool negated, Scenario& scenario);

// Whether a statement is for everyone. Of an Allow all but some are everyone, of a Deny they are not: those some are let off.
Truth is_everyone(const PrincipalElement& principal, bool denies);

// Whether it is for accounts other than the owner's and the trusted ones. Principals of this deployment, and names in which
// AWS::AccountId stands, are the owner's. `own`: further accounts that are known to be the owner's.
Truth is_foreign(const PrincipalElement& principal, const PolicyOwner& owner, const std::vector<std::string>& own, bool denies);

// Whether it is for a principal that a test names by ARN, account id, service or provider (with * and ?).
Truth names(const PrincipalElement& principal, std::string_view asked, bool denies);

// Whether it names a principal of a kind.
Truth has_kind(const PrincipalElement& principal, PrincipalName::Kind kind);

// Web identity providers that anybody can sign up with, among the principals: what they let in is public.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
std::vector<std::string> public_providers(const PrincipalElement& principal);

// Whether everyone whom one principal element means is meant by the other as well.
Truth covers(const PrincipalElement& wide, const PrincipalElement& narrow);

// "everyone", "lambda.amazonaws.com", "everyone but arn:…".
std::string describe_principal(const PrincipalElement& principal);

// The account in a principal's name, be it an id or an ARN; empty where there is none that is known.
std::string_view account_of(std::string_view name);

}  // namespace demarc
