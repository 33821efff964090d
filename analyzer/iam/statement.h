#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/policy/evidence.h"
#include "analyzer/policy/test.h"
#include "parsers/graph/scenario.h"
#include "parsers/text/source.h"

namespace demarc {

// One policy document of a resource, where it stands and in what role.
struct PolicyDocument {
  StatementTest::Document kind = StatementTest::Document::resource;
  std::string path;             // from the properties: "Policies[0].PolicyDocument"
  Value value = Value::null();  // a map, text that holds JSON, partly known text, a list of documents, unknown
};

// Whose documents they are: what `self` and `foreign` mean.
struct DocumentOwner {
  Scope scope = 0;
  std::string_view address;
  std::vector<std::string> names;  // known names, ARNs and ARN patterns of the owner
  std::vector<std::string> trusted_accounts;
};

// Whether a test that asks for one kind of documents means another: a key's policy is a resource policy.
bool is_asked_for(StatementTest::Document kind, StatementTest::Document asked);

// Whether the documents hold a statement of the test's shape (POLICY-LANGUAGE, section 5). All keys of the test hold of one
// statement, but for actions-all and resources-all, which several together may cover; what is not said is not asked.
//
//   actions-any    some action is meant by the test and by the statement: s3:Get* in a statement has part in s3:GetObject,
//                  s3:GetObject in a statement has part in s3:* of the test
//   actions-all    every action that the test means is meant by the statement: s3:* is covered by s3:* and *, not by s3:Get*;
//                  with resources-all each action on each resource
//   resources-any, resources-all  alike; `self` is the owner's ARN: a reference to it, or an ARN with its name. In a policy of
//                  the owner itself an ARN with an unknown name is the owner's, and in a key policy `*` is the key
//   principal      everyone: `*`, alone or as AWS principal, and all but some where they are allowed. public: everyone, or
//                  anyone who signs up with a web identity provider, and no restricting condition (restricting.h). foreign:
//                  accounts that are neither the owner's nor trusted. service, federated. ARNs, account ids, services, with *
//   condition      exactly these keys and values, by any operator that lets them pass; or none
//   uses           one of these elements
//
// NotAction and NotResource mean all but what they name. An Allow that unconditional denials of its document take back
// entirely does not count, and an action of it that they take back is not granted.
// Actions, keys of elements and condition keys are alike in any case; resources and principals are not.
//
// What is not known: a hole in a text, and the name or ARN of a resource, never equals `*`; an element of which nothing is
// known may be anything. A statement that AWS would refuse, without Action say, is not known to grant anything.
//
// Each statement that satisfies the test, or may, is one evidence with the words actions, principal, resources and
// restriction (words.h); of several that do it together each is one. A document or statement that is unknown as a whole is
// one evidence of unknown. Without any document of the test's kind the answer is the test's `absent`, without evidence.
// Requires: no literal of the test is `$item`.
// Semantics: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
Truth judge_statements(const StatementTest& test, std::span<const PolicyDocument> documents, const DocumentOwner& owner,
                       const Sources& sources, Scenario& scenario, std::vector<Evidence>& evidence);

}  // namespace demarc
