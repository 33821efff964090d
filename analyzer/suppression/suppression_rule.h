#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analyzer/evaluate/finding.h"
#include "parsers/text/place.h"

namespace demarc {

// What somebody wrote lest findings count: of these policies, at these places, for this reason.
struct SuppressionRule {
  Suppression mark;                     // what its findings will carry
  std::vector<std::string> policies;    // ids, former ids or globs of demarc's; of another tool (mark.by) that tool's
  std::vector<std::string> resources;   // patterns of addresses (see address_matches); none: every resource
  std::vector<std::string> files;       // patterns of paths, from the folder of the configuration; none: every file
  std::vector<std::string> properties;  // globs of a finding's path in its resource; none: every one
  std::optional<Range> extent;          // the part of its file that it speaks of; none: all of it
  std::vector<bool> governed;           // by FileId: where it counts; empty: in the file of its place
};

}  // namespace demarc
