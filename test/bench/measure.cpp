#include "measure.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>

namespace demarc::bench {
namespace {

[[noreturn]] void become(const std::vector<std::string>& words) {
  int sink = open("/dev/null", O_WRONLY);
  dup2(sink, STDOUT_FILENO);
  dup2(sink, STDERR_FILENO);
  std::vector<char*> pointers;
  for (const std::string& word : words) pointers.push_back(const_cast<char*>(word.c_str()));
  pointers.push_back(nullptr);
  execv(pointers[0], pointers.data());
  _exit(127);
}

}  // namespace

Measure measure(const std::vector<std::string>& words, int runs) {
  using Clock = std::chrono::steady_clock;
  Measure result;
  std::vector<double> seconds;
  for (int run = 0; run < runs; ++run) {
    Clock::time_point begin = Clock::now();
    pid_t child = fork();
    if (child == 0) become(words);
    int status = 0;
    rusage usage{};
    wait4(child, &status, 0, &usage);
    seconds.push_back(std::chrono::duration<double>(Clock::now() - begin).count());
    result.megabytes = std::max(result.megabytes, static_cast<double>(usage.ru_maxrss) / 1024);
    result.ran = result.ran && WIFEXITED(status) && WEXITSTATUS(status) < 2;
  }
  std::sort(seconds.begin(), seconds.end());
  result.seconds = seconds.front();
  result.median = seconds[seconds.size() / 2];
  return result;
}

}  // namespace demarc::bench
