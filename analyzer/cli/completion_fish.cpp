#include <fmt/format.h>
#include <fmt/ranges.h>

#include "analyzer/cli/completion.h"
#include "analyzer/cli/offer.h"

namespace demarc {
namespace {

// For single quotes in fish.
std::string quoted(std::string_view text) {
  std::string result = "'";
  for (char c : text) {
    if (c == '\'' || c == '\\') result += '\\';
    result += c;
  }
  return result + "'";
}

std::string functions() {
  std::string names;
  for (const Command& command : commands()) names += fmt::format(" {}", command.name);
  return "# Completions of demarc for fish.\n"
         "function __demarc_command\n"
         "  set -l words (commandline -opc)\n"
         "  if set -q words[2]; and contains -- $words[2]" + names + "\n"
         "    test $words[2] = $argv[1]\n"
         "  else\n"
         "    test check = $argv[1]\n"
         "  end\n"
         "end\n\n"
         "function __demarc_first\n"
         "  test (count (commandline -opc)) -eq 1\n"
         "end\n\n"
         "function __demarc_policies\n"
         "  demarc policies 2>/dev/null | cut -d ' ' -f 1\n"
         "end\n\n";
}

// What follows `complete -c demarc -n CONDITION`: -x takes an argument that is no file, -r one that may be.
std::string action(const Offer& offer) {
  switch (offer.kind) {
    case Offer::Kind::nothing: return "-x";
    case Offer::Kind::words:
      if (offer.of_file) return fmt::format("-r -F -a {}", quoted(fmt::format("{}=", fmt::join(offer.words, "= "))));
      if (offer.is_list) return fmt::format("-x -a '(__fish_complete_list , \"printf %s\\\\\\\\n {}\")'", fmt::join(offer.words, " "));
      return fmt::format("-x -a {}", quoted(fmt::format("{}", fmt::join(offer.words, " "))));
    case Offer::Kind::files: return "-r -F";
    case Offer::Kind::folders: return "-x -a '(__fish_complete_directories)'";
    case Offer::Kind::policies: return offer.is_list ? "-x -a '(__fish_complete_list , __demarc_policies)'" : "-x -a '(__demarc_policies)'";
  }
  return {};
}

// The arguments of a command that are no files; where files are taken, fish offers them without a word.
std::string arguments_of(const Command& command) {
  Offer offer = offer_for(command, command.arguments);
  std::string words = fmt::format("{}", fmt::join(offer.words, " "));
  if (offer.kind == Offer::Kind::files) return {};
  std::string line = fmt::format("complete -c demarc -n '__demarc_command {}' -f", command.name);
  if (offer.kind == Offer::Kind::words) line += " -a " + quoted(words);
  if (offer.kind == Offer::Kind::policies) line += " -a '(__demarc_policies)'";
  if (offer.kind == Offer::Kind::folders) line += " -a '(__fish_complete_directories)'";
  return line + "\n";
}

}  // namespace

std::string fish_completion() {
  std::string result = functions();
  for (const Command& command : commands()) {
    result += fmt::format("complete -c demarc -n __demarc_first -a {} -d {}\n", command.name, quoted(command.help));
  }
  for (const Command& command : commands()) {
    result += "\n" + arguments_of(command);
    for (const OptionRow& option : command.options) {
      result += fmt::format("complete -c demarc -n '__demarc_command {}'", command.name);
      if (option.letter) result += fmt::format(" -s {}", option.letter);
      result += fmt::format(" -l {}", option.name);
      if (!option.argument.empty()) result += " " + action(offer_for(command, option.argument));
      result += fmt::format(" -d {}\n", quoted(option.help));
    }
  }
  return result;
}

}  // namespace demarc
