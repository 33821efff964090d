#pragma once

#include <vector>

#include "analyzer/evaluate/defaults.h"
#include "analyzer/evaluate/find.h"
#include "analyzer/evaluate/leg.h"

namespace demarc {

// One walk along a path; see find and find_all. `collects`: through lists of several members too. `leaves`: the end is every
// scalar below.
class Walk {
 public:
  Walk(World& world, const Item& item, Search search, bool collects, bool leaves, std::vector<Found>& results)
      : world_(world), item_(item), search_(search), collects_(collects), leaves_(leaves), results_(results) {}

  void go(const Found& at, Leg leg);

 private:
  void end(Found found);
  void end_inside(Found found, Leg leg);
  void end_unknown(Found found, const char* why);
  void go_on(const Found& next, Leg leg);
  void enter(const Found& at, Leg leg);
  void through_list(const Found& at, Leg leg);
  void through_entries(const Found& at, Leg leg);
  void through_other(const Found& at, Leg leg);
  void go_to_leaves(const Found& at);

  // What is absent, in walk_absent.cpp.
  void go_absent(Found at, Leg leg);
  void answer_by_row(Found at, Leg rest, const DefaultAnswer& answer);
  void end_unwritten(Found at, Leg rest, const DefaultAnswer& answer);
  void end_outside(Found at, Leg leg);
  void end_by_macro(Found at, Leg leg, const Unknown& macro);
  const Trail* rest_of(const Trail* trail, Leg leg);
  Trail absent_step(const Trail* up, Leg leg) const;

  World& world_;
  const Item& item_;
  Search search_;
  bool collects_;
  bool leaves_;
  std::vector<Found>& results_;
};

}  // namespace demarc
