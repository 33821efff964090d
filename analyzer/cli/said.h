#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analyzer/cli/option.h"
#include "analyzer/configuration/configuration.h"
#include "parsers/text/result.h"

namespace demarc {

// What an option says, on the command line or in the environment: `--fail-on`, else DEMARC_FAIL_ON. The environment is heard for
// config, profile, scope, fail-on, min-severity, show, baseline and honor. Nothing where neither says anything.
struct SaidOption {
  SaidBy origin;
  std::vector<std::string> words;  // split at commas
  std::string text;                // the last one, as it is
};
std::optional<SaidOption> said(const Invocation& invocation, std::string_view option);

// What the command line and the environment say of a configuration. A variable that begins with DEMARC_ and means nothing, but
// nearly something, is an error.
Result<InputConfiguration> read_said(const Invocation& invocation);

}  // namespace demarc
