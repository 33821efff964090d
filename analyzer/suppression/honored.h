#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/policy/policy.h"
#include "analyzer/suppression/comment.h"
#include "analyzer/suppression/extent.h"
#include "analyzer/suppression/suppression_rule.h"
#include "parsers/document/node.h"
#include "parsers/text/note.h"
#include "parsers/text/source.h"

namespace demarc {

// Skips that people wrote for other tools, each in its own words.
//
//   checkov   # checkov:skip=CKV_AWS_20:REASON anywhere in a resource; Metadata: {checkov: {skip: [{id, comment}]}}
//             https://www.checkov.io/2.Basics/Suppressing%20and%20Skipping%20Policies.html
//   cfn-nag   Metadata: {cfn_nag: {rules_to_suppress: [{id, reason}]}} of a resource
//             https://github.com/stelligent/cfn_nag#per-resource-rule-suppression
//   trivy     # trivy:ignore:AVD-AWS-0089[:exp:2027-01-31], on the line, above it, or above a block
//             https://trivy.dev/latest/docs/configuration/filtering/#by-inline-comments
//   kics      # kics-scan ignore-line, # kics-scan ignore-block, and at the top of a file # kics-scan ignore
//             https://docs.kics.io/latest/running-kics/#using_commands_on_scanned_files_as_comments
//   cfn-guard Metadata: {guard: {SuppressedRules: [RULE]}} of a resource
//             https://github.com/aws-cloudformation/aws-guard-rules-registry#suppress-rules
//   cdk-nag   Metadata: {cdk_nag: {rules_to_suppress: [{id, reason, is_reason_encoded}]}} of a resource or the template
//             https://github.com/cdklabs/cdk-nag#suppressing-a-rule
//
// Not heard, with a note: cdk-nag's `applies_to`, which narrows a rule in ways that are cdk-nag's alone, and KICS's `enable` and
// `disable`, which name queries by UUID.
std::span<const std::string_view> honorable_tools();

// The words with which the comments of these tools begin.
std::vector<std::string_view> comment_words(const std::vector<std::string>& tools);

// What such a comment says; nothing (or a note) where it is none that is heard. Extents are left to the caller: `reach` says
// what it speaks of.
enum class Reach : std::uint8_t { block, line, resource, file };
struct HonoredComment {
  std::vector<SuppressionRule> rules;
  Reach reach = Reach::block;
  std::string note;
};
HonoredComment read_honored_comment(std::string_view text, const std::vector<std::string>& tools);

// What the Metadata of a resource or template says.
struct HonoredMetadata {
  std::vector<SuppressionRule> rules;  // places are set
  std::vector<Note> notes;
};
HonoredMetadata read_honored_metadata(const Node& metadata, bool of_resource, FileId file, const std::vector<std::string>& tools);

// Whether a rule that another tool knows under this id is covered by a policy.
bool is_peer(const Policy& policy, const std::string& tool, std::string_view id);

}  // namespace demarc
