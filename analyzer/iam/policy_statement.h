#pragma once

#include <string>
#include <vector>

#include "analyzer/iam/condition.h"
#include "analyzer/iam/element.h"
#include "analyzer/iam/owner.h"
#include "analyzer/iam/principal.h"
#include "analyzer/iam/statement.h"

namespace demarc {

// One statement of a policy document, read in one world.
struct PolicyStatement {
  StatementTest::Document kind = StatementTest::Document::resource;
  std::size_t document = 0;  // number of its document: denials reach no further
  Place place;
  std::string path;
  Truth allows = Truth::yes;
  Truth denies = Truth::no;
  StatementElement actions;
  StatementElement resources;
  PrincipalElement principal;
  StatementCondition condition;
  std::vector<std::string> faults;  // why it is not wholly understood: "Statement has no Action"
};

// A document, or a part of one, that is not known, at its place.
struct UnreadPart {
  Place place;
  std::string path;
  std::string reason;
};

// What documents say.
struct Statements {
  std::vector<PolicyStatement> read;
  std::vector<UnreadPart> unread;
  std::size_t documents = 0;  // that are there
};

// Reads documents: a map with Statement (one or a list), JSON text of it, or a list of documents. What has no Statement but
// Action or Principal is a statement itself, as permissions of functions and layers and policies of event buses are written:
// Effect is Allow, Resource the owner, and SourceArn, SourceAccount, PrincipalOrgID and their like are conditions.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
// https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html,
// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutPermission.html
//
// A document of more than kMostText characters in actions, resources and principals is not read: AWS takes 20,480 in a bucket
// policy and 32,768 in a key policy.
constexpr std::size_t kMostText = 40'000;
Statements read_statements(std::span<const PolicyDocument> documents, StatementTest::Document wanted, const PolicyOwner& owner,
                           const Sources& sources, Scenario& scenario);

}  // namespace demarc
