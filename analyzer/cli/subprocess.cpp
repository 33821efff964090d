#include "analyzer/cli/subprocess.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace demarc {
namespace {

struct Pipe {
  int read = -1;
  int write = -1;

  Pipe() {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) == 0) {
      read = ends[0];
      write = ends[1];
    }
  }
  ~Pipe() {
    close_end(read);
    close_end(write);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;

  static void close_end(int& end) {
    if (end >= 0) close(end);
    end = -1;
  }
};

// The actions of a child on its streams.
class FileActions {
 public:
  FileActions() { posix_spawn_file_actions_init(&actions_); }
  ~FileActions() { posix_spawn_file_actions_destroy(&actions_); }
  FileActions(const FileActions&) = delete;
  FileActions& operator=(const FileActions&) = delete;

  void duplicate(int from, int to) { posix_spawn_file_actions_adddup2(&actions_, from, to); }
  void discard(int descriptor) { posix_spawn_file_actions_addopen(&actions_, descriptor, "/dev/null", O_WRONLY, 0); }
  const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

std::vector<std::string> environment(const std::vector<std::string>& without, const std::vector<std::string>& with) {
  std::vector<std::string> result = with;
  for (char** variable = environ; variable != nullptr && *variable != nullptr; ++variable) {
    std::string text = *variable;
    std::string name = text.substr(0, text.find('='));
    auto names = [&](const std::string& one) { return one.substr(0, one.find('=')) == name; };
    bool replaced = std::any_of(with.begin(), with.end(), names) || std::find(without.begin(), without.end(), name) != without.end();
    if (!replaced) result.push_back(std::move(text));
  }
  return result;
}

std::vector<char*> pointers_of(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

std::string read_all(int descriptor) {
  std::string out;
  std::array<char, 65536> chunk{};
  while (true) {
    ssize_t got = read(descriptor, chunk.data(), chunk.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return out;
    out.append(chunk.data(), static_cast<std::size_t>(got));
  }
}

}  // namespace

CommandOutput run_command(const std::vector<std::string>& words, const std::string& input, const std::vector<std::string>& without,
                          const std::vector<std::string>& with) {
  CommandOutput output;
  Pipe in, out;
  if (in.read < 0 || out.read < 0) return output;
  // The pipe takes all of it before anybody reads, so that no reader who has gone can stop us.
  if (!input.empty() && write(in.write, input.data(), input.size()) != static_cast<ssize_t>(input.size())) return output;
  Pipe::close_end(in.write);
  FileActions actions;
  actions.duplicate(in.read, STDIN_FILENO);
  actions.duplicate(out.write, STDOUT_FILENO);
  actions.discard(STDERR_FILENO);
  std::vector<std::string> arguments = words, variables = environment(without, with);
  pid_t child = 0;
  if (posix_spawnp(&child, words[0].c_str(), actions.get(), nullptr, pointers_of(arguments).data(), pointers_of(variables).data()) != 0) return output;
  output.started = true;
  Pipe::close_end(out.write);
  output.out = read_all(out.read);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  output.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return output;
}

}  // namespace demarc
