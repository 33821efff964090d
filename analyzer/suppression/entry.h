#pragma once

#include <optional>

#include "analyzer/policy/mistakes.h"
#include "analyzer/suppression/suppression_rule.h"
#include "parsers/document/node.h"

namespace demarc {

// Where an entry stands decides what it may name: in a resource its own properties, in a template's Metadata also resources, in
// a configuration also files.
enum class EntryHome : std::uint8_t { resource, file, configuration };

// Reads `{policy: s3-public-acl, resource: Logs, file: stack/*, property: AccessControl, reason: …, until: 2027-01-31}`.
// `policy`, `resource`, `file` and `property` take one text or a list. Nothing where it has mistakes; they are reported.
// The mark's kind and place are left to the caller.
std::optional<SuppressionRule> read_entry(const Node& node, EntryHome home, Mistakes& mistakes);

// What is wrong with a date of `until`; empty if nothing is.
std::string wrong_until(std::string_view date);

}  // namespace demarc
