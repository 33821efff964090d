#include <fmt/format.h>

#include <cxxopts.hpp>
#include <filesystem>

#include "analyzer/cli/option.h"
#include "analyzer/policy/nearest.h"

namespace demarc {
namespace {

const Command* command_named(std::string_view name) {
  for (const Command& command : commands()) {
    if (command.name == name) return &command;
  }
  return nullptr;
}

std::string suggestion(std::string_view word, const std::vector<std::string_view>& names, std::string_view dashes) {
  std::string_view near = nearest(word, names);
  return near.empty() ? std::string() : fmt::format("did you mean {}{}?", dashes, near);
}

// A first word that is neither command nor option nor something on disk, but close to a command.
std::optional<Error> misspelt_command(const std::string& word) {
  if (word.starts_with('-') || word.find_first_of("./*\\") != std::string::npos) return std::nullopt;
  std::error_code ignored;
  if (std::filesystem::exists(word, ignored)) return std::nullopt;
  std::vector<std::string_view> names;
  for (const Command& command : commands()) names.push_back(command.name);
  std::string hint = suggestion(word, names, "demarc ");
  if (hint.empty()) return std::nullopt;
  return Error{fmt::format("there is no command or file {}", word), {}, hint};
}

cxxopts::Options parser_of(const Command& command) {
  cxxopts::Options options("demarc");
  auto add = options.add_options();
  for (const OptionRow& row : command.options) {
    std::string names = row.letter ? fmt::format("{},{}", row.letter, row.name) : std::string(row.name);
    if (row.argument.empty()) {
      add(names, std::string(row.help));
    } else {
      add(names, std::string(row.help), cxxopts::value<std::string>());
    }
  }
  return options;
}

// cxxopts says which word it did not know only in its message: the words are gone through for it.
Error wrong_option(const Command& command, std::span<const std::string> words, std::string_view otherwise) {
  std::vector<std::string_view> names;
  for (const OptionRow& row : command.options) names.push_back(row.name);
  for (const std::string& word : words) {
    if (word == "--") break;
    if (!word.starts_with("--")) continue;
    std::string name = word.substr(2, word.find('=') - 2);
    bool known = std::find(names.begin(), names.end(), name) != names.end();
    if (!known) return Error{fmt::format("unknown option --{}", name), {}, suggestion(name, names, "--")};
  }
  return Error{std::string(otherwise), {}, {}};
}

// cxxopts names options in typographic quotes.
std::string plain(std::string message) {
  for (std::string_view quote : {"\u2018", "\u2019"}) {
    for (std::size_t at = message.find(quote); at != std::string::npos; at = message.find(quote)) message.replace(at, quote.size(), "");
  }
  return message;
}

// A lone `-` is an argument: standard input. It goes round the parser, which has no word for it.
Result<Invocation> parse(const Command& command, std::span<const std::string> words) {
  Invocation invocation;
  invocation.command = &command;
  std::vector<const char*> passed = {"demarc"};
  bool reads_stdin = false;
  for (const std::string& word : words) {
    if (word == "-") {
      reads_stdin = true;
    } else {
      passed.push_back(word.c_str());
    }
  }
  cxxopts::Options options = parser_of(command);
  cxxopts::ParseResult result = options.parse(static_cast<int>(passed.size()), passed.data());
  for (const cxxopts::KeyValue& given : result.arguments()) {
    std::string name = given.key();
    for (const OptionRow& row : command.options) {
      if (name.size() == 1 && row.letter == name[0]) name = std::string(row.name);
    }
    invocation.options[name].push_back(given.value());
  }
  invocation.arguments = result.unmatched();
  if (reads_stdin) invocation.arguments.push_back("-");
  return invocation;
}

}  // namespace

Result<Invocation> read_invocation(int count, const char* const* words) {
  std::vector<std::string> rest(words + std::min(count, 1), words + count);
  const Command* command = rest.empty() ? nullptr : command_named(rest.front());
  if (command != nullptr) {
    rest.erase(rest.begin());
  } else if (!rest.empty()) {
    if (std::optional<Error> error = misspelt_command(rest.front())) return *error;
  }
  if (command == nullptr) command = &commands()[0];
  try {
    return parse(*command, rest);
  } catch (const cxxopts::exceptions::exception& error) {
    return wrong_option(*command, rest, plain(error.what()));
  }
}

}  // namespace demarc
