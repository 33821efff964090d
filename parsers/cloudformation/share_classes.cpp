#include "parsers/cloudformation/share_classes.h"

#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "parsers/cloudformation/parameter_value.h"

namespace demarc {
namespace {

using Group = std::vector<const Variable*>;

// Variables that are compared with each other, directly or through others.
std::vector<Group> groups(const std::vector<std::pair<const Variable*, const Variable*>>& compared) {
  std::unordered_map<const Variable*, Group> neighbours;
  Group order;
  for (const auto& [a, b] : compared) {
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

void share(const Group& group, Declarations& names) {
  std::unordered_set<std::string_view> seen;
  std::vector<std::pair<std::string_view, Place>> texts;
  for (const Variable* each : group) {
    for (std::size_t i = 0; i < each->classes.size(); ++i) {
      if (seen.insert(each->classes[i]).second) texts.emplace_back(each->classes[i], each->class_values[i].place);
    }
  }
  for (const Variable* each : group) {
    for (const auto& [text, place] : texts) names.classes.of(*each, text, class_value(*each, text, place, names));
  }
}

}  // namespace

void share_classes(Declarations& names) {
  for (const Group& group : groups(names.compared)) share(group, names);
}

}  // namespace demarc
