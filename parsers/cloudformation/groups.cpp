#include "parsers/cloudformation/groups.h"

#include <unordered_map>
#include <unordered_set>

namespace demarc {

std::vector<std::vector<const Variable*>> groups_of(const std::vector<std::pair<const Variable*, const Variable*>>& pairs) {
  using Group = std::vector<const Variable*>;
  std::unordered_map<const Variable*, Group> neighbours;
  Group order;
  for (const auto& [a, b] : pairs) {
    for (const auto& [from, to] : {std::pair(a, b), std::pair(b, a)}) {
      Group& known = neighbours[from];
      if (known.empty()) order.push_back(from);
      known.push_back(to);
    }
  }
  std::vector<Group> result;
  std::unordered_set<const Variable*> seen;
  for (const Variable* first : order) {
    if (!seen.insert(first).second) continue;
    Group group = {first};
    for (std::size_t i = 0; i < group.size(); ++i) {
      for (const Variable* next : neighbours[group[i]]) {
        if (seen.insert(next).second) group.push_back(next);
      }
    }
    result.push_back(group);
  }
  return result;
}

}  // namespace demarc
