#pragma once

#include <string>
#include <utility>
#include <vector>

#include "analyzer/cli/option.h"
#include "analyzer/cli/selection.h"
#include "analyzer/configuration/configuration.h"
#include "analyzer/report/format.h"
#include "parsers/cloudformation/template.h"
#include "parsers/text/result.h"

namespace demarc {

// The options of `demarc check`, read and checked.
struct CheckOptions {
  const Format* format = &formats().front();
  std::vector<std::pair<const Format*, std::string>> outputs;   // further reports: format and file
  std::size_t most_in_sarif = 5000;                      // results
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
  bool timing = false;
  std::string color = "auto";
};

Result<CheckOptions> read_check_options(const Invocation& invocation);

// Today as an ISO date, in universal time.
std::string today();

// The date of --as-of, today without.
Result<std::string> read_as_of(const Invocation& invocation);

}  // namespace demarc
