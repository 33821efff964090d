#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <string>
#include <thread>

namespace demarc {

// One line on a terminal that says what a long run is doing. It appears after a second, and is gone before anything else is
// written. In a pipe, or where nobody wants it, nothing is ever written.
class Progress {
 public:
  explicit Progress(bool wanted);
  ~Progress() { end(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // "reading 12 of 40 inputs": `of` is how many there are; 0: nothing is counted.
  void begin(std::string what, std::size_t of, std::string noun);
  void step() { ++done_; }
  std::atomic<std::size_t>& done() { return done_; }
  void end();

 private:
  void paint();
  std::string line();

  std::mutex mutex_;
  std::condition_variable ended_;
  bool ends_ = false;
  std::string what_, noun_;
  std::size_t of_ = 0;
  std::atomic<std::size_t> done_ = 0;
  std::thread painter_;
};

}  // namespace demarc
