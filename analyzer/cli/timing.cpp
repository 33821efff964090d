#include "analyzer/cli/timing.h"

#include <fmt/format.h>

#include <algorithm>

#include "analyzer/report/escape.h"

namespace demarc {
namespace {

constexpr std::size_t kMost = 20;  // rows of a kind; the others are summed up

std::string row(std::chrono::nanoseconds time, std::string_view name) {
  return fmt::format("{:>10.3f}  {}\n", std::chrono::duration<double, std::milli>(time).count(), name);
}

std::string slowest(std::string_view title, std::vector<Timing::Row> rows) {
  std::stable_sort(rows.begin(), rows.end(), [](const Timing::Row& a, const Timing::Row& b) { return a.first > b.first; });
  std::string result = fmt::format("{}\n", title);
  std::chrono::nanoseconds rest{0};
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i < kMost) result += row(rows[i].first, rows[i].second);
    if (i >= kMost) rest += rows[i].first;
  }
  if (rows.size() > kMost) result += row(rest, fmt::format("{} more", rows.size() - kMost));
  return result;
}

}  // namespace

void Timing::ends(std::string_view stage) {
  Clock::time_point now = Clock::now();
  stages_.emplace_back(now - began_, stage);
  began_ = now;
}

std::string Timing::text(const PolicyTimes& times, const std::vector<const Policy*>& policies, const Sources& sources,
                         const std::vector<std::chrono::nanoseconds>& files) const {
  std::string result = "milliseconds by stage\n";
  for (const Row& stage : stages_) result += row(stage.first, stage.second);
  std::vector<Row> by_policy, by_file;
  for (const Policy* policy : policies) by_policy.emplace_back(times.of(*policy), policy->id);
  for (std::size_t i = 0; i < files.size(); ++i) by_file.emplace_back(files[i], printable(sources[static_cast<FileId>(i)].name()));
  return result + slowest("by policy", std::move(by_policy)) + slowest("by file that was read", std::move(by_file));
}

}  // namespace demarc
