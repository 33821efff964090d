#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "analyzer/policy/policy.h"

namespace demarc {

// How long the judging by each policy took, summed over all threads.
class PolicyTimes {
 public:
  explicit PolicyTimes(const std::vector<const Policy*>& policies) : nanoseconds_(policies.size()) {
    for (std::size_t i = 0; i < policies.size(); ++i) index_.emplace(policies[i], i);
  }

  // What others take is not kept.
  void add(const Policy& policy, std::chrono::nanoseconds time) {
    auto found = index_.find(&policy);
    if (found != index_.end()) nanoseconds_[found->second] += time.count();
  }
  // Requires: the policy is one of those.
  std::chrono::nanoseconds of(const Policy& policy) const { return std::chrono::nanoseconds(nanoseconds_[index_.at(&policy)].load()); }

 private:
  std::unordered_map<const Policy*, std::size_t> index_;
  std::vector<std::atomic<std::int64_t>> nanoseconds_;
};

// Measures from here to the end of its scope, where there is something to measure for.
class TimedPolicy {
 public:
  TimedPolicy(PolicyTimes* times, const Policy& policy) : times_(times), policy_(policy) {
    if (times_) began_ = Clock::now();
  }
  ~TimedPolicy() {
    if (times_) times_->add(policy_, Clock::now() - began_);
  }
  TimedPolicy(const TimedPolicy&) = delete;
  TimedPolicy& operator=(const TimedPolicy&) = delete;

 private:
  using Clock = std::chrono::steady_clock;
  PolicyTimes* times_;
  const Policy& policy_;
  Clock::time_point began_;
};

}  // namespace demarc
