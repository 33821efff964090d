#include "analyzer/cli/progress.h"

#include <fmt/format.h>

#include <chrono>

#include "analyzer/cli/console.h"

namespace demarc {
namespace {

constexpr std::chrono::milliseconds kSilent{1000};
constexpr std::chrono::milliseconds kBetween{100};
constexpr std::string_view kErase = "\r\x1b[K";

}  // namespace

Progress::Progress(bool wanted) {
  if (wanted && can_be_rewritten(Stream::error)) painter_ = std::thread([this] { paint(); });
}

void Progress::begin(std::string what, std::size_t of, std::string noun) {
  std::lock_guard lock(mutex_);
  what_ = std::move(what);
  of_ = of;
  noun_ = std::move(noun);
  done_ = 0;
}

void Progress::end() {
  if (!painter_.joinable()) return;
  {
    std::lock_guard lock(mutex_);
    ends_ = true;
  }
  ended_.notify_all();
  painter_.join();
}

std::string Progress::line() {
  if (of_ == 0) return fmt::format("demarc: {}", what_);
  return fmt::format("demarc: {} {} of {} {}", what_, done_.load(), of_, noun_);
}

void Progress::paint() {
  std::unique_lock lock(mutex_);
  if (ended_.wait_for(lock, kSilent, [this] { return ends_; })) return;
  do {
    complain(fmt::format("{}{}", kErase, line()));
  } while (!ended_.wait_for(lock, kBetween, [this] { return ends_; }));
  complain(kErase);
}

}  // namespace demarc
