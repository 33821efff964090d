#pragma once

#include <string>
#include <vector>

namespace demarc::bench {

struct Measure {
  double seconds = 0;   // wall, the least of all runs
  double median = 0;
  double megabytes = 0; // resident, the most of all runs
  bool ran = true;      // ended by itself with a status below 2
};

// Runs a program several times, its output thrown away.
Measure measure(const std::vector<std::string>& words, int runs);

}  // namespace demarc::bench
