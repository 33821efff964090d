#pragma once

#include <string>
#include <utility>
#include <vector>

#include "analyzer/cli/option.h"
#include "analyzer/cli/selection.h"
#include "analyzer/configuration/configuration.h"
#include "parsers/cloudformation/template.h"
#include "parsers/text/result.h"

namespace demarc {

enum class Format : std::uint8_t { text, json, sarif };

// The options of `demarc check`, read and checked.
struct CheckOptions {
  Format format = Format::text;
  std::vector<std::pair<Format, std::string>> outputs;   // further reports: format and file
  Selection selection;                                   // its profile stands in `said`
  InputConfiguration said;                                    // by the command line and the environment
  std::string configuration_file;                        // instead of those that are found; empty: those
  GivenParameters parameters;
  std::string source;                                    // folder of the Terraform source of plans; empty: beside each
  std::string as_of;                                     // ISO date
  bool explicit_only = false;
  bool skip_others = false;                              // named files too may be neither template nor plan
  bool inline_suppressions = true;
  bool fail_on_unused_suppressions = false;
  bool update_baseline = false;
  bool new_only = false;                                 // compare plans with what they change
  std::string since;                                     // revision of git to compare with; empty: none
  bool quiet = false;
  std::string color = "auto";
};

Result<CheckOptions> read_check_options(const Invocation& invocation);

// Today as an ISO date, in universal time.
std::string today();

// The date of --as-of, today without.
Result<std::string> read_as_of(const Invocation& invocation);

}  // namespace demarc
