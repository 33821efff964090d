#include <fmt/format.h>
#include <fmt/ranges.h>

#include "analyzer/cli/completion.h"
#include "analyzer/cli/offer.h"

namespace demarc {
namespace {

// bash splits words at `=`, so `--format=js` and `json=out` arrive in pieces; lists are completed after their last comma.
constexpr std::string_view kFunctions = R"bash(# Completions of demarc for bash.
_demarc_words() {
  local head=
  [[ $2 == list && $current == *,* ]] && head=${current%,*},
  local IFS=$' \t\n'
  COMPREPLY=($(compgen -P "$head" -W "$1" -- "${current#"$head"}"))
}

_demarc_paths() {
  local IFS=$'\n'
  COMPREPLY=($(compgen "$1" -- "$current"))
  compopt -o filenames 2>/dev/null
}

_demarc_policies() {
  _demarc_words "$(demarc policies 2>/dev/null | cut -d ' ' -f 1)" "$1"
}

)bash";

constexpr std::string_view kBegin = R"bash(_demarc() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command=check
  COMPREPLY=()
  [[ $current == = ]] && current=
  [[ $previous == = ]] && previous=${COMP_WORDS[COMP_CWORD-2]}
  [[ ${COMP_WORDS[COMP_CWORD]} == = && $previous != -* ]] && previous=${COMP_WORDS[COMP_CWORD-2]}=
  [[ ${COMP_WORDS[COMP_CWORD-1]} == = && $previous != -* ]] && previous=${COMP_WORDS[COMP_CWORD-3]}=
)bash";

std::string action(const Offer& offer) {
  std::string_view list = offer.is_list ? " list" : "";
  switch (offer.kind) {
    case Offer::Kind::nothing: return "compopt +o default +o bashdefault 2>/dev/null";
    case Offer::Kind::words:
      if (offer.of_file) return fmt::format("_demarc_words \"{}=\"; compopt -o nospace 2>/dev/null", fmt::join(offer.words, "= "));
      return fmt::format("_demarc_words \"{}\"{}", fmt::join(offer.words, " "), list);
    case Offer::Kind::files: return "_demarc_paths -f";
    case Offer::Kind::folders: return "_demarc_paths -d";
    case Offer::Kind::policies: return fmt::format("_demarc_policies{}", list);
  }
  return {};
}

// The words after which an option's argument stands, as patterns of a `case`.
std::string patterns(const Command& command, const OptionRow& option, std::string_view ending) {
  std::string result = fmt::format("{}:--{}{}", command.name, option.name, ending);
  if (option.letter) result += fmt::format("|{}:-{}{}", command.name, option.letter, ending);
  return result;
}

std::string argument_cases() {
  std::string result = "  case $command:$previous in\n";
  for (const Command& command : commands()) {
    for (const OptionRow& option : command.options) {
      if (option.argument.empty()) continue;
      Offer offer = offer_for(command, option.argument);
      result += fmt::format("    {}) {}; return ;;\n", patterns(command, option, ""), action(offer));
      if (offer.of_file) result += fmt::format("    {}) _demarc_paths -f; return ;;\n", patterns(command, option, "="));
    }
  }
  return result + "  esac\n";
}

std::string option_cases() {
  std::string result = "  if [[ $current == -* ]]; then\n    case $command in\n";
  for (const Command& command : commands()) {
    result += fmt::format("      {}) _demarc_words \"", command.name);
    for (const OptionRow& option : command.options) result += fmt::format("{}--{}", &option == &command.options[0] ? "" : " ", option.name);
    result += "\" ;;\n";
  }
  return result + "    esac\n    return\n  fi\n";
}

std::string word_cases() {
  std::string result = "  case $command in\n";
  for (const Command& command : commands()) {
    result += fmt::format("    {}) {} ;;\n", command.name, action(offer_for(command, command.arguments)));
  }
  return result + "  esac\n";
}

std::string command_names(std::string_view between) {
  std::string names;
  for (const Command& command : commands()) names += fmt::format("{}{}", names.empty() ? "" : between, command.name);
  return names;
}

}  // namespace

std::string bash_completion() {
  std::string result(kFunctions);
  result += kBegin;
  result += fmt::format("  if (( COMP_CWORD > 1 )); then\n    case ${{COMP_WORDS[1]}} in\n      {}) command=${{COMP_WORDS[1]}} ;;\n    esac\n  fi\n",
                        command_names("|"));
  result += argument_cases() + option_cases() + word_cases();
  result += fmt::format("  (( COMP_CWORD == 1 )) && COMPREPLY+=($(compgen -W \"{}\" -- \"$current\"))\n}}\n\n", command_names(" "));
  return result + "complete -o default -o bashdefault -F _demarc demarc\n";
}

}  // namespace demarc
