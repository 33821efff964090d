#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "analyzer/policy/path.h"
#include "analyzer/policy/reading.h"

namespace demarc {

// Reads a path, `{TYPE: path, …}` that covers all types of the standing, or `{table: NAME}`, whose rows give a property to
// each type. Paths of Terraform's types come out in CloudFormation's words. `what` begins errors: `"property"`.
std::optional<Paths> read_paths(const Node& node, std::string_view what, const Standing& standing, const Reading& reading);

// Reads the same, or a list of paths: each a Paths of its own. A table gives as many as its richest type has rows.
std::vector<Paths> read_path_list(const Node& node, std::string_view what, const Standing& standing, const Reading& reading);

// Reads the path of `attribute:`, which is the same for all types.
std::optional<Paths> read_attribute(const Node& node, const Reading& reading);

// The standing of tests on the items of paths that read_paths read from node.
Standing inside(Standing standing, const Paths& items, const Node& node);

}  // namespace demarc
