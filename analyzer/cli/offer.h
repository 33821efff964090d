#pragma once

#include <string_view>
#include <vector>

#include "analyzer/cli/option.h"

namespace demarc {

// What a shell may offer where an option or a command takes an argument.
struct Offer {
  enum class Kind { nothing, words, files, folders, policies };
  Kind kind = Kind::nothing;
  std::vector<std::string_view> words = {};
  bool is_list = false;   // several of them, with commas between
  bool of_file = false;   // each word is followed by `=` and a file
};

// What may stand for `argument`, as help calls it, in `command`; for the arguments of the command itself: of command.arguments.
Offer offer_for(const Command& command, std::string_view argument);

}  // namespace demarc
