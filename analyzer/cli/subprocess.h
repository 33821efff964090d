#pragma once

#include <string>
#include <vector>

namespace demarc {

// What a command wrote on its standard output, and how it ended.
struct CommandOutput {
  bool started = false;
  int status = -1;
  std::string out;
};

// The most that may be given to a command's standard input: less than a pipe holds, so that nobody waits for anybody.
inline constexpr std::size_t kMostInput = 32768;

// Runs a command, found along PATH, with the environment less these variables and with these. Its standard error is not shown.
// Requires: input is no longer than kMostInput.
CommandOutput run_command(const std::vector<std::string>& words, const std::string& input, const std::vector<std::string>& without,
                          const std::vector<std::string>& with);

}  // namespace demarc
