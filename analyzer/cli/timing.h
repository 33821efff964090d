#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzer/evaluate/policy_times.h"
#include "parsers/text/source.h"

namespace demarc {

// Where the time of a run goes, by stage, policy and file, for --timing.
class Timing {
 public:
  using Clock = std::chrono::steady_clock;
  using Row = std::pair<std::chrono::nanoseconds, std::string>;

  // Ends the stage that began with the one before, or with the run.
  void ends(std::string_view stage);

  // The slowest first, in milliseconds. `files`: how long the reading of each file of the sources took.
  std::string text(const PolicyTimes& times, const std::vector<const Policy*>& policies, const Sources& sources,
                   const std::vector<std::chrono::nanoseconds>& files) const;

 private:
  Clock::time_point began_ = Clock::now();
  std::vector<Row> stages_;
};

}  // namespace demarc
