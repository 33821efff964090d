#include "analyzer/cli/option.h"

#include <fmt/format.h>

#include "analyzer/cli/command.h"
#include "analyzer/report/wrap.h"

namespace demarc {
namespace {

constexpr OptionRow kHelp = {"help", 'h', "", "Show this help"};
constexpr OptionRow kVersion = {"version", 'V', "", "Show the version"};
constexpr OptionRow kPolicies = {"policies", 0, "DIR", "Add the policies of a folder of your own (may be repeated)"};
constexpr OptionRow kAsOf = {"as-of", 0, "DATE", "Ask defaults and end-of-support dates as of this day (default: today)"};
constexpr OptionRow kProfile = {"profile", 0, "PROFILE", "default, recommended or strict (default: default)"};
constexpr OptionRow kMinSeverity = {"min-severity", 0, "SEVERITY", "Show findings from this severity on: critical, high, medium, low, note (default: low)"};
constexpr OptionRow kFailOn = {"fail-on", 0, "SEVERITIES", "Exit with 1 from this severity on; `unknown` counts what cannot be told, `never` nothing (default: low)"};
constexpr OptionRow kShow = {"show", 0, "VERDICTS", "Show also: unknown, pass, suppressed, unchanged"};
constexpr OptionRow kScope = {"scope", 0, "SCOPE", "How much of the account the inputs are: files, stack or account (default: stack)"};
constexpr OptionRow kConfig = {"config", 0, "FILE", "Use this configuration alone, instead of the .demarc.yaml found upward from each input"};
constexpr OptionRow kHonor = {"honor", 0, "TOOLS", "Hear skips written for other tools: checkov, cfn-nag, trivy, kics, cfn-guard, cdk-nag"};
constexpr OptionRow kBaseline = {"baseline", 0, "FILE", "Leave out what stands in this file"};

constexpr OptionRow kCheckOptions[] = {
    {"format", 'f', "FORMAT", "text, json, sarif, junit, github, gitlab, markdown or csv (default: text)"},
    {"output", 'o', "FORMAT=FILE", "Write a further report to a file (may be repeated)"},
    {"sarif-max-results", 0, "N", "Write at most so many results as SARIF, the most severe ones (default: 5000, as many as GitHub keeps)"},
    {"select", 's', "POLICIES", "Judge only these policies: ids or patterns (s3-*), in any profile"},
    {"ignore", 'i', "POLICIES", "Leave these policies out: ids or patterns"},
    kProfile,
    kMinSeverity,
    kFailOn,
    kShow,
    {"parameters", 'p', "FILE|NAME=VALUE", "Values for template parameters (may be repeated)"},
    {"source", 0, "DIR", "The root module's folder, where findings in plans are looked up (default: the plan's folder)"},
    kPolicies,
    kScope,
    kAsOf,
    {"skip-others", 0, "", "Pass over named files that are neither template nor plan, as in a folder; for hooks that name all files"},
    {"explicit", 0, "", "Ask no defaults: what AWS would choose has to be written"},
    kConfig,
    {"no-inline-suppressions", 0, "", "Leave suppressions inside inputs unheard"},
    {"fail-on-unused-suppressions", 0, "", "Exit with 1 if a suppression suppresses nothing"},
    kHonor,
    kBaseline,
    {"update-baseline", 0, "", "Write what is found into the baseline"},
    {"since", 0, "REVISION", "Leave out what the files had at this revision of git already"},
    {"new-only", 0, "", "Leave out what a plan's resources have before it is applied already"},
    {"quiet", 'q', "", "One line a finding and nothing else"},
    {"timing", 0, "", "Say on standard error where the time went: by stage, policy and file"},
    {"color", 0, "WHEN", "auto, always or never (default: auto)"},
    kVersion,
    kHelp,
};
constexpr OptionRow kListOptions[] = {
    {"format", 'f', "FORMAT", "text, json or markdown (default: text)"},
    kPolicies,
    kHelp,
};
constexpr OptionRow kTestOptions[] = {kAsOf, {"quiet", 'q', "", "Only what does not hold"}, kHelp};

constexpr OptionRow kHelpOnly[] = {kHelp};
constexpr OptionRow kInitOptions[] = {{"quiet", 'q', "", "Say nothing"}, kHelp};
// Those that say what a configuration may say, too.
constexpr OptionRow kConfigOptions[] = {kConfig, kProfile, kMinSeverity, kFailOn, kShow, kScope, kHonor, kBaseline, kPolicies, kHelp};

constexpr Command kCommands[] = {
    {"check", "[PATH...]", "Find gaps in templates and plans: files, folders, - for standard input (default: this folder)", kCheckOptions, check},
    {"explain", "POLICY...", "Say what a policy asks, why, and how to mend it", kListOptions, explain},
    {"policies", "", "List all policies", kListOptions, list_policies},
    {"config", "[PATH]", "Show what the configuration of a path says, and where it says so (default: this folder)", kConfigOptions, show_configuration},
    {"init", "[DIR]", "Write a commented .demarc.yaml; one that is there is left as it is", kInitOptions, write_first_configuration},
    {"schema", "config|policy|json", "Write the JSON Schema of configurations, of policies, or of the JSON report", kHelpOnly, write_schema},
    {"test", "DIR...", "Run the proofs beside the policies of a folder", kTestOptions, test_proofs},
    {"completion", "bash|zsh|fish", "Write the completions of a shell", kHelpOnly, write_completion},
    {"manual", "", "Write the manual page", kHelpOnly, write_manual},
};

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    std::size_t end = std::min(text.find(',', begin), text.size());
    if (end > begin) parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

std::string option_help(const OptionRow& option, unsigned width) {
  constexpr std::size_t kIndent = 31;
  std::string letter = option.letter ? fmt::format("-{}, ", option.letter) : "    ";
  std::string usage = fmt::format("  {}--{}{}{}", letter, option.name, option.argument.empty() ? "" : " ", option.argument);
  if (usage.size() + 2 > kIndent) usage += '\n' + std::string(kIndent, ' ');
  return fmt::format("{:<{}}{}\n", usage, kIndent, wrapped(option.help, kIndent, width));
}

}  // namespace

std::span<const Command> commands() { return kCommands; }

std::vector<std::string> Invocation::list(std::string_view name) const {
  std::vector<std::string> result;
  auto found = options.find(name);
  if (found == options.end()) return result;
  for (const std::string& value : found->second) {
    for (std::string& part : split(value)) result.push_back(std::move(part));
  }
  return result;
}

std::string Invocation::value(std::string_view name, std::string_view otherwise) const {
  auto found = options.find(name);
  return found == options.end() ? std::string(otherwise) : found->second.back();
}

std::string help_text(const Command* command, unsigned width) {
  std::string result;
  if (command == nullptr) {
    result = wrapped("demarc checks CloudFormation templates and Terraform plans for gaps on your side of the shared responsibility model. "
                     "It works offline and never calls AWS.", 0, width) + "\n\n";
    result += "usage: demarc [COMMAND] [OPTION...] [PATH...]\n\n";
    for (const Command& row : commands()) result += fmt::format("  {:<11} {}\n", row.name, wrapped(row.help, 14, width));
    result += "\nOptions of check, which is the command where none is named:\n";
    command = &commands()[0];
  } else {
    result = fmt::format("usage: demarc {} [OPTION...]{}{}\n\n{}\n\n", command->name, command->arguments.empty() ? "" : " ", command->arguments,
                         wrapped(command->help, 0, width));
  }
  for (const OptionRow& option : command->options) result += option_help(option, width);
  if (command->name == "check") {
    result += '\n' + wrapped("Exit status: 0 clean, 1 findings, 2 wrong use, 3 an input could not be analysed", 0, width) + '\n';
  }
  return result;
}

}  // namespace demarc
