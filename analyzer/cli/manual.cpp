#include "analyzer/cli/manual.h"

#include <fmt/format.h>

#include "analyzer/cli/option.h"
#include "analyzer/report/version.h"

namespace demarc {
namespace {

// A text of ours as roff reads it; what stands between backquotes is set in bold.
std::string roff(std::string_view text) {
  std::string result;
  bool is_bold = false;
  for (char c : text) {
    switch (c) {
      case '`':
        is_bold = !is_bold;
        result += is_bold ? "\\fB" : "\\fR";
        break;
      case '\\': result += "\\e"; break;
      case '-': result += "\\-"; break;
      case '\'': result += "\\(aq"; break;
      case '"': result += "\\(dq"; break;
      case '~': result += "\\(ti"; break;
      default: result += c;
    }
  }
  return result;
}

std::string tagged(const std::string& term, std::string_view text) { return fmt::format(".TP\n{}\n{}\n", term, roff(text)); }

std::string option_entry(const OptionRow& option) {
  std::string term = option.letter ? fmt::format("\\fB\\-{}\\fR, ", option.letter) : "";
  term += fmt::format("\\fB\\-\\-{}\\fR", roff(option.name));
  if (!option.argument.empty()) term += fmt::format(" \\fI{}\\fR", roff(option.argument));
  return tagged(term, option.help);
}

std::string command_line(const Command& command) {
  std::string line = fmt::format("\\fBdemarc {}\\fR", command.name);
  if (!command.options.empty()) line += " [\\fIOPTION\\fR...]";
  if (!command.arguments.empty()) line += fmt::format(" \\fI{}\\fR", roff(command.arguments));
  return line;
}

std::string synopsis() {
  std::string result = ".SH SYNOPSIS\n.B demarc\n[\\fIOPTION\\fR...] [\\fIPATH\\fR...]\n";
  for (const Command& command : commands()) result += ".br\n" + command_line(command) + "\n";
  return result;
}

std::string command_sections() {
  std::string result = ".SH COMMANDS\n";
  for (const Command& command : commands()) {
    result += fmt::format(".SS {}\n{}.\n", command_line(command), roff(command.help));
    for (const OptionRow& option : command.options) result += option_entry(option);
  }
  return result;
}

constexpr std::string_view kDescription =
    "`demarc` finds the gaps on your side of the AWS shared responsibility model in CloudFormation templates and Terraform plan JSON: "
    "unencrypted data, public access, wildcard permissions, open networks, missing trails and backups. It works offline: it never calls AWS, "
    "or anything else.";
constexpr std::string_view kUnknown =
    "What is not known is never taken for absent: a value that only a deployment decides gives the verdict unknown, with its reason. "
    "Where no command is named, `check` is meant.";

struct Entry {
  std::string_view term;
  std::string_view text;
};

constexpr Entry kStatuses[] = {
    {"0", "Clean: no finding at or above `--fail-on`"},
    {"1", "Findings"},
    {"2", "Wrong use: an option, a policy, a parameter file, a configuration"},
    {"3", "An input could not be analysed; the others were"},
};
constexpr Entry kEnvironment[] = {
    {"DEMARC_CONFIG, DEMARC_PROFILE, DEMARC_SCOPE, DEMARC_FAIL_ON, DEMARC_MIN_SEVERITY, DEMARC_SHOW, DEMARC_HONOR, DEMARC_BASELINE",
     "What the options of these names say, where the command line does not"},
    {"NO_COLOR", "Where it is set, output to a terminal has no colour either"},
};
constexpr Entry kFiles[] = {
    {".demarc.yaml", "The configuration, looked for in the folder of each input and in those above it; `demarc init` writes a commented one"},
};
constexpr Entry kExamples[] = {
    {"demarc", "Check everything in this folder"},
    {"terraform show -json plan.out | demarc check -", "Check a plan"},
    {"demarc check -o sarif=demarc.sarif stack/", "Write a second report for code scanning"},
    {"demarc explain s3-public-acl", "Say what a policy asks, why, and how to mend it"},
};

template <std::size_t kCount>
std::string section(std::string_view title, const Entry (&entries)[kCount]) {
  std::string result = fmt::format(".SH {}\n", title);
  for (const Entry& entry : entries) result += tagged(fmt::format("\\fB{}\\fR", roff(entry.term)), entry.text);
  return result;
}

}  // namespace

std::string manual_page() {
  std::string result = fmt::format(".TH DEMARC 1 \"\" \"demarc {}\" \"User Commands\"\n.nh\n.ad l\n", kVersion);
  result += ".SH NAME\ndemarc \\- find gaps in CloudFormation templates and Terraform plans\n";
  result += synopsis();
  result += fmt::format(".SH DESCRIPTION\n{}\n.PP\n{}\n", roff(kDescription), roff(kUnknown));
  result += command_sections();
  result += section("EXIT STATUS", kStatuses);
  result += section("ENVIRONMENT", kEnvironment);
  result += section("FILES", kFiles);
  return result + section("EXAMPLES", kExamples);
}

}  // namespace demarc
