#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/evaluate/finding.h"
#include "analyzer/policy/catalog.h"
#include "analyzer/policy/input_scope.h"
#include "analyzer/suppression/suppression_rule.h"
#include "parsers/text/note.h"

namespace demarc {

// Whether an address is meant by a pattern: as a glob it is the address; `aws_s3_bucket.logs` also means all of its instances,
// and `module.logs` all that is in the module, as Terraform's own addresses do
// (https://developer.hashicorp.com/terraform/cli/state/resource-addressing).
bool address_matches(std::string_view pattern, std::string_view address);

struct SuppressOptions {
  const Catalog* catalog = nullptr;
  std::vector<const Policy*> judged;  // policies of the run: what others are named for is not unused
  InputScope scope = InputScope::stack;
  std::string as_of;                  // ISO date; `until` is the last day on which a suppression counts
};

struct Suppressed {
  std::vector<Note> notes;   // suppression-expired, suppression-unused, suppression-malformed, former-id
  std::size_t unused = 0;    // suppressions that suppress nothing
};

// Marks the failing and unknown findings of which a rule speaks; of several rules the first. A rule that is past its day brings
// its findings back, with a note.
Suppressed suppress(std::vector<Finding>& findings, const std::vector<SuppressionRule>& rules, const SuppressOptions& options);

// Where a rule of a configuration counts, by FileId: under which of these paths (absolute; empty: no file) its patterns of files
// match from `folder`. Only `governed` files are asked.
std::vector<bool> files_meant(const SuppressionRule& rule, const std::string& folder, const std::vector<std::string>& paths,
                              const std::vector<bool>& governed);

// A path as seen from a folder; empty if it does not lie in there.
std::string_view path_within(std::string_view folder, std::string_view path);

}  // namespace demarc
