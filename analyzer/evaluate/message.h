#pragma once

#include <string>
#include <vector>

#include "analyzer/evaluate/finding.h"
#include "analyzer/evaluate/judge.h"
#include "analyzer/policy/policy.h"
#include "parsers/graph/value.h"

namespace demarc {

// What a finding speaks of, in one world.
struct Account {
  const Policy& policy;
  const Resource* resource = nullptr;       // judged; null: the deployment
  const Item* item = nullptr;               // of `each`; null: the resource as a whole
  const std::vector<Observation>& because;  // what decided
};

// What was found, in the policy's words or, of a property that is not set, in demarc's own. Sets `whole` where the message is a
// sentence of its own and not what the resource does.
std::string fail_message(World& world, const Account& account, bool& whole);

// "cannot tell: AccessControl depends on parameter Acl, which has no default; …": at most three reasons.
std::string unknown_message(const Account& account);

// The first reason why something is not known, said from the side of a resource: "SnapshotId depends on …".
std::string reason_of(const std::vector<Observation>& because, const Resource& resource);

// Where a finding stands, and the way to it in the words of the file.
Place place_of(const Account& account);
std::string path_of(World& world, const Account& account);

// The Default, or the member of AllowedValues, through which a parameter brought in the value that decides: it is what has to
// be mended. Null where the value comes from elsewhere.
const Reference* declaration_of(const Account& account);

// The resources that a relation led to, and the parameter whose value decided: where its value is used, of one that is found
// where it is declared.
std::vector<RelatedPlace> related_to(const Account& account);

// Where the secrets stand that the tests of a policy on secrets found.
std::vector<Place> secrets_in(const Account& account);

}  // namespace demarc
