#pragma once

#include <vector>

#include "parsers/graph/resource.h"

namespace demarc {

// Companions that set the same values of one parent overwrite each other: the one that is applied last counts, and no file says
// which that is. A variable with a class for each of them stands for it.
class Last {
 public:
  Last(ResourceGraph& graph, const Resource& parent) : graph_(graph), parent_(parent) {}

  // The next companion, of which `of` speaks from now on. Requires: it outlives the graph's conditions.
  void add(const Resource& companion);

  // A value that the companion sets where an earlier one may have set `old`.
  Value of(const Value& value, const Value& old) const;

 private:
  const Condition* is_last();
  const Condition* store(Condition::Op op, const std::vector<const Condition*>& operands);

  ResourceGraph& graph_;
  const Resource& parent_;
  Variable* variable_ = nullptr;
  std::vector<const Resource*> companions_;
  std::vector<const Condition*> conditions_;  // of those before
  bool always_ = false;                       // one of those before is always there
  const Condition* guard_ = nullptr;
};

}  // namespace demarc
