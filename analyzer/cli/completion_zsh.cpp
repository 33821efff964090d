#include <fmt/format.h>
#include <fmt/ranges.h>

#include "analyzer/cli/completion.h"
#include "analyzer/cli/offer.h"

namespace demarc {
namespace {

constexpr std::string_view kFunctions = R"zsh(#compdef demarc
# Completions of demarc for zsh.

_demarc_policies() {
  local -a ids
  ids=(${(f)"$(demarc policies 2>/dev/null | cut -d ' ' -f 1)"})
  compadd "$@" -a ids
}

_demarc_outputs() {
  if compset -P '*='; then
    _files
  else
    compadd -q -S = - "$@"
  fi
}

)zsh";

constexpr std::string_view kDispatch = R"zsh(  local command=check
  if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then
    _describe command commands
    _files
    return
  fi
  if (( ${commands[(I)$words[2]:*]} )); then
    command=$words[2]
    shift words
    (( CURRENT-- ))
  fi
)zsh";

// For single quotes in zsh.
std::string quoted(std::string_view text) {
  std::string result = "'";
  for (char c : text) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return result + "'";
}

// A text inside the brackets of an option's specification, or before the colon of a description.
std::string escaped(std::string_view text, std::string_view special) {
  std::string result;
  for (char c : text) {
    if (special.find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
  return result;
}

std::string action(const Offer& offer) {
  switch (offer.kind) {
    case Offer::Kind::nothing: return " ";
    case Offer::Kind::words:
      if (offer.of_file) return fmt::format("_demarc_outputs {}", fmt::join(offer.words, " "));
      if (offer.is_list) return fmt::format("_sequence compadd - {}", fmt::join(offer.words, " "));
      return fmt::format("({})", fmt::join(offer.words, " "));
    case Offer::Kind::files: return "_files";
    case Offer::Kind::folders: return "_files -/";
    case Offer::Kind::policies: return offer.is_list ? "_sequence _demarc_policies" : "_demarc_policies";
  }
  return {};
}

// Options may be given again; their argument stands in the next word or, for long ones, after `=`.
std::string specification(const Command& command, const OptionRow& option) {
  std::string help = fmt::format("[{}]", escaped(option.help, "[]\\"));
  std::string argument;
  if (!option.argument.empty()) {
    argument = fmt::format(":{}:{}", escaped(option.argument, ":\\"), action(offer_for(command, option.argument)));
  }
  std::string_view equals = option.argument.empty() ? "" : "=";
  std::string names = fmt::format("--{}{}", option.name, equals);
  if (option.letter) names = fmt::format("{{-{},{}}}", option.letter, names);
  return fmt::format("'*'{}{}", names, quoted(help + argument));
}

std::string arguments_of(const Command& command) {
  std::string result = fmt::format("    {})\n      _arguments -s -S", command.name);
  for (const OptionRow& option : command.options) result += " \\\n        " + specification(command, option);
  if (!command.arguments.empty()) {
    std::string argument = fmt::format("*:{}:{}", escaped(command.arguments, ":\\"), action(offer_for(command, command.arguments)));
    result += " \\\n        " + quoted(argument);
  }
  return result + " ;;\n";
}

}  // namespace

std::string zsh_completion() {
  std::string result(kFunctions);
  result += "_demarc() {\n  local -a commands\n  commands=(\n";
  for (const Command& command : commands()) {
    result += fmt::format("    {}\n", quoted(fmt::format("{}:{}", command.name, escaped(command.help, ":\\"))));
  }
  result += "  )\n";
  result += kDispatch;
  result += "  case $command in\n";
  for (const Command& command : commands()) result += arguments_of(command);
  // Read from a folder of functions it is the function's body; sourced, it announces the function.
  return result + "  esac\n}\n\nif [ \"$funcstack[1]\" = _demarc ]; then\n  _demarc \"$@\"\nelse\n  compdef _demarc demarc\nfi\n";
}

}  // namespace demarc
