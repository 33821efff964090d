#pragma once

#include <cstddef>
#include <string>

#include "analyzer/policy/path.h"

namespace demarc {

// A place in a path: before the name of a step, or before one of its selectors.
class Leg {
 public:
  explicit Leg(const Path& path) : path_(&path) { skip_empty_name(); }

  bool done() const { return step_ == path_->steps.size(); }
  const std::string* name() const { return in_name_ ? &path_->steps[step_].name : nullptr; }
  const Selector& selector() const { return path_->steps[step_].selectors[selector_]; }

  Leg next() const {
    Leg leg = *this;
    if (leg.in_name_) {
      leg.in_name_ = false;
    } else {
      ++leg.selector_;
    }
    if (leg.selector_ == path_->steps[leg.step_].selectors.size()) {
      leg.selector_ = 0;
      leg.in_name_ = true;
      ++leg.step_;
      leg.skip_empty_name();
    }
    return leg;
  }

 private:
  void skip_empty_name() {
    if (step_ < path_->steps.size() && path_->steps[step_].name.empty() && !path_->steps[step_].selectors.empty())
      in_name_ = false;
  }

  const Path* path_;
  std::size_t step_ = 0;
  std::size_t selector_ = 0;
  bool in_name_ = true;
};

}  // namespace demarc
