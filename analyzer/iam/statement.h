#pragma once

#include <span>
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
  std::string path;          // from the properties: "Policies[0].PolicyDocument"
  Value value = Value::null();  // a map, text that holds JSON, partly known text, unknown
};

// Whose documents they are: what `self` and `foreign` mean.
struct DocumentOwner {
  Scope scope = 0;
  std::string_view address;
  std::vector<std::string> names;     // known names, ARNs and ARN patterns of the owner
  std::vector<std::string> trusted_accounts;
};

// Whether the documents hold a statement of the test's shape (POLICY-LANGUAGE, section 5): one statement, except that
// actions-all and resources-all may be covered by several together. Each statement that satisfies the test, or may,
// is one evidence; a document that is unknown as a whole is one evidence of unknown.
// An Allow that the document's own unconditional Deny takes back entirely does not count.
// Semantics: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html and
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
// Without any document the answer is the test's `absent`, without evidence.
Truth judge_statements(const StatementTest& test, std::span<const PolicyDocument> documents, const DocumentOwner& owner,
                       const Sources& sources, Scenario& scenario, std::vector<Evidence>& evidence);

}  // namespace demarc
