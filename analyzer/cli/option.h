#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/cli/console.h"
#include "parsers/text/result.h"

namespace demarc {

// One option of a command, as help, errors and the parser know it.
struct OptionRow {
  std::string_view name;       // without dashes
  char letter = 0;             // 0: none
  std::string_view argument;   // its name in help; empty: a switch
  std::string_view help;
};

struct Invocation;

// One command of the program and the options that it takes.
struct Command {
  std::string_view name;
  std::string_view arguments;  // "[PATH…]"
  std::string_view help;
  std::span<const OptionRow> options;
  Status (*run)(const Invocation& invocation);
};

std::span<const Command> commands();

// A command line, read: the command, its options (a switch has one empty value), and the other arguments in order.
struct Invocation {
  const Command* command = nullptr;
  std::map<std::string, std::vector<std::string>, std::less<>> options;
  std::vector<std::string> arguments;

  bool has(std::string_view name) const { return options.find(name) != options.end(); }
  // All values of an option, split at commas.
  std::vector<std::string> list(std::string_view name) const;
  // Its last value, or `otherwise`.
  std::string value(std::string_view name, std::string_view otherwise) const;
};

// Reads a command line; `check` where it names no command. An unknown option or command is an error with the nearest right one.
Result<Invocation> read_invocation(int count, const char* const* words);

// What `demarc --help` and `demarc COMMAND --help` print, for lines of `width` columns.
std::string help_text(const Command* command, unsigned width);

}  // namespace demarc
