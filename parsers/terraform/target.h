#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parsers/terraform/table.h"
#include "parsers/text/result.h"

namespace demarc {

// Where a value goes in CloudFormation's properties, as a table writes it: see table.h.
struct Target {
  bool flat = false;       // .
  bool from_root = false;  // /…
  bool attribute = false;  // @…
  std::vector<TableStep> steps;
};

// The steps are views into text. An error says what is wrong with it, without a place.
Result<Target> parse_target(std::string_view text);

// The same steps as policies write paths: Rules[].Name → Rules.Name, Attributes[Key=a.b].Value → Attributes(a.b),
// Logging[Protocol=http].Arn → Logging(Protocol=http).Arn.
std::string path_of(std::span<const TableStep> steps);

// Adds a step to a dotted path.
void join_path(std::string& path, std::string_view step);

}  // namespace demarc
